#pragma once

#include <vector>

namespace vanthu::compose {

/// One column's needs, in points without padding.
struct ColumnNeed {
    double least = 0;   ///< the widest thing that must not be broken
    double wanted = 0;  ///< where the sharing out begins
    bool fixed = false; ///< keeps `wanted`
};

/// The words of one cell, in points; `space` lies between them.
struct CellText {
    std::vector<double> words;
    double space = 0;
};

/// Lines that the text takes in a column of `width`, each filled as far as its words allow; wider words are broken.
int line_count(const CellText& cell, double width);

/// Widths that add up to `total` and make the table short: `rows[r][c]` is cell c of row r. Widths never fall under
/// `least` as long as the total allows it; where it does not, the columns with the widest words go under it first.
std::vector<double> share_width(const std::vector<ColumnNeed>& wishes, const std::vector<std::vector<CellText>>& rows,
                                double total);

} // namespace vanthu::compose
