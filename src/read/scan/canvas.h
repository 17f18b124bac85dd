// The pictures of a sheet as one upright picture. Private to read/scan.
#pragma once

#include "base/diagnostic.h"
#include "pages/raster.h"
#include "read/scan/bitmap.h"
#include "read/scan/scan_reader.h"

namespace vanthu::read::scan {

/// White where no picture lies.
struct Canvas {
    Bitmap picture; ///< 1 bit (1 is black) where the sheet is one bilevel picture, 8 bit grey, or 32 bit RGB where the
                    ///< sheet has colours; without a colour map
    double dots_per_inch = 0;     ///< the same across and down, 200 to 400
    double width = 0, height = 0; ///< points; pixels = points * dots_per_inch / 72
};

/// Errors: scan-broken (reason), scan-limit (limit, value). Findings: scan-broken as a warning where one of several
/// pictures cannot be decoded.
Result<Canvas> compose(const pages::ScannedPage& page, const ScanLimits& limits = {});

/// One picture in its own pixels, as compose() takes it: 1, 8 or 32 bit. Errors: those of compose().
Result<Bitmap> decode(const pages::StoredPicture& picture, const ScanLimits& limits = {});

} // namespace vanthu::read::scan
