// From the boxes of a page as its file states them to the upright sheet.
#pragma once

#include "read/pdf/matrix.h"

#include <array>
#include <optional>

namespace vanthu::read::pdf {

using Rectangle = std::array<double, 4>; ///< two opposite corners: x, y, x, y

struct PageBoxes {
    std::optional<Rectangle> media, crop;
    long long rotate = 0; ///< /Rotate
    double unit = 1;      ///< /UserUnit
};

struct SheetGeometry {
    double width = 0, height = 0; ///< of the upright sheet, points
    int rotation = 0;             ///< clockwise: 0, 90, 180 or 270
    Matrix to_sheet;              ///< default user space → upright sheet, origin top left
};

/// What makes no sense is passed over; a page without a MediaBox is an A4 sheet.
SheetGeometry sheet_geometry(const PageBoxes& boxes);

/// The sheet turned on clockwise until its rotation is `rotation`.
SheetGeometry turned_to(SheetGeometry sheet, int rotation);

} // namespace vanthu::read::pdf
