// Which pages belong together, and what stands apart on the first of them. Private to gather.
#pragma once

#include "gather/columns.h"
#include "gather/furniture.h"

#include <optional>
#include <vector>

namespace vanthu::gather {

/// Whether a new group of sheets begins, by page: where paper changes, page numbers begin anew, a letterhead stands.
std::vector<bool> sheet_begins(const pages::Sight& sight, const PageLines& lines, const std::vector<Frame>& frames,
                               const std::vector<Furniture>& furniture);

/// Takes a mark in a box above everything else (circulation mark) out of the first page's lines.
std::vector<TextLine> take_top_mark(const pages::SeenPage& page, std::vector<TextLine>& lines, const Frame& frame);

struct FootNote {
    double rule = 0; ///< length of the line above it
    double y = 0;
    std::vector<TextLine> lines;
};

/// Takes small print below a line across the page (contact line) out of the first page's lines.
std::optional<FootNote> take_contact(const pages::SeenPage& page, std::vector<TextLine>& lines, const Frame& frame,
                                     double body_size);

} // namespace vanthu::gather
