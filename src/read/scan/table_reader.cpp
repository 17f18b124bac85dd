#include "read/scan/table_reader.h"

#include "read/scan/cell_reader.h"
#include "read/scan/raster_grid.h"

#include <algorithm>
#include <cmath>

namespace vanthu::read::scan {
namespace {

constexpr double least_rule = 0.5;    ///< inch of a rule that stands alone
constexpr double beside = 0.03;       ///< inch; what lies so near to a rule may touch it
constexpr double most_touched = 0.2;  ///< share of a lone rule with ink beside it: else it is a part of letters
constexpr double taken_around = 0.05; ///< inch on either side of a rule in which its ink is looked for

BOX box_of(const RasterRule& rule, bool across, double around) {
    const int from = static_cast<int>(rule.from - around), length = static_cast<int>(rule.length() + 2 * around);
    const int at = static_cast<int>(rule.at - around), width = static_cast<int>(2 * around + 1);
    return across ? BOX{from, at, length, width, 1} : BOX{at, from, width, length, 1};
}

/// How much of the picture is ink along a line beside the rule.
double ink_along(const Bitmap& ink, const RasterRule& rule, double y) {
    BOX box{static_cast<int>(rule.from), static_cast<int>(y), static_cast<int>(rule.length()), 1, 1};
    const Bitmap strip(pixClipRectangle(ink.get(), &box, nullptr));
    l_int32 count = 0;
    if (strip) pixCountPixels(strip.get(), &count, nullptr);
    return count / rule.length();
}

bool stands_alone(const Bitmap& ink, const RasterRule& rule, double dpi) {
    if (rule.length() < least_rule * dpi) return false;
    const double off = beside * dpi + rule.thickness / 2;
    return ink_along(ink, rule, rule.at - off) < most_touched && ink_along(ink, rule, rule.at + off) < most_touched;
}

/// The ink of rules that are really such, to be taken out of the sheet.
class Eraser {
  public:
    Eraser(Sheet& sheet, const Ruling& ruling)
        : sheet_(sheet), ruling_(ruling), mask_(pixCreateTemplate(sheet.ink.get())) {}

    void take(const RasterRule& rule, bool across) {
        const BOX box = box_of(rule, across, taken_around * sheet_.dots_per_inch);
        pixRasterop(mask_.get(), box.x, box.y, box.w, box.h, PIX_PAINT, ruling_.pixels.get(), box.x, box.y);
    }

    void erase() {
        pixSubtract(sheet_.ink.get(), sheet_.ink.get(), mask_.get());
        const Bitmap around(pixDilateBrick(nullptr, mask_.get(), 5, 5));
        const Bitmap letters(pixDilateBrick(nullptr, sheet_.ink.get(), 3, 3));
        pixSubtract(around.get(), around.get(), letters.get());
        pixSetMasked(sheet_.grey.get(), around.get(), 255);
    }

  private:
    Sheet& sheet_;
    const Ruling& ruling_;
    Bitmap mask_;
};

pages::Line line_of(const RasterRule& rule, bool across, double points) {
    const double at = rule.at * points, from = rule.from * points, to = rule.to * points;
    const double thickness = rule.thickness * points;
    return across ? pages::Line{from, at, to, at, thickness, false} : pages::Line{at, from, at, to, thickness, false};
}

pages::Box area_of(const RasterGrid& grid, double points) {
    return {grid.left() * points, grid.top() * points, grid.right() * points, grid.bottom() * points};
}

} // namespace

TablesRead read_tables(Sheet& sheet, Recogniser& recogniser) {
    TablesRead result;
    Ruling ruling = find_rules(sheet.ink, sheet.dots_per_inch);
    if (!ruling.pixels) return result;
    const double points = 72 / sheet.dots_per_inch;
    std::vector<RasterGrid> grids = take_grids(ruling, sheet.dots_per_inch);
    for (const RasterGrid& grid : grids)
        if (is_stamp(grid, sheet.dots_per_inch)) result.stamps.push_back(area_of(grid, points));
    std::erase_if(grids, [&](const RasterGrid& grid) { return is_stamp(grid, sheet.dots_per_inch); });
    Eraser eraser(sheet, ruling);
    const auto take = [&](const std::vector<RasterRule>& rules, bool across) {
        for (const RasterRule& rule : rules) {
            eraser.take(rule, across);
            result.lines.push_back(line_of(rule, across, points));
        }
    };
    for (const RasterGrid& grid : grids) {
        take(grid.horizontal, true);
        take(grid.vertical, false);
    }
    for (const pages::Box& stamp : take_stamps(ruling, sheet.dots_per_inch)) result.stamps.push_back(stamp);
    std::erase_if(ruling.horizontal,
                  [&](const RasterRule& rule) { return !stands_alone(sheet.ink, rule, sheet.dots_per_inch); });
    take(ruling.horizontal, true);
    eraser.erase();
    for (const RasterGrid& grid : grids) {
        std::vector<ReadWord> words = read_cells(sheet, grid, recogniser);
        const ReadWord before = result.words.empty() ? ReadWord{} : result.words.back();
        for (ReadWord& word : words) {
            word.line += before.line;
            word.block += before.block;
            result.words.push_back(std::move(word));
        }
        result.areas.push_back(area_of(grid, points));
    }
    return result;
}

} // namespace vanthu::read::scan
