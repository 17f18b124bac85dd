// Lines of text that hang together, side by side or one below the other: the rows of a table without rules. Private to
// gather.
#pragma once

#include "gather/table_lines.h"

namespace vanthu::gather {

/// Lines whose heights overlap, or that follow each other in one column at the leading of the text.
struct Band {
    std::vector<const WordLine*> lines; ///< from top to bottom
    double top = 0, bottom = 0;
};

/// From top to bottom. `lines` must outlive the bands.
std::vector<Band> bands_of(const pages::SeenPage& page, const std::vector<WordLine>& lines);

} // namespace vanthu::gather
