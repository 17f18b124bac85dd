// Words as a reader compares them: case, marks over and under letters, spaces and kinds of dashes do not count, so that
// HOÀ and HÒA, "Q U Y Ế T  Đ Ị N H", and letters that a scan lost their marks of are the same words. Private to
// interpret.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vanthu::interpret {

struct Folded {
    std::u32string letters;           ///< small base letters, digits, punctuation; no spaces
    std::vector<std::size_t> offsets; ///< of each letter in the text, and the text's size
};

Folded fold(std::string_view text);

bool same_words(std::string_view a, std::string_view b);

/// Behind the words that `text` opens with, ending at a word's end; none where it does not open with them.
std::optional<std::size_t> behind(std::string_view text, std::string_view words);

/// The first of `list` that `text` opens with, by the place behind it.
std::optional<std::size_t> behind_any(std::string_view text, const std::vector<std::string>& list);

bool is_any(std::string_view text, const std::vector<std::string>& list);

/// Where `words` stand inside `text`; none where they do not.
std::optional<std::size_t> find_words(std::string_view text, std::string_view words);

/// Without white space and no-break spaces at both ends, and single spaces inside.
std::string tidy(std::string_view text);

/// Characters of the first or last position, 0 for an empty text.
char32_t first_character(std::string_view text);
char32_t last_character(std::string_view text);

std::size_t word_count(std::string_view text);

} // namespace vanthu::interpret
