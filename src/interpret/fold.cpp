#include "interpret/fold.h"

#include "text/unicode.h"

#include <algorithm>

namespace vanthu::interpret {
namespace {

bool is_space(char32_t c) { return c <= U' ' || c == 0xA0 || c == 0x2028 || (c >= 0x2000 && c <= 0x200B); }

char32_t folded_character(char32_t c) {
    constexpr std::u32string_view dashes = U"‐‑‒–—―−";
    if (dashes.find(c) != std::u32string_view::npos) return U'-';
    return text::base_letter(c);
}

template <class Visitor> void for_each_at(std::string_view text, Visitor visit) {
    std::size_t at = 0;
    text::for_each_character(text, [&](char32_t c) {
        visit(c, at);
        at += c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    });
}

bool continues_word(std::string_view text, std::size_t at) {
    if (at >= text.size()) return false;
    const char32_t next = first_character(text.substr(at));
    const char32_t last = last_character(text.substr(0, at));
    const auto in_word = [](char32_t c) { return text::is_letter(c) || (c >= U'0' && c <= U'9'); };
    return in_word(next) && in_word(last);
}

} // namespace

Folded fold(std::string_view text) {
    Folded result;
    result.letters.reserve(text.size());
    result.offsets.reserve(text.size() + 1);
    for_each_at(text, [&](char32_t c, std::size_t at) {
        if (is_space(c)) return;
        result.letters.push_back(folded_character(c));
        result.offsets.push_back(at);
    });
    result.offsets.push_back(text.size());
    return result;
}

bool same_words(std::string_view a, std::string_view b) { return fold(a).letters == fold(b).letters; }

std::optional<std::size_t> behind(std::string_view text, std::string_view words) {
    const std::u32string wanted = fold(words).letters;
    // Spaces do not count: the beginning of the text that can hold the words.
    const Folded found = fold(text.substr(0, std::min(text.size(), words.size() * 4 + 16)));
    if (wanted.empty() || !found.letters.starts_with(wanted)) return std::nullopt;
    const std::size_t last = found.offsets[wanted.size() - 1];
    std::size_t end = last + 1;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;
    if (continues_word(text, end)) return std::nullopt;
    return end;
}

std::optional<std::size_t> behind_any(std::string_view text, const std::vector<std::string>& list) {
    for (const std::string& words : list)
        if (const auto end = behind(text, words)) return end;
    return std::nullopt;
}

bool is_any(std::string_view text, const std::vector<std::string>& list) {
    return std::any_of(list.begin(), list.end(), [&](const std::string& words) { return same_words(text, words); });
}

std::optional<std::size_t> find_words(std::string_view text, std::string_view words) {
    const Folded found = fold(text);
    const std::size_t at = found.letters.find(fold(words).letters);
    if (at == std::u32string::npos) return std::nullopt;
    return found.offsets[at];
}

std::string tidy(std::string_view text) {
    std::string result;
    bool gap = false;
    for_each_at(text, [&](char32_t c, std::size_t) {
        if (is_space(c)) {
            gap = !result.empty();
            return;
        }
        if (gap) result += ' ';
        gap = false;
        result += text::to_utf8(c);
    });
    return result;
}

char32_t first_character(std::string_view text) {
    if (text.empty()) return 0;
    std::size_t length = 1;
    while (length < text.size() && (static_cast<unsigned char>(text[length]) & 0xC0) == 0x80) ++length;
    char32_t result = 0;
    text::for_each_character(text.substr(0, length), [&](char32_t c) { result = c; });
    return result;
}

char32_t last_character(std::string_view text) {
    std::size_t begin = text.size();
    while (begin > 0 && (static_cast<unsigned char>(text[begin - 1]) & 0xC0) == 0x80) --begin;
    return begin == 0 ? 0 : first_character(text.substr(begin - 1));
}

std::size_t word_count(std::string_view text) {
    std::size_t count = 0;
    bool inside = false;
    for_each_at(text, [&](char32_t c, std::size_t) {
        if (!is_space(c) && !inside) ++count;
        inside = !is_space(c);
    });
    return count;
}

} // namespace vanthu::interpret
