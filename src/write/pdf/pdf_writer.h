// Pages out as PDF: tagged PDF/A-3a or 2a with PDF/UA-1, or PDF/A-1b. libharu draws and holds the objects.
#pragma once

#include "base/bytes.h"
#include "base/diagnostic.h"
#include "flow/flow.h"
#include "fonts/font_set.h"
#include "pages/pages.h"

#include <string_view>

namespace vanthu::write {

enum class PdfLevel {
    a3a, ///< PDF/A-3a and PDF/UA-1, the source data as an associated file
    a2a, ///< PDF/A-2a and PDF/UA-1, nothing attached
    a1b  ///< PDF/A-1b, neither tags nor attachment
};

struct PdfOptions {
    PdfLevel level = PdfLevel::a3a;
    std::string_view source; ///< JSON of the document, attached under `source_name` (3a only)
    std::string_view source_name = "document.json";
    std::string_view colour_profile; ///< ICC profile of the output intent (sRGB)
};

/// The same pages and options give the same bytes. Errors: pdf-failed (a limit of the library was hit).
Result<Bytes> write_pdf(const pages::Document& pages, const flow::Info& info, const fonts::FontSet& fonts,
                        const PdfOptions& options);

} // namespace vanthu::write
