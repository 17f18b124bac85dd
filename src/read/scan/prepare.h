// A scanned sheet made fit to be read: straight, clean, stamps in colour set aside. Private to read/scan.
#pragma once

#include "pages/sight.h"
#include "read/scan/bitmap.h"
#include "read/scan/canvas.h"

#include <vector>

namespace vanthu::read::scan {

/// Two views of the same sheet, of the same size; pixels = points * dots_per_inch / 72.
struct Sheet {
    Bitmap grey; ///< 8 bit, for the recogniser: even paper, no coloured ink
    Bitmap ink;  ///< 1 bit: what is written or printed, without speckles, scan borders, punch holes
    double dots_per_inch = 0;
    double width = 0, height = 0;      ///< points
    double skew = 0;                   ///< degrees clockwise by which it was turned
    int rotation = 0;                  ///< degrees clockwise by which it was turned before, 0, 90, 180 or 270
    std::vector<pages::Box> set_aside; ///< stamps and signatures, points
};

/// Takes the canvas. A sheet without pictures when Leptonica gives up.
Sheet prepare(Canvas canvas);

} // namespace vanthu::read::scan
