// Scans made by hand: a picture that fills the sheet, with what else a test needs.
#pragma once

#include "support/make_pdf.h"

#include <string>
#include <string_view>

namespace vanthu::test {

/// 600 × 800, one grey picture of 4 × 4 pixels named Im with `picture_keys`; `content` is drawn after it.
inline PdfMaker scan_maker(std::string_view content = "", std::string_view picture_keys = "",
                           std::string_view page_keys = "", std::string_view resources = "") {
    PdfMaker maker;
    const int picture = maker.add_stream(
        fmt::format("/Type /XObject /Subtype /Image /Width 4 /Height 4 /BitsPerComponent 8 /ColorSpace /DeviceGray {}",
                    picture_keys),
        "0123456789ABCDEF");
    maker.add_page(fmt::format("q 600 0 0 800 0 0 cm /Im Do Q {}", content),
                   fmt::format("/XObject <</Im {} 0 R>> {}", picture, resources), page_keys);
    return maker;
}

} // namespace vanthu::test
