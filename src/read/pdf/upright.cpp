#include "read/pdf/upright.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace vanthu::read::pdf {
namespace {

void turn_quarter(Ink& ink, double height) {
    // Clockwise: what stood left stands on top.
    const auto turned = [height](Point p) { return Point{height - p.y, p.x}; };
    for (Glyph& glyph : ink.glyphs) {
        glyph.pen = turned(glyph.pen);
        glyph.along = {-glyph.along.y, glyph.along.x};
    }
    for (Segment& segment : ink.segments) {
        if (segment.is_vertical) {
            const double from = height - segment.to;
            segment.to = height - segment.from;
            segment.from = from;
        } else {
            segment.across = height - segment.across;
        }
        segment.is_vertical = !segment.is_vertical;
    }
    for (pages::Picture& picture : ink.pictures) {
        const pages::Box b = picture.box;
        picture.box = {height - b.y2, b.x1, height - b.y1, b.x2};
    }
    for (DrawnPicture& picture : ink.drawn) picture.placement = picture.placement * Matrix{0, 1, -1, 0, height, 0};
}

} // namespace

int quarter(Point along) {
    if (std::abs(along.x) >= std::abs(along.y)) return along.x >= 0 ? 0 : 2;
    return along.y >= 0 ? 1 : 3;
}

int turn_to_read(const Ink& ink) {
    constexpr std::size_t enough = 20;
    constexpr double most = 0.6;
    std::array<std::size_t, 4> counts{};
    for (const Glyph& glyph : ink.glyphs) ++counts[static_cast<std::size_t>(quarter(glyph.along))];
    const auto strongest = std::ranges::max_element(counts);
    if (ink.glyphs.size() < enough || static_cast<double>(*strongest) < most * static_cast<double>(ink.glyphs.size()))
        return 0;
    return static_cast<int>((4 - (strongest - counts.begin())) % 4) * 90;
}

void turn(Ink& ink, int degrees, double& width, double& height) {
    for (int done = 0; done < degrees; done += 90) {
        turn_quarter(ink, height);
        std::swap(width, height);
    }
}

} // namespace vanthu::read::pdf
