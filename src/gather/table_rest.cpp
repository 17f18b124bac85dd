// Whether a row was cut by the page turn. Word and LibreOffice close the border of both parts, so the lines alone do
// not tell; several weak signs do.
#include "gather/table_piece.h"
#include "gather/text_marks.h"

#include <algorithm>
#include <cmath>

namespace vanthu::gather {
namespace {

bool same_fields(const JoinedRow& above, const JoinedRow& below) {
    if (above.cells.size() != below.cells.size()) return false;
    for (std::size_t i = 0; i < above.cells.size(); ++i)
        if (above.cells[i].column != below.cells[i].column || above.cells[i].span != below.cells[i].span) return false;
    return true;
}

bool has_ordinal(const JoinedRow& row) {
    return !row.cells.empty() && row.cells.front().column == 0 && is_ordinal(row.cells.front().text.letters());
}

/// The last line leaves no room for the word that comes next: the paragraph may go on.
bool ends_full(const CellLine& last, const CellLine& next, const pages::Sight& sight) {
    const pages::Box& word = sight.pages[next.page].words[next.line.words.front()].box;
    const double inside = (last.cell.x2 - last.cell.x1) - (last.line.box.x2 - last.line.box.x1);
    return inside - last.line.size < word.x2 - word.x1;
}

/// A text goes on at the turn only from the bottom of the one part to the top of the other.
bool meets_turn(const CellLine& last, const CellLine& next) {
    const double below = last.cell.y2 - last.line.box.y2, above = next.line.box.y1 - next.cell.y1;
    return below < 1.6 * last.line.size && above < 1.6 * next.line.size;
}

enum class Sign : std::uint8_t {
    against, ///< these cannot be two parts of one cell
    none,
    possible, ///< a paragraph that may go on, or an item that follows
    likely
};

Sign sign_of(const CellText& above, const CellText& below, const pages::Sight& sight) {
    if (above.empty() || below.empty()) return Sign::none;
    const CellLine &last = above.lines.back(), &next = below.lines.front();
    if (!meets_turn(last, next)) return Sign::against;
    const bool complete = ends_sentence(last.text);
    if (starts_item(next.text)) return Sign::possible;
    if (complete) return starts_small(next.text) && ends_full(last, next, sight) ? Sign::possible : Sign::none;
    if (!ends_full(last, next, sight)) return Sign::none;
    return ends_open(last.text) || starts_small(next.text) ? Sign::likely : Sign::possible;
}

double line_height(const JoinedRow& row) {
    double size = 0;
    for (const JoinedCell& cell : row.cells)
        for (const CellLine& line : cell.text.lines) size = std::max(size, line.line.size);
    return 1.25 * std::max(size, 6.0);
}

/// A row is cut only where no line more had room on the sheet.
bool reaches_end(const JoinedRow& above, const RowHabits& habits) {
    return habits.lowest - above.box.y2 < 2 * line_height(above);
}

struct Signs {
    int against = 0, possible = 0, likely = 0, fresh = 0; ///< numbers of cells; fresh: nothing stood above
};

Signs signs_of(const JoinedRow& above, const JoinedRow& below, const pages::Sight& sight) {
    Signs signs;
    for (const JoinedCell& cell : below.cells) {
        const JoinedCell* other = above.at(cell.column);
        if (!other || cell.text.empty()) continue;
        if (other->text.empty()) ++signs.fresh;
        const Sign sign = sign_of(other->text, cell.text, sight);
        signs.against += sign == Sign::against ? 1 : 0;
        signs.possible += sign == Sign::possible ? 1 : 0;
        signs.likely += sign == Sign::likely ? 1 : 0;
    }
    return signs;
}

} // namespace

RowHabits habits_of(const std::vector<std::vector<JoinedRow>>& pieces, std::size_t headers) {
    RowHabits habits;
    std::vector<std::size_t> filled;
    std::size_t ordinals = 0, rows = 0;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        if (!pieces[i].empty()) habits.lowest = std::max(habits.lowest, pieces[i].back().box.y2);
        // The first row of a further sheet is the one in question.
        for (std::size_t r = i == 0 ? headers : 1; r < pieces[i].size(); ++r) {
            const JoinedRow& row = pieces[i][r];
            ++rows;
            ordinals += has_ordinal(row) ? 1 : 0;
            if (row.cells.size() > 2) filled.push_back(row.filled());
        }
    }
    if (!filled.empty()) {
        std::sort(filled.begin(), filled.end());
        habits.typical = filled[filled.size() / 2];
    }
    habits.ordinals = rows > 0 && ordinals * 2 >= rows;
    habits.always_ordinal = rows > 2 && ordinals == rows;
    return habits;
}

bool is_rest(const JoinedRow& above, const JoinedRow& below, const RowHabits& habits, const pages::Sight& sight) {
    if (!same_fields(above, below) || below.filled() == 0) return false;
    const bool above_ordinal = has_ordinal(above), below_ordinal = has_ordinal(below);
    if (below_ordinal && (above_ordinal || habits.ordinals)) return false;
    const bool open = !above.closed_below || !below.closed_above;
    const Signs signs = signs_of(above, below, sight);
    if (!open && (!reaches_end(above, habits) || signs.against > 0 || signs.possible + signs.likely == 0)) return false;
    const bool no_ordinal = !below.cells.empty() && below.cells.front().text.empty();
    int sum = 3 * signs.likely + signs.possible - 2 * signs.fresh + (open ? 3 : 0);
    if (no_ordinal && above_ordinal && habits.always_ordinal) sum += 2;
    if (no_ordinal && below.filled() * 2 <= habits.typical) sum += 2;
    return sum >= 2;
}

} // namespace vanthu::gather
