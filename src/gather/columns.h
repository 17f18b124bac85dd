// Text side by side: heads of letters, recipients and signature. Private to gather.
#pragma once

#include "flow/flow.h"
#include "gather/frame.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace vanthu::gather {

/// Lines [first, last) of a page that stand in two columns.
struct SideBySide {
    flow::TableKind kind = flow::TableKind::letterhead;
    std::size_t first = 0, last = 0;
    double corridor = 0; ///< x between the columns
    std::vector<TextLine> left, right;
};

/// The two columns that begin with lines[at], if there are any.
std::optional<SideBySide> columns_at(const pages::SeenPage& page, const std::vector<TextLine>& lines, std::size_t at,
                                     const Frame& frame);

} // namespace vanthu::gather
