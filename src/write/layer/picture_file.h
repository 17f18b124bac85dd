// The sheets of picture files as a PDF: each picture as it is coded where PDF knows the coding, so that nothing of it
// is lost.
#pragma once

#include "base/bytes.h"
#include "base/diagnostic.h"
#include "pages/raster.h"

#include <span>

namespace vanthu::write {

/// Whether a PDF can take the picture as it is: JPEG, CCITT, samples, PNG without transparency or interlacing. Others
/// must be decoded first.
bool can_be_stored(const pages::StoredPicture& picture);

/// Errors: scan-broken (reason) for a picture that cannot be stored, pdf-failed.
Result<Bytes> write_picture_file(std::span<const pages::ScannedPage> sheets);

} // namespace vanthu::write
