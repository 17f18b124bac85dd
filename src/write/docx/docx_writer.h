// A flow out as DOCX (ISO/IEC 29500 transitional), made for Word: named styles, real fields, repeated header rows.
#pragma once

#include "base/bytes.h"
#include "base/diagnostic.h"
#include "flow/flow.h"

#include <string_view>

namespace vanthu::write {

/// `source`: JSON of the document, kept as a customXml part. The same input gives the same bytes.
/// Errors: docx-failed (`cause`, `place.part`): a character that XML cannot hold, one finding each, or what libzip
/// says.
Result<Bytes> write_docx(const flow::Document& flow, std::string_view source);

} // namespace vanthu::write
