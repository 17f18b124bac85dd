#include "gather/table_piece.h"

#include "gather/table_rules.h"

#include <algorithm>

namespace vanthu::gather {

const JoinedCell* JoinedRow::at(std::size_t column) const {
    for (const JoinedCell& cell : cells)
        if (cell.column == column) return &cell;
    return nullptr;
}

std::size_t JoinedRow::filled() const {
    return static_cast<std::size_t>(
        std::count_if(cells.begin(), cells.end(), [](const JoinedCell& cell) { return !cell.text.empty(); }));
}

std::vector<JoinedRow> rows_of(const PageTable& piece, const std::vector<double>& edges, double shift,
                               const pages::Sight& sight) {
    std::vector<JoinedRow> rows(piece.row_edges.size() - 1);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        rows[i].page = piece.page;
        rows[i].box = {piece.box.x1, piece.row_edges[i], piece.box.x2, piece.row_edges[i + 1]};
    }
    rows.front().closed_above = !piece.open_above;
    rows.back().closed_below = !piece.open_below;
    for (const PageCell& cell : piece.cells) {
        const std::size_t columns = edges.size() - 1;
        const std::size_t from = std::min(nearest(edges, piece.column_edges[cell.column] + shift), columns - 1);
        const std::size_t to = nearest(edges, piece.column_edges[std::size_t{cell.column} + cell.column_span] + shift);
        JoinedRow& row = rows[cell.row];
        const std::size_t free = row.cells.empty() ? 0 : row.cells.back().column + row.cells.back().span;
        if (std::max(from, free) >= columns) continue;
        const std::size_t begin = std::max(from, free), end = std::max(to, begin + 1);
        row.cells.push_back({begin, static_cast<std::uint16_t>(end - begin), cell.row_span,
                             cell_text(sight.pages[piece.page], piece.page, cell.box, cell.words)});
    }
    return rows;
}

} // namespace vanthu::gather
