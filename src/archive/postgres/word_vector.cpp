#include "archive/postgres/word_vector.h"

#include "archive/exact_words.h"
#include "archive/index_writer.h"
#include "text/search_words.h"

#include <fmt/format.h>

namespace vanthu::archive {
namespace {

// PostgreSQL's: a tsvector holds less than 1 MiB of words and places, a place is at most 16383.
constexpr std::size_t most_bytes = (1U << 20) - (1U << 16), most_places = 8, last_place = 16'383;
constexpr std::size_t longest_word = 64; // as in search_query.cpp: longer ones cannot be asked for

} // namespace

WordVector::Word* WordVector::word(std::string_view folded) {
    std::string key(folded);
    if (const auto known = words_.find(key); known != words_.end()) return &known->second;
    constexpr std::size_t overhead = 2 * (most_places + 2);
    size_ += key.size() + overhead;
    is_complete_ = is_complete_ && size_ <= most_bytes;
    return is_complete_ ? &words_[std::move(key)] : nullptr;
}

void WordVector::add(std::string_view text, char weight) {
    text::SearchWords words(text);
    for (text::SearchWord one; words.next(one);) {
        if (place_ < last_place) ++place_;
        if (one.folded.size() > longest_word) continue;
        Word* const found = word(one.folded);
        if (found == nullptr || ++found->many > most_places) continue;
        fmt::format_to(std::back_inserter(found->places), "{}{}{}", found->places.empty() ? ':' : ',', place_, weight);
    }
}

void WordVector::add_hidden(std::string_view hidden) {
    if (!hidden.empty()) word(hidden);
}

std::string WordVector::literal() const {
    std::string result;
    for (const auto& [folded, found] : words_)
        fmt::format_to(std::back_inserter(result), "'{}'{} ", folded, found.places);
    return result;
}

WordVector words_of(const Record& record) {
    WordVector words;
    words.add_hidden(type_facet(record.type));
    words.add_hidden(year_facet(record.year()));
    words.add(record.number + '/' + record.symbol, 'A');
    words.add(record.subject, 'B');
    words.add(record.issuer, 'C');
    words.add(record.signer, 'C');
    ExactWords exact;
    for (const std::string* text : {&record.subject, &record.issuer, &record.signer, &record.text}) exact.add(*text);
    const std::string spelled = exact.take();
    for (std::size_t begin = 0; begin < spelled.size();) {
        const std::size_t end = std::min(spelled.find(' ', begin), spelled.size());
        words.add_hidden(std::string_view(spelled).substr(begin, end - begin));
        begin = end + 1;
    }
    words.add(record.text, 'D');
    return words;
}

std::string side_by_side(const Record& record) {
    std::string result = "|";
    for (const std::string& text :
         {record.number + '/' + record.symbol, record.subject, record.issuer, record.signer, record.text})
        result += padded_words(text) + '|';
    return result;
}

} // namespace vanthu::archive
