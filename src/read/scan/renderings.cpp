#include "read/scan/renderings.h"

#include <algorithm>
#include <cmath>

namespace vanthu::read::scan {
namespace {

/// How the picture is shown to the recogniser. Type of 14 points is read best at some 25 pixels of capital height, and
/// fastest.
struct Rendering {
    double dots_per_inch;
    bool soft;
};
constexpr Rendering renderings[] = {{185, false}, {185, true}, {160, false}};

std::vector<ReadWord> read_as(const Rendering& rendering, const Bitmap& grey, Layout layout, double dpi,
                              Recogniser& recogniser) {
    const double scale = std::min(1.0, rendering.dots_per_inch / dpi);
    const Bitmap soft(rendering.soft ? pixBlockconv(grey.get(), 1, 1) : pixClone(grey.get()));
    const auto factor = static_cast<l_float32>(scale);
    const Bitmap shown(scale < 1 ? pixScale(soft.get(), factor, factor) : pixClone(soft.get()));
    std::vector<ReadWord> words = recogniser.recognise(shown, layout, dpi * scale);
    const auto restore = [&](int& place) { place = static_cast<int>(std::lround(place / scale)); };
    for (ReadWord& word : words) {
        restore(word.x1), restore(word.y1), restore(word.x2), restore(word.y2);
        word.baseline /= scale;
    }
    return words;
}

} // namespace

std::vector<std::vector<ReadWord>> read_renderings(const Bitmap& grey, Layout layout, double dots_per_inch,
                                                   Recogniser& recogniser) {
    std::vector<std::vector<ReadWord>> readings;
    for (const Rendering& rendering : renderings) {
        readings.push_back(read_as(rendering, grey, layout, dots_per_inch, recogniser));
        if (readings.front().empty()) break;
    }
    return readings;
}

} // namespace vanthu::read::scan
