#include "text/line_joining.h"

#include "text/syllable.h"
#include "text/unicode.h"

#include <algorithm>

namespace vanthu::text {
namespace {

constexpr std::string_view soft_hyphen = "\u00AD";
constexpr std::string_view dashes[] = {"-", "\u2010", "\u2011", "\u2013"};

bool is_digit(char32_t character) { return character >= '0' && character <= '9'; }
bool is_letter_or_digit(char32_t character) { return is_digit(character) || letter(character).has_value(); }

char32_t first_of(std::string_view text) {
    char32_t first = 0;
    if (!text.empty()) for_each_character(text.substr(0, 4), [&](char32_t c) { first = first == 0 ? c : first; });
    return first;
}

char32_t last_of(std::string_view text) {
    std::size_t start = text.size();
    while (start > 0 && (static_cast<unsigned char>(text[--start]) & 0xC0) == 0x80) {
    }
    return first_of(text.substr(start));
}

std::string_view last_word(std::string_view text) { return text.substr(text.find_last_of(" \n\t") + 1); }
std::string_view first_word(std::string_view text) { return text.substr(0, text.find_first_of(" \n\t")); }

/// The dash that the text ends with.
std::string_view dash_behind(std::string_view text) {
    for (const std::string_view dash : dashes)
        if (text.ends_with(dash)) return dash;
    return {};
}

/// "2021-" + "2022", "QĐ-" + "UBND", "Vla-đi-" + "mia", "15–" + "20": the dash stands close to what is before it.
bool continues_behind_dash(std::string_view word, std::string_view next) {
    const std::string_view dash = dash_behind(word);
    if (dash.empty()) return false;
    const char32_t before = last_of(word.substr(0, word.size() - dash.size()));
    const char32_t behind = first_of(next);
    if (is_digit(before)) return is_digit(behind) || (letter(behind) && letter(behind)->capital);
    return dash != dashes[3] && letter(before) && is_letter_or_digit(behind);
}

/// "2021" + "-2022", "52/QĐ" + "-UBND"; but "-Lưu" begins an item.
bool continues_with_dash(std::string_view word, std::string_view next) {
    if (!next.starts_with('-') || word.empty()) return false;
    const std::string_view behind = first_word(next.substr(1));
    if (is_digit(last_of(word))) return is_digit(first_of(behind));
    return is_upper(word) && is_upper(behind) && letter(last_of(word)) && letter(first_of(behind));
}

/// A slash or an ampersand that stands close to its word on one side at least.
bool continues_at_sign(std::string_view word, std::string_view next, char sign) {
    if (word.size() > 1 && word.back() == sign) return is_letter_or_digit(first_of(next));
    return next.size() > 1 && next.front() == sign && is_letter_or_digit(last_of(word)) &&
           is_letter_or_digit(first_of(next.substr(1)));
}

/// One to three letters without a vowel, which no word has.
bool is_abbreviation(std::string_view text, std::size_t longest) {
    std::size_t letters = 0;
    bool fits = true;
    for_each_character(text, [&](char32_t character) {
        const auto known = letter(character);
        fits = fits && known && std::string_view("aeiouy").find(known->base) == std::string_view::npos;
        ++letters;
    });
    return fits && letters > 0 && letters <= longest;
}

/// "ST" + "T": a cell as narrow as that.
bool continues_letters(std::string_view text, std::string_view next) {
    return (is_abbreviation(text, 2) && is_abbreviation(next, 1)) ||
           (is_abbreviation(text, 1) && is_abbreviation(next, 2));
}

/// A bracket that has just opened, or a sign that never begins a line.
bool clings(std::string_view text, std::string_view next) {
    constexpr std::string_view openers[] = {"(", "[", "\u201C"};
    constexpr std::string_view closers[] = {")", "]", "\u201D", ",", ";", ":", "./.", "%"};
    return std::any_of(std::begin(openers), std::end(openers), [&](auto sign) { return text.ends_with(sign); }) ||
           std::any_of(std::begin(closers), std::end(closers), [&](auto sign) { return next.starts_with(sign); });
}

bool belongs_together(std::string_view text, std::string_view next) {
    const std::string_view word = last_word(text);
    return continues_behind_dash(word, next) || continues_with_dash(word, next) || continues_at_sign(word, next, '/') ||
           continues_at_sign(word, next, '&') || continues_letters(text, next) || clings(text, next);
}

} // namespace

void join_line(std::string& text, std::string_view next) {
    if (next.empty()) return;
    if (text.ends_with(soft_hyphen))
        text.resize(text.size() - soft_hyphen.size());
    else if (!text.empty() && text.back() != ' ' && !belongs_together(text, next))
        text += ' ';
    text += next;
}

std::string mend_line_ends(std::string_view text) {
    std::string mended;
    bool single = true; // every word is one capital consonant
    std::size_t words = 0;
    for (std::size_t at = 0; at < text.size(); ++words) {
        const std::string_view word = first_word(text.substr(at));
        single = single && is_abbreviation(word, 1) && is_upper(word);
        mended += word;
        at += word.size();
        if (at == text.size()) break;
        const std::string_view last = last_word(mended);
        const std::string_view dash = dash_behind(last);
        const std::string_view before = last.substr(0, last.size() - dash.size());
        const bool closes = text[at] == ' ' && !dash.empty() && !before.empty() && is_digit(last_of(before)) &&
                            is_digit(first_of(text.substr(at + 1)));
        if (!closes) mended += text[at];
        ++at;
    }
    if (single && words > 0) std::erase_if(mended, [](char c) { return c == ' ' || c == '\n'; });
    return mended;
}

} // namespace vanthu::text
