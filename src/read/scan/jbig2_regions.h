// Regions of a JBIG2 page (ITU-T T.88, 6.2 to 6.5). Private to read/scan.
#pragma once

#include "read/scan/jbig2_coder.h"

#include <array>
#include <cstddef>
#include <memory>

namespace vanthu::read::scan {

/// A byte a pixel, 1 is black.
struct Jbig2Image {
    std::int32_t width = 0, height = 0;
    std::vector<std::uint8_t> pixels;

    Jbig2Image() = default;
    /// Throws Jbig2Broken where it would be larger than a sheet can be.
    Jbig2Image(std::int32_t w, std::int32_t h, std::uint8_t colour = 0);

    std::uint8_t at(std::int32_t x, std::int32_t y) const {
        if (x < 0 || y < 0 || x >= width || y >= height) return 0;
        return pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x)];
    }
    std::uint8_t& pixel(std::int32_t x, std::int32_t y) {
        return pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x)];
    }

    /// `operation`: 0 or, 1 and, 2 exclusive or, 3 its contrary, 4 replace.
    void combine(const Jbig2Image& other, std::int32_t x, std::int32_t y, unsigned operation);
};

struct Jbig2Offset {
    std::int8_t x = 0, y = 0;
};

/// 6.2: coded anew.
struct Jbig2Generic {
    unsigned kind = 0;                     ///< template
    bool is_typical = false;               ///< TPGDON
    std::array<Jbig2Offset, 4> adaptive{}; ///< one for kinds 1 to 3
};
Jbig2Image decode_generic(Jbig2Coder& coder, Jbig2Contexts& contexts, const Jbig2Generic& options, std::int32_t width,
                          std::int32_t height);

/// 6.3: coded by what differs from `reference`, which lies at (dx, dy).
struct Jbig2Refinement {
    unsigned kind = 0;
    bool is_typical = false;
    std::array<Jbig2Offset, 2> adaptive{}; ///< for kind 0
};
Jbig2Image decode_refinement(Jbig2Coder& coder, Jbig2Contexts& contexts, const Jbig2Refinement& options,
                             std::int32_t width, std::int32_t height, const Jbig2Image& reference, std::int32_t dx,
                             std::int32_t dy);

inline constexpr std::size_t jbig2_generic_contexts = 65'536, jbig2_refinement_contexts = 8'192;

} // namespace vanthu::read::scan
