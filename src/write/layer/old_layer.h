// Takes the text that nobody sees off a page, before a better one is put there.
#pragma once

#include "write/layer/pdf_file.h"
#include "write/pdf/deflater.h"

namespace vanthu::write {

/// The page's streams decoded, one behind the other; none where one of them cannot be decoded.
std::optional<Bytes> page_content(const PdfObject& page);

/// Also in the form XObjects that the page draws; other pages that draw them too keep theirs. Leaves out the fonts that
/// nothing names any more. Throws PdfError (zlib).
void drop_hidden_text(PdfObject& page, const PdfFile& pdf, Deflater& deflater);

} // namespace vanthu::write
