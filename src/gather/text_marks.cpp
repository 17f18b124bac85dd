#include "gather/text_marks.h"

#include "text/unicode.h"

#include <algorithm>
#include <array>
#include <string>

namespace vanthu::gather {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_roman(char c) { return std::string_view("IVXLC").find(c) != std::string_view::npos; }
bool is_latin(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::string_view first_word(std::string_view text) { return text.substr(0, text.find(' ')); }

bool any_of(std::string_view text, std::initializer_list<std::string_view> marks) {
    return std::find(marks.begin(), marks.end(), text) != marks.end();
}

/// The first character in small letters and as it is.
std::string first_character(std::string_view text) {
    std::size_t end = 1;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;
    return std::string(text.substr(0, end));
}

} // namespace

bool ends_sentence(std::string_view text) {
    return !text.empty() && std::string_view(".;:!?").find(text.back()) != std::string_view::npos;
}

bool ends_open(std::string_view text) {
    if (text.empty()) return false;
    if (std::string_view(",-/&(").find(text.back()) != std::string_view::npos) return true;
    return std::count(text.begin(), text.end(), '(') > std::count(text.begin(), text.end(), ')');
}

bool starts_small(std::string_view text) {
    if (text.empty()) return false;
    const std::string first = first_character(text);
    return text::to_upper(first) != first;
}

bool is_ordinal(std::string_view text) {
    if (text.starts_with('(')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == '.' || text.back() == ')')) text.remove_suffix(1);
    if (text.empty() || text.size() > 10) return false;
    if (text.size() == 1 && is_latin(text[0])) return true;
    if (std::all_of(text.begin(), text.end(), is_roman)) return true;
    return is_digit(text[0]) && std::all_of(text.begin(), text.end(), [](char c) { return is_digit(c) || c == '.'; });
}

bool starts_item(std::string_view text) {
    const std::string_view word = first_word(text);
    if (word.size() == text.size()) return false;
    if (any_of(word, {"-", "+", "*", "–", "—", "•", "●", "▪", "\xEF\x82\xB7", "\xEF\x82\xA7", "·"})) return true;
    if (word.size() < 2 || (word.back() != '.' && word.back() != ')')) return false;
    return is_ordinal(word);
}

} // namespace vanthu::gather
