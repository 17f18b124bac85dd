// The grids that ruling lines of a scan make. Private to read/scan.
#pragma once

#include "pages/sight.h"
#include "read/scan/rules.h"

#include <cstddef>
#include <vector>

namespace vanthu::read::scan {

/// A cell: the fields of the grid that it covers, and the room between its rules in pixels.
struct GridField {
    std::size_t row = 0, column = 0, row_span = 1, column_span = 1;
    double x1 = 0, y1 = 0, x2 = 0, y2 = 0;
};

struct RasterGrid {
    std::vector<double> columns, rows;            ///< edges in pixels, ascending
    std::vector<RasterRule> horizontal, vertical; ///< straight, from edge to edge
    std::vector<GridField> fields;                ///< by row, then column

    double left() const { return columns.front(); }
    double right() const { return columns.back(); }
    double top() const { return rows.front(); }
    double bottom() const { return rows.back(); }
};

/// Whether it is rather the stamp that a records office prints on incoming mail: a small frame with few fields.
bool is_stamp(const RasterGrid& grid, double dots_per_inch);

/// Frames of such stamps of which only the level rules were printed whole: three or more, alike and near each other.
/// They are taken out of `ruling`.
std::vector<pages::Box> take_stamps(Ruling& ruling, double dots_per_inch);

/// From top to bottom. Rules of grids are taken out of `ruling`; a frame around one field is no grid.
std::vector<RasterGrid> take_grids(Ruling& ruling, double dots_per_inch);

} // namespace vanthu::read::scan
