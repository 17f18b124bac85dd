#pragma once

#include "write/layer/pdf_file.h"

namespace vanthu::write {

/// Whether a signature field is filled in or rights are granted by one (DocMDP, usage rights): any new byte would break
/// it.
bool is_signed(const PdfFile& pdf);

} // namespace vanthu::write
