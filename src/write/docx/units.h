// Word's units. All from points.
#pragma once

#include "base/length.h"

#include <cmath>

namespace vanthu::write::docx {

inline int twips(double points) { return static_cast<int>(std::lround(points * twips_per_point)); }
inline int half_points(double points) { return static_cast<int>(std::lround(points * 2)); }
inline int eighths(double points) { return static_cast<int>(std::lround(points * 8)); }

/// w:line with lineRule auto: 240ths of the single line.
inline int line_240ths(double multiple) { return static_cast<int>(std::lround(multiple * 240)); }

/// Twips; height of the line in paragraphs without text. Lower ones Word rounds up.
inline constexpr int lowest_line = 20;

} // namespace vanthu::write::docx
