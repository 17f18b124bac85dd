#pragma once

#include <vector>

namespace vanthu::compose {

/// One column's needs, in points without padding.
struct ColumnNeed {
    double least = 0;  ///< the widest thing that must not be broken
    double wanted = 0; ///< where the sharing out begins
    bool fixed = false; ///< keeps `wanted`
};

/// Widths that add up to `total` and make the table short: `rows[r][c]` is the width of the text of cell c set on one
/// line. Widths never fall under `least` as long as the total allows it.
std::vector<double> share_width(const std::vector<ColumnNeed>& needs, const std::vector<std::vector<double>>& rows, double total);

} // namespace vanthu::compose
