#include "interpret/labels.h"

#include "interpret/fold.h"
#include "text/unicode.h"

#include <algorithm>

namespace vanthu::interpret {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::size_t count_while(std::string_view text, std::size_t from, bool (*wanted)(char)) {
    std::size_t end = from;
    while (end < text.size() && wanted(text[end])) ++end;
    return end - from;
}

Label made(Rank rank, std::string_view text, std::size_t end, bool first) {
    Label label{rank, std::string(text.substr(0, end)), end, first, text[end - 1]};
    label.end = std::min(text.find_first_not_of(' ', end), text.size());
    return label;
}

/// Nothing, a space, or a capital stands behind a label.
bool closes(std::string_view text, std::size_t end) {
    if (end >= text.size() || text[end] == ' ') return true;
    const char32_t next = first_character(text.substr(end));
    return text::is_letter(next) && text::base_letter(next) != next && text::is_upper(text::to_utf8(next));
}

Label dash_label(std::string_view text) {
    constexpr std::u32string_view dashes = U"-–—−•●▪";
    const char32_t first = first_character(text);
    const std::size_t size = text::to_utf8(first).size();
    const bool spaced = size == text.size() || text[size] == ' ';
    if (first == U'+') return made(Rank::plus, text, size, true);
    if (dashes.find(first) != std::u32string_view::npos) {
        const bool number = size < text.size() && is_digit(text[size]);
        return number ? Label{} : made(Rank::dash, text, size, true);
    }
    return first == U'*' && spaced ? made(Rank::plus, text, size, true) : Label{};
}

/// 1. 1) 1/ (1) 1.1. 1.1
Label number_label(std::string_view text) {
    const bool bracket = text.front() == '(';
    std::size_t at = bracket ? 1 : 0;
    const std::size_t start = at;
    std::size_t groups = 0;
    for (std::size_t digits = 0; (digits = count_while(text, at, is_digit)) > 0 && digits <= (groups ? 2U : 3U);) {
        at += digits;
        ++groups;
        if (at + 1 >= text.size() || text[at] != '.' || !is_digit(text[at + 1])) break;
        ++at;
    }
    if (groups == 0 || (at < text.size() && is_digit(text[at]))) return {};
    const bool marked = at < text.size() && (text[at] == '.' || text[at] == ')' || text[at] == '/');
    if (bracket && (!marked || text[at] != ')')) return {};
    if (!marked && groups == 1) return {};
    const bool first = text.substr(start, at - start).ends_with('1') && (at - start == 1 || text[at - 2] == '.');
    const std::size_t end = at + (marked ? 1 : 0);
    if (marked && text[at] == '/' && end < text.size() && text[end] != ' ') return {};
    if (!closes(text, end)) return {};
    const Rank ranks[] = {Rank::number, Rank::number2, Rank::number3};
    return made(ranks[std::min<std::size_t>(groups, 3) - 1], text, end, first);
}

bool is_roman_digit(char c) { return c == 'I' || c == 'V' || c == 'X'; }

bool is_mark(std::string_view text, std::size_t at) {
    return at < text.size() && (text[at] == '.' || text[at] == ')' || text[at] == '/');
}

/// I. A. a) a. (a)
Label letter_label(std::string_view text) {
    const std::size_t romans = count_while(text, 0, is_roman_digit);
    if (romans > 0 && romans <= 7 && is_mark(text, romans) && closes(text, romans + 1))
        return made(Rank::roman, text, romans + 1, romans == 1 && text[0] == 'I');
    const std::size_t at = text.front() == '(' ? 1 : 0;
    const char32_t letter = first_character(text.substr(at));
    const std::size_t end = at + text::to_utf8(letter).size();
    if (!is_mark(text, end) || (at == 1 && text[end] != ')')) return {};
    if (end + 1 < text.size() && text[end + 1] != ' ') return {};
    if ((letter >= U'a' && letter <= U'z') || letter == U'đ') return made(Rank::letter, text, end + 1, letter == U'a');
    if ((letter >= U'A' && letter <= U'Z') || letter == U'Đ') return made(Rank::capital, text, end + 1, letter == U'A');
    return {};
}

/// The numeral behind "Chương ": I, 1, 12a; none: 0.
std::size_t numeral(std::string_view text) {
    std::size_t end = count_while(text, 0, is_roman_digit);
    if (end == 0) {
        end = count_while(text, 0, is_digit);
        const bool letter = end > 0 && end < text.size() && text[end] >= 'a' && text[end] <= 'z';
        end += letter ? 1 : 0;
    }
    const bool goes_on = end < text.size() && text::is_letter(first_character(text.substr(end)));
    return goes_on ? 0 : end;
}

Label worded(std::string_view text, const std::vector<std::string>& words, Rank rank) {
    const auto behind_word = behind_any(text, words);
    if (!behind_word) return {};
    const std::size_t begin = std::min(text.find_first_not_of(' ', *behind_word), text.size());
    std::size_t end = begin + numeral(text.substr(begin));
    if (end == begin) return {};
    const std::size_t space = std::min(text.find_first_not_of(' ', end), text.size());
    const bool marked = space < text.size() && (text[space] == '.' || text[space] == ':');
    if (marked) end = space + 1;
    const std::string_view rest = text.substr(end);
    if (!marked && (rank == Rank::article || !(tidy(rest).empty() || text::is_upper(rest)))) return {};
    return made(rank, text, end, false);
}

} // namespace

Label label_of(std::string_view text) {
    if (text.empty()) return {};
    for (const auto& form : {dash_label, number_label, letter_label})
        if (Label label = form(text); label.rank != Rank::none) return label;
    return {};
}

Label label_of(std::string_view text, const LabelWords& words) {
    const std::pair<const std::vector<std::string>*, Rank> lists[] = {{&words.part, Rank::part},
                                                                      {&words.chapter, Rank::chapter},
                                                                      {&words.subdivision, Rank::subdivision},
                                                                      {&words.division, Rank::division},
                                                                      {&words.article, Rank::article}};
    for (const auto& [list, rank] : lists)
        if (Label label = worded(text, *list, rank); label.rank != Rank::none) return label;
    return label_of(text);
}

} // namespace vanthu::interpret
