// Pictures as a file stores them, and where they lie on a sheet: what a scan is before anyone has read it.
#pragma once

#include "base/bytes.h"

#include <array>
#include <cstdint>
#include <vector>

namespace vanthu::pages {

enum class PictureCoding : std::uint8_t { raw, ccitt, jpeg, jpeg2000, jbig2, png, tiff };

struct StoredPicture {
    PictureCoding coding = PictureCoding::raw;
    Bytes bytes; ///< as stored; `raw`: rows of samples, each row padded to a byte
    std::uint32_t width = 0, height = 0;
    std::uint8_t bits = 8;       ///< of a sample
    std::uint8_t components = 1; ///< 1 grey, 3 RGB, 4 CMYK
    Bytes palette;               ///< RGB triples where the samples are indices; else empty
    bool is_inverted = false;    ///< Decode [1 0]
    bool is_mask = false;        ///< samples of 0 paint in `colour`, the others nothing
    std::uint32_t colour = 0;    ///< 0xRRGGBB, of a mask
    std::int32_t ccitt_k = -1;   ///< ISO 32000-1, table 11
    bool ccitt_black_is_1 = false;
    bool ccitt_byte_align = false;
    Bytes jbig2_globals;
    /// The picture's unit square (origin top left, y down) to points of the upright sheet: x' = a x + c y + e,
    /// y' = b x + d y + f, as {a, b, c, d, e, f}.
    std::array<double, 6> placement{1, 0, 0, 1, 0, 0};
    std::vector<StoredPicture> mask; ///< none or one: how much of each point is painted, white all, black nothing; a
                                     ///< stencil (is_mask) paints where its samples are 0. Its placement says nothing.

    bool operator==(const StoredPicture&) const = default;
};

/// The pictures of one sheet in the order of drawing. Points.
struct ScannedPage {
    double width = 0, height = 0;
    std::vector<StoredPicture> pictures; ///< empty: the sheet needs no recognition

    bool operator==(const ScannedPage&) const = default;
};

} // namespace vanthu::pages
