#include "archive/exact_words.h"

#include "text/search_words.h"
#include "text/spelling.h"
#include "text/syllable.h"

#include <algorithm>

namespace vanthu::archive {
namespace {

constexpr std::size_t most_known = 100'000; // Vietnamese has some ten thousand; the rest are misread words

} // namespace

std::string exact_word(std::string_view spelled) { return '0' + std::string(spelled); }

std::uint32_t ExactWords::number_of(std::string_view raw) {
    raw_.assign(raw);
    if (const auto found = known_.find(raw_); found != known_.end()) return found->second;
    std::uint32_t number = 0;
    if (text::has_marked_letter(raw)) {
        number = static_cast<std::uint32_t>(words_.size());
        words_.push_back(exact_word(text::spelling(raw)));
    }
    known_.emplace(raw_, number);
    return number;
}

void ExactWords::add(std::string_view nfc) {
    text::SearchWords words(nfc);
    for (text::SearchWord word; words.next(word);)
        if (const std::uint32_t number = number_of(nfc.substr(word.begin, word.end - word.begin)); number != 0)
            seen_.push_back(number);
}

std::string ExactWords::take() {
    std::sort(seen_.begin(), seen_.end());
    seen_.erase(std::unique(seen_.begin(), seen_.end()), seen_.end());
    std::vector<std::string_view> found;
    for (const std::uint32_t number : seen_) found.push_back(words_[number]);
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    std::string result;
    for (const std::string_view word : found) (result += word) += ' ';
    seen_.clear();
    if (known_.size() > most_known) {
        known_.clear();
        words_.assign(1, {});
    }
    return result;
}

} // namespace vanthu::archive
