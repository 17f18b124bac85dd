#include "read/scan/jbig2.h"

namespace vanthu::read::scan {

Bitmap decode_jbig2(const pages::StoredPicture&) { return {}; }

} // namespace vanthu::read::scan
