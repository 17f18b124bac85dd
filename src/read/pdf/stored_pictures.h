// Pictures as a PDF stores them, for those who recognise scans.
#pragma once

#include "pages/raster.h"
#include "read/pdf/ink.h"
#include "read/pdf/object_store.h"

#include <vector>

namespace vanthu::read::pdf {

/// What is drawn, in order. A picture that no decoder could take (an unknown filter, a bad size) is left out,
/// and inline pictures are, too. Throws LimitReached (picture_bytes).
std::vector<pages::StoredPicture> stored_pictures(const std::vector<DrawnPicture>& drawn, ObjectStore& store);

} // namespace vanthu::read::pdf
