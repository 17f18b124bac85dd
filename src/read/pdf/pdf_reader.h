// A PDF's sheets as words, ruling lines and pictures. libqpdf opens and repairs, PoDoFo gives the objects, the content
// streams are interpreted here (ISO 32000-1, 8 and 9). Runs on hostile files: call it in the sandbox.
#pragma once

#include "base/bytes.h"
#include "base/diagnostic.h"
#include "pages/sight.h"

#include <optional>
#include <string>
#include <string_view>

namespace vanthu::read {

/// What a file may cost before it is refused.
struct PdfLimits {
    std::size_t pages = 2000;
    std::size_t stream_bytes = std::size_t{64} << 20; ///< one decoded stream
    std::size_t total_bytes = std::size_t{256} << 20; ///< all decoded streams
    std::size_t operators = 5'000'000;                ///< in one page
};

struct PdfContent {
    pages::Sight sight;
    std::optional<Bytes> attached_document; ///< document.json that vanthu attached when it made the file
    bool is_signed = false;
};

/// Errors: pdf-broken, pdf-password, pdf-limit (limit, value). Findings: pdf-repaired, pdf-page-unread (reason),
/// pdf-page-is-image, pdf-text-unknown (font: characters without a meaning).
Result<PdfContent> read_pdf(std::string_view bytes, const PdfLimits& limits = {});

} // namespace vanthu::read
