#include "text/search_words.h"

#include "text/scan.h"
#include "text/unicode.h"

#include <array>

namespace vanthu::text {
namespace {

constexpr char32_t parts = 0;  // what stands between words
constexpr char32_t inside = 1; // a mark or an invisible character: goes on with the word, adds nothing
constexpr char32_t table_end = 0x2000;

bool is_mark(char32_t c) { return (c >= 0x300 && c < 0x370) || is_invisible(c); }

char32_t fold_slowly(char32_t c) {
    if (is_mark(c)) return inside;
    if ((c >= U'0' && c <= U'9') || is_letter(c)) return base_letter(c);
    return parts;
}

/// ICU is asked once for each character that texts have by the million.
char32_t fold(char32_t c) {
    static const std::array<char32_t, table_end> table = [] {
        std::array<char32_t, table_end> result{};
        for (char32_t one = 0; one < table_end; ++one) result[one] = fold_slowly(one);
        return result;
    }();
    return c < table_end ? table[c] : fold_slowly(c);
}

struct Character {
    char32_t code = 0;
    std::size_t length = 1;
};

/// The character at `at`; code 0 for a byte that is no UTF-8.
Character decode(std::string_view text, std::size_t at) {
    const auto lead = static_cast<unsigned char>(text[at]);
    if (lead < 0x80) return {lead, 1};
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 0;
    if (length == 0 || lead > 0xF4 || at + length > text.size()) return {};
    char32_t code = lead & (0xFFU >> (length + 1));
    for (std::size_t k = 1; k < length; ++k) {
        const auto byte = static_cast<unsigned char>(text[at + k]);
        if ((byte & 0xC0) != 0x80) return {};
        code = (code << 6) | (byte & 0x3FU);
    }
    const bool is_real = code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF);
    return is_real ? Character{code, length} : Character{};
}

void append(std::string& to, char32_t c) {
    if (c < 0x80)
        to += static_cast<char>(c);
    else
        to += to_utf8(c);
}

bool is_dash(char32_t c) { return (c >= 0x2010 && c <= 0x2015) || c == 0x2212; }
bool is_space(char32_t c) { return c <= U' ' || c == 0xA0 || c == 0x2028 || (c >= 0x2000 && c <= 0x200B); }

} // namespace

bool SearchWords::next(SearchWord& word) {
    folded_.clear();
    while (at_ < text_.size()) {
        const Character character = decode(text_, at_);
        const char32_t folded = fold(character.code);
        if (folded == parts && !folded_.empty()) break;
        if (folded > inside) {
            if (folded_.empty()) word.begin = at_;
            append(folded_, folded);
        }
        at_ += character.length;
        if (folded != parts && !folded_.empty()) word.end = at_;
    }
    word.folded = folded_;
    return !folded_.empty();
}

std::string folded_words(std::string_view utf8) {
    std::string result;
    SearchWords words(utf8);
    for (SearchWord word; words.next(word);) {
        if (!result.empty()) result += ' ';
        result += word.folded;
    }
    return result;
}

std::string folded_letters(std::string_view utf8) {
    std::string result;
    for (std::size_t at = 0; at < utf8.size();) {
        const Character character = decode(utf8, at);
        at += character.length;
        if (is_dash(character.code))
            result += '-';
        else if (!is_space(character.code) && !is_mark(character.code))
            append(result, base_letter(character.code));
    }
    return result;
}

} // namespace vanthu::text
