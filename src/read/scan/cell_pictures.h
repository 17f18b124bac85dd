// The cells of a grid, each as a picture of its own text. Private to read/scan.
#pragma once

#include "read/scan/prepare.h"
#include "read/scan/raster_grid.h"

#include <vector>

namespace vanthu::read::scan {

/// What is written in a cell. Text that touches or crosses a rule is whole; what reaches in from a neighbour is not in.
struct CellPicture {
    std::size_t field = 0;    ///< index into RasterGrid::fields
    Bitmap grey;              ///< 8 bit, with a white border
    int x = 0, y = 0;         ///< where the picture's top left corner lies on the sheet, pixels
    int ink_x = 0, ink_y = 0; ///< of the ink within the picture
    int ink_width = 0, ink_height = 0;
};

/// Cells in which something is written, by row, then column. `sheet` holds no more rules.
std::vector<CellPicture> cell_pictures(const Sheet& sheet, const RasterGrid& grid);

} // namespace vanthu::read::scan
