// What libqpdf makes of a file as it comes: repaired, decrypted with the empty password, its objects one by one.
#pragma once

#include "base/bytes.h"
#include "base/diagnostic.h"

#include <string_view>

namespace vanthu::read::pdf {

/// Errors: pdf-broken, pdf-password, pdf-limit. Findings: pdf-repaired. Streams stay encoded. What reading has no use
/// for (logical structure, outline, metadata, scripts) is left out.
Result<Bytes> clean_copy(std::string_view file);

} // namespace vanthu::read::pdf
