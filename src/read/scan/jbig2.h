// JBIG2 (ITU-T T.88) as PDF embeds it. Own work: Debian's decoder is under the AGPL (docs/decisions/scans.md).
#pragma once

#include "pages/raster.h"
#include "read/scan/bitmap.h"

namespace vanthu::read::scan {

/// One bit, 1 is black. Empty where the stream is broken or of a kind that no scanner writes (Huffman codes, halftones).
Bitmap decode_jbig2(const pages::StoredPicture& picture);

} // namespace vanthu::read::scan
