// The document's data as a file inside the PDF (ISO 19005-3, 6.8).
#pragma once

#include "write/pdf/deflater.h"
#include "write/pdf/haru_document.h"

#include <string>
#include <string_view>

namespace vanthu::write {

struct Attachment {
    std::string_view name;
    std::string_view data;
    std::string date; ///< of its last change, as a PDF date; may be empty
};

/// Adds the file; returns the catalog's entries that lead to it.
std::string add_attachment(const Attachment& attachment, HaruDocument& document, Deflater& deflater);

} // namespace vanthu::write
