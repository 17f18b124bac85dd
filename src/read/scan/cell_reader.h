// The cells of a table, recognised one by one. Private to read/scan.
#pragma once

#include "read/scan/cell_pictures.h"
#include "read/scan/recogniser.h"

#include <vector>

namespace vanthu::read::scan {

/// Words of all cells in pixels of the sheet, each cell a block of its own. `sheet` holds no more rules.
std::vector<ReadWord> read_cells(const Sheet& sheet, const RasterGrid& grid, Recogniser& recogniser);

} // namespace vanthu::read::scan
