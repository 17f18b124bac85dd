#include "archive/exact_words.h"

#include "text/search_words.h"
#include "text/spelling.h"
#include "text/syllable.h"

#include <utility>

namespace vanthu::archive {
namespace {

constexpr std::size_t most_known = 100'000; // Vietnamese has some ten thousand; the rest are misread words

} // namespace

std::string exact_word(std::string_view spelled) { return '0' + std::string(spelled); }

std::uint32_t ExactWords::number_of(std::string_view raw) {
    if (const auto found = known_.find(raw); found != known_.end()) return found->second;
    std::uint32_t number = 0;
    if (text::has_marked_letter(raw)) {
        const auto [place, is_new] =
            numbers_.emplace(exact_word(text::spelling(raw)), static_cast<std::uint32_t>(words_.size()));
        number = place->second;
        if (is_new) {
            words_.push_back(place->first + ' ');
            last_seen_.push_back(0);
        }
    }
    known_.emplace(raw, number);
    return number;
}

void ExactWords::add(std::string_view nfc) {
    text::SearchWords words(nfc);
    for (text::SearchWord word; words.next(word);) {
        const std::uint32_t number = number_of(nfc.substr(word.begin, word.end - word.begin));
        if (number == 0 || last_seen_[number] == text_) continue;
        last_seen_[number] = text_;
        result_ += words_[number];
    }
}

std::string ExactWords::take() {
    ++text_;
    if (known_.size() > most_known)
        *this = [this] {
            ExactWords fresh;
            fresh.result_ = std::move(result_);
            return fresh;
        }();
    return std::exchange(result_, {});
}

} // namespace vanthu::archive
