// Uncompressed samples as PDF lays them out (ISO 32000-1, 8.9.5.2).
#pragma once

#include "pages/raster.h"
#include "read/scan/bitmap.h"

namespace vanthu::read::scan {

/// 1 bit (1 is black, or painted), 8 bit grey or 32 bit RGB. Missing rows are white.
Bitmap from_samples(const pages::StoredPicture& picture);

} // namespace vanthu::read::scan
