// Texts as a cell of a sheet can hold them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace vanthu::write {

/// UTF-16 code units that a cell holds at most.
inline constexpr std::size_t max_cell_length = 32767;

/// In UTF-16 code units, which is how Excel counts.
std::size_t utf16_length(std::string_view utf8);

/// The first `units` UTF-16 code units, whole characters only.
std::string_view utf16_prefix(std::string_view utf8, std::size_t units);

/// Without characters that XML does not have, and so that Excel shows "_x0041_" as it stands.
std::string cell_text(std::string_view utf8);

/// Characters of the longest line.
std::size_t line_width(std::string_view utf8);

} // namespace vanthu::write
