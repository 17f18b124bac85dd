// The sheets of a PDF, walked from the root of the page tree.
#pragma once

#include "read/pdf/matrix.h"
#include "read/pdf/object.h"
#include "read/pdf/pdf_reader.h"

#include <vector>

namespace vanthu::read::pdf {

struct PageEntry {
    Object page;
    Object resources;
    double width = 0, height = 0; ///< of the upright sheet, points
    int rotation = 0;             ///< /Rotate: 0, 90, 180 or 270
    Matrix to_sheet;              ///< default user space → upright sheet, origin top left
};

/// In the order of the tree; /Count is not believed, and a node that was met before is passed over. Throws LimitReached
/// (pages, depth).
std::vector<PageEntry> page_entries(const Object& catalog, const PdfLimits& limits);

} // namespace vanthu::read::pdf
