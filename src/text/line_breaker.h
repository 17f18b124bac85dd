// Where the lines of a paragraph end: the best choice for the paragraph as a whole (Knuth and Plass), without
// hyphenation, which Vietnamese does not know.
#pragma once

#include <cstddef>
#include <vector>

namespace vanthu::text {

/// A word, or several words that must stay together.
struct Box {
    double width = 0;
    double space = 0; ///< width of the space behind it
    int spaces = 0;   ///< spaces inside that stretch with the line
};

enum class Setting {
    justified, ///< spaces stretch and shrink; the last line keeps its natural width
    ragged,    ///< natural spaces; few lines, evenly filled but for the last
    balanced   ///< centred texts: few lines, all of much the same length
};

/// Index of the first box of each line after the first, and the number of boxes at the end: one entry a line.
/// `first` and `rest` are the widths of the first and the other lines. A box wider than its line gets a line of its
/// own.
std::vector<std::size_t> break_lines(const std::vector<Box>& boxes, double first, double rest, Setting setting);

/// How far a justified line's spaces may shrink, as a part of their width.
inline constexpr double most_shrink = 0.25;

} // namespace vanthu::text
