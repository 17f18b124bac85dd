// Colours as 0xRRGGBB, near enough to tell black, red and white apart.
#pragma once

#include "read/pdf/object.h"

#include <cstdint>
#include <vector>

namespace vanthu::read::pdf {

enum class ColourSpace : std::uint8_t {
    by_count, ///< grey, RGB or CMYK as the number of values tells
    ink,      ///< Separation: 1 is full, 0 is none
    unknown   ///< Indexed, Lab, patterns: taken for black
};

std::uint32_t colour_of(ColourSpace space, const std::vector<double>& values);

/// `object` is a value of the resources' ColorSpace dictionary.
ColourSpace colour_space(const Object& object);

} // namespace vanthu::read::pdf
