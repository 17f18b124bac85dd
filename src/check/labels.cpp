#include "check/labels.h"

#include <algorithm>
#include <array>
#include <utility>

namespace vanthu::check {
namespace {

/// Annex I, I.II.6đ: the letters that points are called by.
constexpr std::array<std::string_view, 23> letters = {"a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l", "m",
                                                      "n", "o", "p", "q", "r", "s", "t", "u", "v", "x", "y"};

constexpr std::array<std::pair<int, std::string_view>, 13> roman_parts = {{{1000, "M"},
                                                                           {900, "CM"},
                                                                           {500, "D"},
                                                                           {400, "CD"},
                                                                           {100, "C"},
                                                                           {90, "XC"},
                                                                           {50, "L"},
                                                                           {40, "XL"},
                                                                           {10, "X"},
                                                                           {9, "IX"},
                                                                           {5, "V"},
                                                                           {4, "IV"},
                                                                           {1, "I"}}};

std::string roman(int value) {
    std::string result;
    for (const auto& [part, text] : roman_parts)
        for (; value >= part; value -= part) result += text;
    return result;
}

/// Only the one right way to write a number counts.
std::optional<int> roman_value(std::string_view text) {
    int value = 0;
    std::string_view rest = text;
    for (const auto& [part, digits] : roman_parts)
        for (; rest.starts_with(digits); rest.remove_prefix(digits.size())) value += part;
    if (value == 0 || !rest.empty() || roman(value) != text) return std::nullopt;
    return value;
}

std::optional<int> arabic_value(std::string_view text) {
    if (text.empty() || text.size() > 6 || text.find_first_not_of("0123456789") != std::string_view::npos)
        return std::nullopt;
    int value = 0;
    for (const char c : text) value = value * 10 + (c - '0');
    return value;
}

} // namespace

std::optional<Label> label_of(std::string_view text) {
    Label label;
    if (const std::size_t blank = text.rfind(' '); blank != std::string_view::npos) {
        label.word = text.substr(0, blank);
        text.remove_prefix(blank + 1);
    }
    if (!text.empty() && (text.back() == '.' || text.back() == ')')) text.remove_suffix(1);
    if (const auto value = arabic_value(text)) return Label{LabelKind::arabic, label.word, *value};
    if (const auto value = roman_value(text)) return Label{LabelKind::roman, label.word, *value};
    const auto* const letter = std::find(letters.begin(), letters.end(), text);
    if (letter == letters.end()) return std::nullopt;
    return Label{LabelKind::letter, label.word, static_cast<int>(letter - letters.begin()) + 1};
}

std::string label_text(LabelKind kind, int value) {
    if (kind == LabelKind::arabic) return std::to_string(value);
    if (kind == LabelKind::roman) return roman(value);
    const auto position = static_cast<std::size_t>(value) - 1;
    return position < letters.size() ? std::string(letters[position]) : "…";
}

} // namespace vanthu::check
