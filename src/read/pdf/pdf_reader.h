// A PDF's sheets as words, ruling lines and pictures. libqpdf opens and repairs, PoDoFo gives the objects, the content
// streams are interpreted here (ISO 32000-1, 8 and 9). Runs on hostile files: call it in the sandbox.
#pragma once

#include "base/bytes.h"
#include "base/diagnostic.h"
#include "pages/raster.h"
#include "pages/sight.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vanthu::read {

/// What a file may cost before it is refused.
struct PdfLimits {
    std::size_t pages = 2000;
    std::size_t stream_bytes = std::size_t{64} << 20;   ///< one decoded stream
    std::size_t total_bytes = std::size_t{256} << 20;   ///< all decoded streams
    std::size_t operators = 5'000'000;                  ///< in one page
    std::size_t picture_bytes = std::size_t{256} << 20; ///< all pictures of scans, as delivered
};

struct PdfContent {
    pages::Sight sight;
    std::optional<Bytes> attached_document; ///< document.json that vanthu attached when it made the file
    bool is_signed = false;
    /// With Scans::collected, one for each page: its pictures where the page is image_only, else none.
    std::vector<pages::ScannedPage> scans;
};

enum class Scans : std::uint8_t { left, collected };

/// Errors: pdf-broken, pdf-password, pdf-limit (limit, value). Findings: pdf-repaired, pdf-page-unread (reason),
/// pdf-page-is-image, pdf-text-unknown (font: characters without a meaning), pdf-text-layer (a page's text is what a
/// copier recognised), pdf-layer-distrusted (and was thrown away: the page is image_only).
Result<PdfContent> read_pdf(std::string_view bytes, const PdfLimits& limits = {}, Scans scans = Scans::left);

} // namespace vanthu::read
