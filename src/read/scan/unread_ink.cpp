#include "read/scan/unread_ink.h"

#include <cmath>

namespace vanthu::read::scan {
namespace {

constexpr double least_width = 0.3, least_height = 0.08; ///< inch of a place
constexpr double least_ink = 0.01;                       ///< square inch
constexpr double between = 0.08;                         ///< inch between strokes that belong together
constexpr int around = 4;                                ///< pixels beside a word's box that are its own

void clear(Bitmap& ink, int x1, int y1, int x2, int y2) {
    pixRasterop(ink.get(), x1 - around, y1 - around, x2 - x1 + 2 * around, y2 - y1 + 2 * around, PIX_CLR, nullptr, 0,
                0);
}

std::vector<BOX> places_of(const Bitmap& ink, double dots_per_inch) {
    std::vector<BOX> places;
    const int reach = static_cast<int>(std::lround(between * dots_per_inch));
    const Bitmap joined(pixDilateBrick(nullptr, ink.get(), reach, reach));
    BOXA* boxes = joined ? pixConnComp(joined.get(), nullptr, 8) : nullptr;
    for (int i = 0; boxes && i < boxaGetCount(boxes); ++i) places.push_back(*boxes->box[i]);
    boxaDestroy(&boxes);
    return places;
}

bool is_worth_telling(const Bitmap& ink, BOX place, double dots_per_inch) {
    if (place.w < least_width * dots_per_inch || place.h < least_height * dots_per_inch) return false;
    const Bitmap part(pixClipRectangle(ink.get(), &place, nullptr));
    l_int32 count = 0;
    if (part) pixCountPixels(part.get(), &count, nullptr);
    return count >= least_ink * dots_per_inch * dots_per_inch;
}

} // namespace

std::vector<pages::Box> unread_ink(const Sheet& sheet, const std::vector<ReadWord>& words,
                                   const std::vector<pages::Box>& known) {
    std::vector<pages::Box> places;
    Bitmap rest(pixCopy(nullptr, sheet.ink.get()));
    if (!rest) return places;
    for (const ReadWord& word : words) clear(rest, word.x1, word.y1, word.x2, word.y2);
    const double pixels = sheet.dots_per_inch / 72;
    const auto at = [&](double points) { return static_cast<int>(std::lround(points * pixels)); };
    for (const pages::Box& box : known) clear(rest, at(box.x1), at(box.y1), at(box.x2), at(box.y2));
    for (const BOX& place : places_of(rest, sheet.dots_per_inch))
        if (is_worth_telling(rest, place, sheet.dots_per_inch))
            places.push_back(
                {place.x / pixels, place.y / pixels, (place.x + place.w) / pixels, (place.y + place.h) / pixels});
    return places;
}

} // namespace vanthu::read::scan
