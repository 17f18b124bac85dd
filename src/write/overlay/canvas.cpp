#include "write/overlay/canvas.h"

#include <algorithm>
#include <cmath>

namespace vanthu::write {
namespace {

/// The nearest pixel edge in 0..end; 0 for what is no number.
int edge(double place, int end) {
    return place > 0 ? static_cast<int>(std::lround(std::min(place, static_cast<double>(end)))) : 0;
}

} // namespace

void Canvas::mix(int x, int y, const Ink& ink) {
    if (x < 0 || y < 0 || x >= width_ || y >= height_) return;
    const std::size_t first =
        (static_cast<std::size_t>(y) * static_cast<std::size_t>(width_) + static_cast<std::size_t>(x)) * 3;
    for (unsigned part = 0; part < 3; ++part) {
        std::uint8_t& pixel = pixels_[first + part];
        const double wanted = (ink.colour >> (16 - 8 * part)) & 0xFF;
        pixel = static_cast<std::uint8_t>(std::lround(pixel + (wanted - pixel) * ink.strength));
    }
}

void Canvas::fill(double x1, double y1, double x2, double y2, const Ink& ink) {
    const int right = edge(x2, width_), bottom = edge(y2, height_);
    for (int y = edge(y1, height_); y < bottom; ++y)
        for (int x = edge(x1, width_); x < right; ++x) mix(x, y, ink);
}

void Canvas::bar(double x1, double y1, double x2, double y2, const Ink& ink) {
    const double left = std::floor(std::min(x1, x2)), top = std::floor(std::min(y1, y2));
    fill(left, top, std::max({x1, x2, left + 1}), std::max({y1, y2, top + 1}), ink);
}

void Canvas::frame(double x1, double y1, double x2, double y2, double thickness, const Ink& ink) {
    fill(x1, y1, x2, y1 + thickness, ink);
    fill(x1, y2 - thickness, x2, y2, ink);
    fill(x1, y1 + thickness, x1 + thickness, y2 - thickness, ink);
    fill(x2 - thickness, y1 + thickness, x2, y2 - thickness, ink);
}

} // namespace vanthu::write
