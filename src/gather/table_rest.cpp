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

int cell_signs(const CellText& above, const CellText& below, const pages::Sight& sight) {
    if (below.empty()) return 0;
    if (above.empty()) return -2;
    const CellLine &last = above.lines.back(), &next = below.lines.front();
    if (ends_open(last.text)) return 2;
    const bool complete = ends_sentence(last.text);
    if (starts_small(next.text)) return complete ? 1 : 3;
    if (starts_item(next.text)) return complete ? 1 : 0;
    if (!ends_full(last, next, sight)) return -1;
    return complete ? -1 : 0;
}

double line_height(const JoinedRow& row) {
    double size = 0;
    for (const JoinedCell& cell : row.cells)
        for (const CellLine& line : cell.text.lines) size = std::max(size, line.line.size);
    return 1.25 * std::max(size, 6.0);
}

/// How many parts of the page turn speak for a cut: the row above reaches as far down as rows do.
int place_signs(const JoinedRow& above, const JoinedRow& below, const RowHabits& habits) {
    int signs = 0;
    if (!above.closed_below) signs += 3;
    if (!below.closed_above) signs += 3;
    if (habits.lowest - above.box.y2 > 1.6 * line_height(above)) signs -= 3;
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
            if (row.cells.size() * 2 > row.filled() && row.cells.size() > 2) filled.push_back(row.filled());
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
    int signs = place_signs(above, below, habits), cells = 0;
    for (const JoinedCell& cell : below.cells) {
        const JoinedCell* other = above.at(cell.column);
        cells += other ? cell_signs(other->text, cell.text, sight) : 0;
    }
    signs += std::clamp(cells, -6, 6);
    const bool no_ordinal = !below.cells.empty() && below.cells.front().text.empty();
    if (no_ordinal && above_ordinal && habits.always_ordinal) signs += 2;
    if (no_ordinal && below.filled() * 2 <= habits.typical) signs += 3;
    return signs >= 2;
}

} // namespace vanthu::gather
