// What PDF/A-2 forbids (ISO 19005-2): mended where no page looks different for it, otherwise named.
#pragma once

#include "base/diagnostic.h"
#include "write/layer/layer_metadata.h"
#include "write/layer/pdf_file.h"

namespace vanthu::write {

struct Conformance {
    ArchiveLevel level = ArchiveLevel::none;
    Diagnostics findings; ///< ocr-dropped, ocr-not-pdfa

    bool is_met() const { return level != ArchiveLevel::none; }
};

/// Changes nothing where the pages hold what cannot be mended. `layer_font`: number of the font of our own layers, 0
/// without.
Conformance make_conforming(PdfFile& pdf, int layer_font);

} // namespace vanthu::write
