// Lengths are points (1/72 inch) everywhere inside the program; templates speak of mm and pt.
#pragma once

namespace vanthu {

inline constexpr double points_per_mm = 72.0 / 25.4;
inline constexpr double twips_per_point = 20.0;

constexpr double mm(double millimetres) { return millimetres * points_per_mm; }

} // namespace vanthu
