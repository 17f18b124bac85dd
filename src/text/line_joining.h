// What a line end stood for when text was set in narrow lines.
#pragma once

#include <string>
#include <string_view>

namespace vanthu::text {

/// Appends the next line of the same paragraph or cell: with a space, or without one where the line ended inside a
/// date range, a symbol or a word ("2021-" + "2022", "QĐ-" + "UBND", "ST" + "T"; but "NN và" + "PTNT" keeps its space,
/// and so does a hyphen with a space before it). `next` has no white space at its ends.
void join_line(std::string& text, std::string_view next);

/// Cells of text in which line ends became spaces: "2021- 2022" → "2021-2022", a whole cell "S T T" → "STT".
std::string mend_line_ends(std::string_view text);

} // namespace vanthu::text
