#include "read/scan/prepare.h"

#include "read/scan/cleaning.h"

#include <cmath>
#include <utility>

namespace vanthu::read::scan {
namespace {

constexpr double radian = 180 / 3.14159265358979;
constexpr float sure_skew = 3;      ///< Leptonica's measure of how sharply rows of letters stand out
constexpr double least_skew = 0.05; ///< degrees: less moves no letter by its own height over a sheet

/// What is dark in `ink` stays, all else becomes paper.
void wipe(Bitmap& grey, const Bitmap& ink) {
    const Bitmap near(pixDilateBrick(nullptr, ink.get(), 5, 5));
    if (!near) return;
    const Bitmap rest(pixInvert(nullptr, near.get()));
    if (rest) pixPaintThroughMask(grey.get(), rest.get(), 0, 0, 255);
}

double skew_of(const Bitmap& ink) {
    l_float32 angle = 0, confidence = 0;
    if (pixFindSkewSweepAndSearch(ink.get(), &angle, &confidence, 4, 2, 5, 1, 0.01F) != 0) return 0;
    return confidence > sure_skew && std::abs(angle) > least_skew ? angle : 0;
}

void straighten(Sheet& sheet) {
    const double angle = skew_of(sheet.ink);
    if (angle == 0) return;
    Bitmap grey(
        pixRotate(sheet.grey.get(), static_cast<l_float32>(angle / radian), L_ROTATE_AREA_MAP, L_BRING_IN_WHITE, 0, 0));
    Bitmap ink(grey ? pixThresholdToBinary(grey.get(), 140) : nullptr);
    if (!ink) return;
    sheet.grey = std::move(grey);
    sheet.ink = std::move(ink);
    sheet.skew = angle;
}

} // namespace

Sheet prepare(Canvas canvas) {
    Sheet sheet;
    sheet.dots_per_inch = canvas.dots_per_inch;
    sheet.width = canvas.width;
    sheet.height = canvas.height;
    const bool is_bilevel = canvas.picture.depth() == 1;
    if (is_bilevel) {
        sheet.ink = clean(canvas.picture, sheet.dots_per_inch);
        sheet.grey = Bitmap(sheet.ink ? pixConvert1To8(nullptr, sheet.ink.get(), 255, 0) : nullptr);
    } else {
        const Bitmap uncoloured = without_colours(canvas.picture);
        sheet.grey = uncoloured ? even_paper(uncoloured) : Bitmap();
        sheet.ink = sheet.grey ? clean(binarise(sheet.grey, sheet.dots_per_inch), sheet.dots_per_inch) : Bitmap();
        if (sheet.ink) wipe(sheet.grey, sheet.ink);
    }
    if (sheet.ink && sheet.grey) straighten(sheet);
    return sheet;
}

} // namespace vanthu::read::scan
