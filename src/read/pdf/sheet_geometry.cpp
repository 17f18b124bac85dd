#include "read/pdf/sheet_geometry.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace vanthu::read::pdf {
namespace {

constexpr double longest_side = 14400 * 100.0;

std::optional<Rectangle> sound(const std::optional<Rectangle>& given) {
    if (!given) return std::nullopt;
    Rectangle r = *given;
    for (const double side : r)
        if (std::abs(side) > longest_side) return std::nullopt;
    if (r[0] > r[2]) std::swap(r[0], r[2]);
    if (r[1] > r[3]) std::swap(r[1], r[3]);
    if (r[2] - r[0] < 1 || r[3] - r[1] < 1) return std::nullopt;
    return r;
}

Rectangle visible(const PageBoxes& boxes) {
    const Rectangle media = sound(boxes.media).value_or(Rectangle{0, 0, 595, 842});
    const auto crop = sound(boxes.crop);
    if (!crop) return media;
    const Rectangle both{std::max(media[0], (*crop)[0]), std::max(media[1], (*crop)[1]), std::min(media[2], (*crop)[2]),
                         std::min(media[3], (*crop)[3])};
    return both[2] - both[0] < 1 || both[3] - both[1] < 1 ? media : both;
}

int upright(long long degrees) { return static_cast<int>((degrees / 90 % 4 + 4) % 4 * 90); }

} // namespace

SheetGeometry sheet_geometry(const PageBoxes& boxes) {
    const auto [x1, y1, x2, y2] = visible(boxes);
    const double unit = boxes.unit > 0.01 && boxes.unit < 100 ? boxes.unit : 1;
    // y turned down, origin in the corner; then the turn of /Rotate.
    const Matrix flat{unit, 0, 0, -unit, -x1 * unit, y2 * unit};
    return turned_to({(x2 - x1) * unit, (y2 - y1) * unit, 0, flat}, upright(boxes.rotate));
}

SheetGeometry turned_to(SheetGeometry sheet, int rotation) {
    while (sheet.rotation != upright(rotation)) {
        sheet.to_sheet = sheet.to_sheet * Matrix{0, 1, -1, 0, sheet.height, 0};
        std::swap(sheet.width, sheet.height);
        sheet.rotation = (sheet.rotation + 90) % 360;
    }
    return sheet;
}

} // namespace vanthu::read::pdf
