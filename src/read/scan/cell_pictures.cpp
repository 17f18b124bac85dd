#include "read/scan/cell_pictures.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace vanthu::read::scan {
namespace {

constexpr double mark_side = 0.06;    ///< inch; no larger are dots and accents
constexpr double near_edge = 0.05;    ///< inch; a mark so near to a border may belong to the other side
constexpr double least_height = 0.03; ///< inch; what is written is at least that high: a dash is wide instead
constexpr double border = 0.06;       ///< inch of white around the text

/// A connected piece of ink, in pixels of the sheet.
struct Blot {
    int x = 0, y = 0, width = 0, height = 0;
    std::size_t field = 0;

    double middle_x() const { return x + width / 2.0; }
    double middle_y() const { return y + height / 2.0; }
};

class Cutter {
  public:
    Cutter(const Sheet& sheet, const RasterGrid& grid) : sheet_(sheet), grid_(grid) {
        const int margin = length(2 * near_edge);
        x_ = std::max(0, static_cast<int>(grid.left()) - margin);
        y_ = std::max(0, static_cast<int>(grid.top()) - margin);
        BOX box{x_, y_, static_cast<int>(grid.right()) + margin - x_, static_cast<int>(grid.bottom()) + margin - y_, 1};
        const Bitmap part(pixClipRectangle(sheet.ink.get(), &box, nullptr));
        BOXA* boxes = part ? pixConnComp(part.get(), &parts_, 8) : nullptr;
        for (l_int32 i = 0; boxes && i < boxaGetCount(boxes); ++i) {
            Blot blot;
            boxaGetBoxGeometry(boxes, i, &blot.x, &blot.y, &blot.width, &blot.height);
            blot.x += x_;
            blot.y += y_;
            blots_.push_back(blot);
        }
        boxaDestroy(&boxes);
        for (Blot& blot : blots_) blot.field = field_at(blot.middle_x(), blot.middle_y());
        for (Blot& blot : blots_)
            if (is_mark(blot) && at_border(blot)) blot.field = field_of_nearest(blot);
    }
    ~Cutter() { pixaDestroy(&parts_); }
    Cutter(const Cutter&) = delete;
    Cutter& operator=(const Cutter&) = delete;

    std::vector<CellPicture> pictures() const {
        std::vector<std::vector<std::size_t>> of_field(grid_.fields.size());
        for (std::size_t i = 0; i < blots_.size(); ++i)
            if (blots_[i].field < of_field.size()) of_field[blots_[i].field].push_back(i);
        std::vector<CellPicture> result;
        for (std::size_t field = 0; field < of_field.size(); ++field)
            if (is_written(of_field[field])) result.push_back(picture(field, of_field[field]));
        std::erase_if(result, [](const CellPicture& cell) { return !cell.grey; });
        return result;
    }

  private:
    const Sheet& sheet_;
    const RasterGrid& grid_;
    int x_ = 0, y_ = 0;
    PIXA* parts_ = nullptr;
    std::vector<Blot> blots_;

    int length(double inch) const { return static_cast<int>(std::lround(inch * sheet_.dots_per_inch)); }
    bool is_mark(const Blot& blot) const { return std::max(blot.width, blot.height) <= length(mark_side); }

    std::size_t field_at(double x, double y) const {
        for (std::size_t i = 0; i < grid_.fields.size(); ++i) {
            const GridField& field = grid_.fields[i];
            if (field.x1 <= x && x < field.x2 && field.y1 <= y && y < field.y2) return i;
        }
        return grid_.fields.size();
    }

    bool at_border(const Blot& blot) const {
        if (blot.field == grid_.fields.size()) return true;
        const GridField& field = grid_.fields[blot.field];
        const double y = blot.middle_y(), reach = length(near_edge);
        return y - field.y1 < reach || field.y2 - y < reach;
    }

    /// That of the letter above or below the mark.
    std::size_t field_of_nearest(const Blot& mark) const {
        double least = length(2 * near_edge);
        std::size_t field = mark.field;
        for (const Blot& blot : blots_) {
            if (is_mark(blot) || blot.x > mark.x + mark.width || mark.x > blot.x + blot.width) continue;
            const double gap = std::max(mark.y - (blot.y + blot.height), blot.y - (mark.y + mark.height));
            if (gap >= least) continue;
            least = gap;
            field = blot.field;
        }
        return field;
    }

    bool is_written(const std::vector<std::size_t>& members) const {
        return std::any_of(members.begin(), members.end(), [&](std::size_t i) {
            return std::max(blots_[i].width, blots_[i].height) >= length(least_height);
        });
    }

    CellPicture picture(std::size_t field, const std::vector<std::size_t>& members) const {
        int left = std::numeric_limits<int>::max(), top = left, right = 0, bottom = 0;
        for (const std::size_t i : members) {
            left = std::min(left, blots_[i].x);
            top = std::min(top, blots_[i].y);
            right = std::max(right, blots_[i].x + blots_[i].width);
            bottom = std::max(bottom, blots_[i].y + blots_[i].height);
        }
        const int white = length(border);
        CellPicture cell{field, {}, left - white, top - white, white, white, right - left, bottom - top};
        const Bitmap own(pixCreate(cell.ink_width + 2 * white, cell.ink_height + 2 * white, 1));
        if (!own) return cell;
        for (const std::size_t i : members) draw(own, cell, i);
        // The grey at the edges of the letters is theirs too.
        const Bitmap around(pixDilateBrick(nullptr, own.get(), 5, 5));
        cell.grey = Bitmap(pixCreate(own.width(), own.height(), 8));
        if (!cell.grey || !around) return cell;
        pixRasterop(cell.grey.get(), 0, 0, own.width(), own.height(), PIX_SRC, sheet_.grey.get(), cell.x, cell.y);
        pixInvert(around.get(), around.get());
        pixSetMasked(cell.grey.get(), around.get(), 255);
        return cell;
    }

    void draw(const Bitmap& own, const CellPicture& cell, std::size_t i) const {
        PIX* part = pixaGetPix(parts_, static_cast<l_int32>(i), L_CLONE);
        pixRasterop(own.get(), blots_[i].x - cell.x, blots_[i].y - cell.y, blots_[i].width, blots_[i].height, PIX_PAINT,
                    part, 0, 0);
        pixDestroy(&part);
    }
};

} // namespace

std::vector<CellPicture> cell_pictures(const Sheet& sheet, const RasterGrid& grid) {
    return Cutter(sheet, grid).pictures();
}

} // namespace vanthu::read::scan
