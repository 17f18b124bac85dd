#include "read/scan/cleaning.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace vanthu::read::scan {
namespace {

constexpr int grainy = 12;      ///< mean distance of a pixel of paper from its neighbours' median
constexpr int vivid = 60;       ///< difference of the strongest and weakest colour of ink that is not black
constexpr int dark_colour = 90; ///< the strongest colour of black ink at the most

l_uint32 paper_or_print(l_uint32 pixel) {
    l_int32 red = 0, green = 0, blue = 0;
    extractRGBValues(pixel, &red, &green, &blue);
    const int most = std::max({red, green, blue}), least = std::min({red, green, blue});
    const bool is_coloured = most > dark_colour && most - least > vivid && 10 * (most - least) > 3 * most;
    return is_coloured ? 255 : static_cast<l_uint32>(most);
}

/// How far pixels lie from the mean of those around them, over a sample of the picture.
int grain_of(const Bitmap& grey) {
    constexpr int step = 7;
    long long sum = 0, count = 0;
    for (int y = 1; y + 1 < grey.height(); y += step) {
        const auto* above = static_cast<l_uint32*>(pixGetData(grey.get())) + (y - 1) * pixGetWpl(grey.get());
        const auto* line = above + pixGetWpl(grey.get());
        const auto* below = line + pixGetWpl(grey.get());
        for (int x = 1; x + 1 < grey.width(); x += step) {
            const int around = (GET_DATA_BYTE(above, x) + GET_DATA_BYTE(below, x) + GET_DATA_BYTE(line, x - 1) +
                                GET_DATA_BYTE(line, x + 1)) /
                               4;
            sum += std::abs(around - static_cast<int>(GET_DATA_BYTE(line, x)));
            ++count;
        }
    }
    return count == 0 ? 0 : static_cast<int>(sum / count);
}

Bitmap smoothed(const Bitmap& grey) {
    const Bitmap median(pixMedianFilter(grey.get(), 3, 3));
    return Bitmap(pixBlockconv(median ? median.get() : grey.get(), 1, 1));
}

bool is_punch_hole(const BOX& box, int area, const Bitmap& ink, double dots_per_inch) {
    const double size = std::max(box.w, box.h) / dots_per_inch;
    const double x = (box.x + box.w / 2.0) / ink.width(), y = (box.y + box.h / 2.0) / ink.height();
    const bool at_edge = std::min({x, 1 - x, y, 1 - y}) < 0.12;
    const bool is_round = std::abs(box.w - box.h) < 0.2 * std::max(box.w, box.h);
    return at_edge && is_round && size > 0.12 && size < 0.4 && area > 0.65 * box.w * box.h;
}

/// The dark rim of a scanner's lid or the edge of the paper; a frame around the text is neither.
bool is_rim(const BOX& box, int area, const Bitmap& ink) {
    const bool touches =
        box.x <= 1 || box.y <= 1 || box.x + box.w >= ink.width() - 1 || box.y + box.h >= ink.height() - 1;
    const bool is_frame = box.w > ink.width() / 2 && box.h > ink.height() / 2 && area < box.w * box.h / 10;
    return touches && !is_frame;
}

} // namespace

Bitmap without_colours(const Bitmap& picture) {
    if (picture.depth() != 32) return Bitmap(pixConvertTo8(picture.get(), 0));
    Bitmap result(pixCreate(picture.width(), picture.height(), 8));
    if (!result) return result;
    for (int y = 0; y < picture.height(); ++y) {
        const l_uint32* from = pixGetData(picture.get()) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(picture.get());
        l_uint32* to = pixGetData(result.get()) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(result.get());
        for (int x = 0; x < picture.width(); ++x) SET_DATA_BYTE(to, x, paper_or_print(from[x]));
    }
    return result;
}

Bitmap even_paper(const Bitmap& grey) {
    Bitmap calm = grain_of(grey) > grainy ? smoothed(grey) : Bitmap(pixClone(grey.get()));
    Bitmap even(pixBackgroundNormSimple(calm.get(), nullptr, nullptr));
    return even ? std::move(even) : std::move(calm);
}

Bitmap binarise(const Bitmap& grey, double dots_per_inch) {
    PIX* ink = nullptr;
    const int window = std::clamp(static_cast<int>(dots_per_inch / 10), 8, 60);
    if (grey.width() > 2 * window + 2 && grey.height() > 2 * window + 2)
        pixSauvolaBinarize(grey.get(), window, 0.3F, 1, nullptr, nullptr, nullptr, &ink);
    return Bitmap(ink ? ink : pixThresholdToBinary(grey.get(), 160));
}

Bitmap clean(const Bitmap& ink, double dots_per_inch) {
    const int speck = std::max(1, static_cast<int>(dots_per_inch / 110));
    Bitmap result(pixSelectBySize(ink.get(), speck, speck, 8, L_SELECT_IF_EITHER, L_SELECT_IF_GT, nullptr));
    if (!result) return result;
    PIXA* parts = nullptr;
    BOXA* boxes = pixConnComp(result.get(), &parts, 8);
    for (int i = 0; i < boxaGetCount(boxes); ++i) {
        const BOX& box = *boxes->box[i];
        const bool is_large = std::max(box.w, box.h) > dots_per_inch / 10;
        if (!is_large && box.x > 1 && box.y > 1) continue;
        l_int32 area = 0;
        pixCountPixels(parts->pix[i], &area, nullptr);
        if (is_rim(box, area, result) || is_punch_hole(box, area, result, dots_per_inch))
            pixRasterop(result.get(), box.x, box.y, box.w, box.h, PIX_DST & PIX_NOT(PIX_SRC), parts->pix[i], 0, 0);
    }
    boxaDestroy(&boxes);
    pixaDestroy(&parts);
    return result;
}

} // namespace vanthu::read::scan
