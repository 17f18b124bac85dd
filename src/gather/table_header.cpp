// Which rows at the top are the header.
#include "gather/table_piece.h"
#include "gather/text_marks.h"

#include <algorithm>
#include <numeric>

namespace vanthu::gather {
namespace {

constexpr std::size_t most_header_rows = 6;

/// (1) (2) (3) … or 1 2 3 … under the titles.
bool is_numbering(const JoinedRow& row) {
    if (row.cells.size() < 3 || row.filled() < row.cells.size()) return false;
    std::size_t ordinals = 0;
    for (const JoinedCell& cell : row.cells) ordinals += is_ordinal(cell.text.letters()) ? 1 : 0;
    return ordinals + 1 >= row.cells.size();
}

std::size_t repeated_rows(const std::vector<JoinedRow>& first, const std::vector<JoinedRow>& other) {
    std::size_t count = 0;
    while (count < std::min({first.size(), other.size(), most_header_rows}) && repeats(first[count], other[count]))
        ++count;
    return count;
}

/// A row of titles as it looks: all bold, or each field with a short text in its middle and no ordinal first.
bool looks_like_header(const JoinedRow& row, const JoinedRow& next, const pages::Sight& sight) {
    std::size_t bold = 0, centred = 0;
    for (const JoinedCell& cell : row.cells) {
        if (cell.text.empty()) continue;
        bold += is_bold(cell.text, sight) ? 1 : 0;
        centred += is_centred(cell.text) ? 1 : 0;
    }
    const std::size_t filled = row.filled();
    if (filled == 0 || row.cells.empty()) return false;
    const bool ordinal = !row.cells.front().text.empty() && is_ordinal(row.cells.front().text.letters());
    if (ordinal && row.cells.front().text.letters().size() <= 2) return false;
    if (bold == filled && filled * 2 > row.cells.size()) return true;
    const bool next_ordinal = !next.cells.empty() && is_ordinal(next.cells.front().text.letters());
    return filled == row.cells.size() && (centred == filled || next_ordinal);
}

/// Rows that cells beginning in the first `count` rows reach down to.
std::size_t reach(const std::vector<JoinedRow>& rows, std::size_t count) {
    for (std::size_t i = 0; i < count && i < rows.size(); ++i)
        for (const JoinedCell& cell : rows[i].cells)
            if (i + cell.row_span <= most_header_rows) count = std::max(count, i + cell.row_span);
    return count;
}

/// Letters of one text and the other, where recognition may have changed, added or lost some: one in four.
bool nearly_same(const std::string& a, const std::string& b) {
    std::vector<std::size_t> costs(b.size() + 1);
    std::iota(costs.begin(), costs.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = costs[0]++;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t change = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = costs[j + 1];
            costs[j + 1] = std::min({change, costs[j] + 1, diagonal + 1});
        }
    }
    return costs.back() * 4 <= std::max(a.size(), b.size());
}

bool is_same_title(const CellText& title, const CellText& other) {
    const std::string a = title.letters(), b = other.letters();
    if (a == b) return true;
    return other.is_recognised() && nearly_same(a, b);
}

} // namespace

bool repeats(const JoinedRow& header, const JoinedRow& row) {
    if (header.filled() == 0) return row.filled() == 0 && header.cells.size() == row.cells.size();
    std::size_t same = 0, all = 0;
    for (const JoinedCell& cell : header.cells) {
        const JoinedCell* other = row.at(cell.column);
        const std::string letters = cell.text.letters();
        if (letters.empty() && (!other || other->text.empty())) continue;
        ++all;
        same += other && is_same_title(cell.text, other->text) ? 1 : 0;
    }
    return row.filled() <= header.filled() + 1 && same * 5 >= all * 4;
}

std::size_t header_rows(const std::vector<std::vector<JoinedRow>>& pieces, const pages::Sight& sight) {
    const std::vector<JoinedRow>& rows = pieces.front();
    std::size_t count = 0;
    for (std::size_t i = 1; i < pieces.size(); ++i) count = std::max(count, repeated_rows(rows, pieces[i]));
    if (count == 0 && rows.size() > 1 && looks_like_header(rows[0], rows[1], sight)) count = 1;
    if (count == 0) return 0;
    count = std::min(reach(rows, count), rows.size());
    if (count < rows.size() && is_numbering(rows[count]) && rows.size() > count + 1) ++count;
    return count;
}

} // namespace vanthu::gather
