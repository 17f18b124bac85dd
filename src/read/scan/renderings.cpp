#include "read/scan/renderings.h"

#include "read/scan/plausible.h"
#include "read/scan/tidy.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace vanthu::read::scan {
namespace {

/// How the picture is shown to the recogniser. Type of 14 points is read best at some 25 pixels of capital height, and
/// fastest.
struct Rendering {
    double dots_per_inch;
    bool soft;
};
constexpr Rendering renderings[] = {{185, false}, {185, true}, {160, false}};
constexpr Rendering further[] = {{210, false}, {172, true}, {235, true}};

constexpr float sure = 0.9F;

/// A short flat stroke is a dash, whatever it was taken for.
bool is_dash(const ReadWord& word) {
    const Kind kind = kind_of(word.text);
    const int width = word.x2 - word.x1, height = word.y2 - word.y1;
    return (kind == Kind::mark || kind == Kind::strange) && width >= 4 && 5 * height < 3 * width && height < 12 &&
           word.y2 + 2 < word.baseline;
}

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
        if (is_dash(word)) word.text = "-", word.confidence = std::max(word.confidence, sure);
    }
    return tidied(std::move(words));
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

std::vector<std::vector<ReadWord>> read_renderings_further(const Bitmap& grey, Layout layout, double dots_per_inch,
                                                           Recogniser& recogniser) {
    std::vector<std::vector<ReadWord>> readings;
    for (const Rendering& rendering : further)
        readings.push_back(read_as(rendering, grey, layout, dots_per_inch, recogniser));
    return readings;
}

} // namespace vanthu::read::scan
