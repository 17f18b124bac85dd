// A page as the reader saw it, as PNG: words, ruling lines, and over them the boxes of paragraphs and the columns and
// rows of tables. For seeing why something was read as it was.
#pragma once

#include "base/bytes.h"
#include "base/diagnostic.h"
#include "flow/flow.h"
#include "pages/sight.h"

#include <string_view>

namespace vanthu::write {

struct OverlayOptions {
    std::uint32_t page = 1; ///< from 1
    double dots_per_inch = 110;
    std::string_view font; ///< bytes of a TrueType font to draw the words with; empty: their boxes only
};

/// Blue: paragraphs; red: tables; green: columns and rows; yellow: header rows; grey: furniture and pictures;
/// orange: words of little trust. Huge
/// sheets are drawn with fewer dots. The same page makes the same bytes. Errors: overlay-no-page (page, count),
/// overlay-failed.
Result<Bytes> write_overlay(const pages::Sight& sight, const flow::Document& flow, const OverlayOptions& options);

} // namespace vanthu::write
