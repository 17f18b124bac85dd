// What lies on a scanned sheet beside its text. Private to read/scan.
#pragma once

#include "pages/sight.h"
#include "read/scan/bitmap.h"

#include <vector>

namespace vanthu::read::scan {

/// 8 bit from 32 bit: red and blue ink becomes paper, black print under it stays.
Bitmap without_colours(const Bitmap& picture);

/// Smooths grain where there is any; light paper, dark letters, whatever the light of the scan was.
Bitmap even_paper(const Bitmap& grey);

/// 1 bit: black where the grey picture is written on.
Bitmap binarise(const Bitmap& grey, double dots_per_inch);

/// Without speckles, dark borders, punch holes.
Bitmap clean(const Bitmap& ink, double dots_per_inch);

} // namespace vanthu::read::scan
