#include "read/scan/cell_reader.h"

#include "read/scan/plausible.h"
#include "read/scan/second_look.h"
#include "text/look_alike.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace vanthu::read::scan {
namespace {

constexpr double one_line = 0.27;  ///< inch; two lines of small type are higher
constexpr double short_text = 0.6; ///< inch; an ordinal, a number
constexpr double strip_gap = 0.16; ///< inch between texts set side by side
constexpr double strip_width = 8;  ///< inch

constexpr float sure_mark = 0.4F, sure_word = 0.3F, least_sure = 0.1F; ///< confidence

bool is_short(const CellPicture& cell, double dpi) {
    return cell.ink_height <= one_line * dpi && cell.ink_width <= short_text * dpi;
}

/// Short texts of one column side by side in one line: a single character is hardly recognised alone.
struct Strip {
    struct Place {
        const CellPicture* cell;
        int x, y; ///< of the cell's picture within the strip
    };
    std::vector<Place> places;
    int width = 0, height = 0;
};

class CellReader {
  public:
    CellReader(const Sheet& sheet, const RasterGrid& grid, Recogniser& recogniser)
        : grid_(grid), recogniser_(recogniser), dpi_(sheet.dots_per_inch), cells_(cell_pictures(sheet, grid)),
          words_(cells_.size()) {}

    std::vector<ReadWord> read_all() {
        std::map<std::size_t, std::vector<const CellPicture*>> columns;
        for (const CellPicture& cell : cells_) {
            if (is_short(cell, dpi_))
                columns[grid_.fields[cell.field].column].push_back(&cell);
            else
                read_alone(cell);
        }
        for (const auto& [column, cells] : columns) read_strips(cells);
        return collected();
    }

  private:
    const RasterGrid& grid_;
    Recogniser& recogniser_;
    double dpi_;
    std::vector<CellPicture> cells_;
    std::vector<std::vector<ReadWord>> words_; ///< of each cell

    int length(double inch) const { return static_cast<int>(std::lround(inch * dpi_)); }
    std::vector<ReadWord>& words_of(const CellPicture& cell) {
        return words_[static_cast<std::size_t>(&cell - cells_.data())];
    }

    std::vector<ReadWord> read(const Bitmap& picture, Layout layout) {
        return read_carefully(picture, layout, dpi_, recogniser_);
    }

    void read_alone(const CellPicture& cell) {
        const Layout layout = cell.ink_height <= length(one_line) ? Layout::line : Layout::block;
        for (ReadWord& word : read(cell.grey, layout)) keep(cell, std::move(word), 0, 0);
    }

    /// Specks of dirt and rests of a stamp are read as marks and impossible words.
    static bool is_noise(const ReadWord& word) {
        switch (kind_of(word.text)) {
        case Kind::strange:
            return true;
        case Kind::mark:
            return word.confidence < sure_mark;
        case Kind::odd:
            return word.confidence < (text::may_be_mended(word.text) ? least_sure : sure_word);
        default:
            return word.confidence < least_sure;
        }
    }

    /// `x`, `y`: where the cell's picture lies in the one that was recognised.
    void keep(const CellPicture& cell, ReadWord word, int x, int y) {
        if (is_noise(word)) return;
        const int right = cell.x - x, down = cell.y - y;
        word.x1 += right;
        word.x2 += right;
        word.y1 += down;
        word.y2 += down;
        word.baseline += down;
        words_of(cell).push_back(std::move(word));
    }

    void read_strips(const std::vector<const CellPicture*>& cells) {
        Strip strip;
        for (const CellPicture* cell : cells) {
            if (strip.width + cell->ink_width > length(strip_width)) {
                read_strip(strip);
                strip = {};
            }
            add(strip, *cell);
        }
        read_strip(strip);
    }

    /// On one baseline, for which the lower end of the ink must do.
    void add(Strip& strip, const CellPicture& cell) const {
        if (strip.places.empty()) strip.width = cell.ink_x;
        strip.places.push_back({&cell, strip.width - cell.ink_x, -(cell.ink_y + cell.ink_height)});
        strip.width += cell.ink_width + length(strip_gap);
        strip.height = std::max(strip.height, cell.ink_height);
    }

    void read_strip(Strip& strip) {
        if (strip.places.empty()) return;
        const int white = strip.places.front().cell->ink_x;
        const Bitmap picture(pixCreate(strip.width + white, strip.height + 2 * white, 8));
        if (!picture) return;
        pixSetAll(picture.get());
        for (Strip::Place& place : strip.places) {
            place.y += strip.height + white;
            const CellPicture& cell = *place.cell;
            pixRasterop(picture.get(), place.x + cell.ink_x, place.y + cell.ink_y, cell.ink_width, cell.ink_height,
                        PIX_SRC, cell.grey.get(), cell.ink_x, cell.ink_y);
        }
        for (ReadWord& word : read(picture, Layout::line)) {
            if (covers_several(word, strip)) continue;
            const int middle = (word.x1 + word.x2) / 2;
            const auto place = std::find_if(strip.places.rbegin(), strip.places.rend(), [&](const Strip::Place& there) {
                return there.x + there.cell->ink_x - length(strip_gap) / 2 <= middle;
            });
            if (place != strip.places.rend()) keep(*place->cell, std::move(word), place->x, place->y);
        }
        for (const Strip::Place& place : strip.places)
            if (words_of(*place.cell).empty()) read_alone(*place.cell);
    }

    /// "3" and "4" side by side were read as 34: each is read alone then.
    static bool covers_several(const ReadWord& word, const Strip& strip) {
        return std::ranges::count_if(strip.places, [&](const Strip::Place& place) {
                   const int middle = place.x + place.cell->ink_x + place.cell->ink_width / 2;
                   return middle > word.x1 && middle < word.x2;
               }) > 1;
    }

    std::vector<ReadWord> collected() {
        std::vector<ReadWord> result;
        unsigned line = 0, block = 0;
        for (std::vector<ReadWord>& words : words_) {
            unsigned last = 0;
            ++block;
            for (ReadWord& word : words) {
                if (last == 0 || word.line != last) ++line;
                last = word.line;
                word.line = line;
                word.block = block;
                result.push_back(std::move(word));
            }
        }
        return result;
    }
};

} // namespace

std::vector<ReadWord> read_cells(const Sheet& sheet, const RasterGrid& grid, Recogniser& recogniser) {
    return CellReader(sheet, grid, recogniser).read_all();
}

} // namespace vanthu::read::scan
