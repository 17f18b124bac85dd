// Words in a form in which they compare.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace vanthu::text {

/// A text as small letters of ASCII: marks as typed in Telex, each word's tone behind the word, so that "Ủy", "uỷ" and
/// "ỦY" are one ("uyr"); white space is one space, dashes are "-", other characters stay.
struct Spelled {
    std::string key;
    std::vector<std::size_t> places; ///< of each byte of the key in the text, and the size of the text

    /// Where the words stand (in the same form) at or behind `from`, as whole words; npos: nowhere.
    std::size_t find(std::string_view words, std::size_t from = 0) const;

    /// Whether the words stand exactly there.
    bool has(std::string_view words, std::size_t at) const;
};

Spelled spell_out(std::string_view utf8);

std::string spelling(std::string_view utf8);

} // namespace vanthu::text
