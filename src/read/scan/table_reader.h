// Tables and ruling lines of a scanned sheet. Private to read/scan.
#pragma once

#include "read/scan/prepare.h"
#include "read/scan/recogniser.h"

#include <vector>

namespace vanthu::read::scan {

struct TablesRead {
    std::vector<ReadWord> words;    ///< of the cells, in pixels of the sheet; each cell is a block
    std::vector<pages::Line> lines; ///< points: closed grids, and rules that stand alone
    std::vector<pages::Box> areas;  ///< points: where the tables are
    std::vector<pages::Box> stamps; ///< points: ruled stamps on incoming mail; nothing in them is read
};

/// Recognises the cells of ruled tables. The rules are taken out of both pictures of the sheet; the text of the tables
/// and the stamps stays, so that whoever reads the rest of the sheet leaves `areas` and `stamps` out.
TablesRead read_tables(Sheet& sheet, Recogniser& recogniser);

} // namespace vanthu::read::scan
