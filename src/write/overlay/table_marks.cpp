#include "write/overlay/table_marks.h"

#include <algorithm>
#include <numeric>

namespace vanthu::write {
namespace {

using pages::Box;

void widen(std::optional<Box>& box, const Box& other) {
    if (!box)
        box = other;
    else
        box = Box{std::min(box->x1, other.x1), std::min(box->y1, other.y1), std::max(box->x2, other.x2),
                  std::max(box->y2, other.y2)};
}

std::optional<Box> box_of(const flow::Document& document, const flow::Cell& cell, std::uint32_t page) {
    std::optional<Box> result;
    for (const flow::Content& content : cell.content)
        if (const auto* paragraph = std::get_if<flow::Paragraph>(&content))
            for (const Box& box : boxes_of(document, paragraph->origin, page)) widen(result, box);
    return result;
}

/// Of the cells that are one row high: a higher one says nothing of where the row ends.
std::optional<Box> box_of(const flow::Document& document, const flow::Row& row, std::uint32_t page) {
    std::optional<Box> result;
    for (const flow::Cell& cell : row.cells)
        if (cell.row_span == 1)
            if (const std::optional<Box> box = box_of(document, cell, page)) widen(result, *box);
    return result;
}

std::vector<double> column_edges(const flow::Table& table, const Box& outline) {
    const double sum = std::accumulate(table.widths.begin(), table.widths.end(), 0.0);
    std::vector<double> edges;
    double x = 0;
    for (std::size_t i = 0; sum > 0 && i + 1 < table.widths.size(); ++i) {
        x += table.widths[i];
        edges.push_back(outline.x1 + x / sum * (outline.x2 - outline.x1));
    }
    return edges;
}

} // namespace

std::vector<Box> boxes_of(const flow::Document& document, flow::OriginIndex origin, std::uint32_t page) {
    std::vector<Box> boxes;
    if (origin == 0 || origin > document.origins.size()) return boxes;
    for (const flow::Spot& spot : document.origins[origin - 1].spots)
        if (spot.page == page) boxes.push_back({spot.x1, spot.y1, spot.x2, spot.y2});
    return boxes;
}

std::optional<TableMarks> table_marks(const flow::Document& document, const flow::Table& table, std::uint32_t page) {
    std::optional<Box> outline;
    for (const Box& box : boxes_of(document, table.origin, page)) widen(outline, box);
    struct SeenRow {
        Box box;
        bool header;
    };
    std::vector<SeenRow> rows;
    for (const flow::Row& row : table.rows)
        if (const std::optional<Box> box = box_of(document, row, page))
            rows.push_back({*box, row.kind == flow::RowKind::header});
    if (!outline)
        for (const SeenRow& row : rows) widen(outline, row.box);
    if (!outline) return std::nullopt;
    TableMarks marks{*outline, column_edges(table, *outline), {}, {}};
    double top = outline->y1;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const bool last = i + 1 == rows.size();
        const double bottom = last ? outline->y2 : (rows[i].box.y2 + rows[i + 1].box.y1) / 2;
        if (!last) marks.rows.push_back(bottom);
        if (rows[i].header) marks.headers.push_back({outline->x1, top, outline->x2, bottom});
        top = bottom;
    }
    return marks;
}

} // namespace vanthu::write
