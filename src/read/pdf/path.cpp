#include "read/pdf/path.h"

#include <algorithm>
#include <cmath>

namespace vanthu::read::pdf {
namespace {

constexpr std::size_t most_points = 2'000'000;
constexpr std::size_t most_segments = 1'000'000;
constexpr double slope = 0.0087; ///< half a degree
constexpr double thickest = 3;   ///< fills that are thicker are areas
constexpr double shortest = 1;   ///< strokes that are shorter are dots
constexpr double largest_letter = 60;
constexpr double far_away = 1e5;

bool is_white(std::uint32_t colour) {
    constexpr std::uint32_t nearly = 0xF8;
    return (colour >> 16) >= nearly && ((colour >> 8) & 0xFF) >= nearly && (colour & 0xFF) >= nearly;
}

bool is_red(std::uint32_t colour) {
    return (colour >> 16) >= 0xB0 && ((colour >> 8) & 0xFF) <= 0x60 && (colour & 0xFF) <= 0x60;
}

bool is_near(Point p) { return std::abs(p.x) < far_away && std::abs(p.y) < far_away; }

void add(const Segment& segment, Ink& ink) {
    if (ink.segments.size() < most_segments) ink.segments.push_back(segment);
}

void add_stroke(Point a, Point b, double thickness, bool red, Ink& ink) {
    const double w = std::abs(a.x - b.x), h = std::abs(a.y - b.y);
    if (!is_near(a) || !is_near(b) || std::max(w, h) < shortest) return;
    if (h <= w * slope)
        add({std::min(a.x, b.x), std::max(a.x, b.x), (a.y + b.y) / 2, thickness, false, red}, ink);
    else if (w <= h * slope)
        add({std::min(a.y, b.y), std::max(a.y, b.y), (a.x + b.x) / 2, thickness, true, red}, ink);
}

} // namespace

void Path::move_to(Point p) {
    if (points_.size() >= most_points) return;
    parts_.push_back({points_.size()});
    points_.push_back(p);
}

void Path::line_to(Point p) {
    if (parts_.empty() || parts_.back().is_closed) return move_to(p);
    if (points_.size() < most_points) points_.push_back(p);
}

void Path::curve_to(Point end) {
    line_to(end);
    if (!parts_.empty()) parts_.back().is_curved = true;
}

void Path::close() {
    if (!parts_.empty()) parts_.back().is_closed = true;
}

void Path::rectangle(const Matrix& ctm, double x, double y, double w, double h) {
    move_to(ctm.apply(x, y));
    line_to(ctm.apply(x + w, y));
    line_to(ctm.apply(x + w, y + h));
    line_to(ctm.apply(x, y + h));
    close();
}

void Path::clear() {
    points_.clear();
    parts_.clear();
}

void Path::stroke(double thickness, std::uint32_t colour, Ink& ink) const {
    if (is_white(colour)) return;
    const bool red = is_red(colour);
    for (std::size_t i = 0; i < parts_.size(); ++i) {
        const std::size_t end = i + 1 < parts_.size() ? parts_[i + 1].first : points_.size();
        const Part& part = parts_[i];
        if (part.is_curved) continue;
        for (std::size_t k = part.first; k + 1 < end; ++k) add_stroke(points_[k], points_[k + 1], thickness, red, ink);
        if (part.is_closed && end - part.first > 2)
            add_stroke(points_[end - 1], points_[part.first], thickness, red, ink);
    }
}

void Path::fill(std::uint32_t colour, Ink& ink) const {
    if (is_white(colour)) return;
    const bool red = is_red(colour);
    for (std::size_t i = 0; i < parts_.size(); ++i)
        fill_part(parts_[i], i + 1 < parts_.size() ? parts_[i + 1].first : points_.size(), red, ink);
}

void Path::fill_part(const Part& part, std::size_t end, bool red, Ink& ink) const {
    const std::size_t count = end - part.first;
    if (count < 2) return;
    Point low = points_[part.first], high = low;
    for (std::size_t k = part.first; k < end; ++k) {
        low = {std::min(low.x, points_[k].x), std::min(low.y, points_[k].y)};
        high = {std::max(high.x, points_[k].x), std::max(high.y, points_[k].y)};
    }
    if (!is_near(low) || !is_near(high)) return;
    const double w = high.x - low.x, h = high.y - low.y;
    const bool is_small = w < largest_letter && h < largest_letter;
    constexpr std::size_t rectangle_points = 6;
    if (is_small && (part.is_curved || count > rectangle_points)) {
        ++ink.outlines;
        return;
    }
    if (part.is_curved || std::min(w, h) > thickest) return;
    const bool is_corner = std::max(w, h) <= thickest && std::max(w, h) < 3 * std::min(w, h);
    const Segment across{low.x, high.x, (low.y + high.y) / 2, h, false, red, is_corner};
    const Segment down{low.y, high.y, (low.x + high.x) / 2, w, true, red, is_corner};
    if (is_corner || w >= h) add(across, ink);
    if (is_corner || w < h) add(down, ink);
}

} // namespace vanthu::read::pdf
