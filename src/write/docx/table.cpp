#include "write/docx/table.h"

#include "write/docx/units.h"

#include <cmath>
#include <cstdlib>

namespace vanthu::write::docx {
namespace {

using ooxml::Element;
using ooxml::XmlWriter;

bool has_header(const flow::Table& table) { return !table.rows.empty() && table.rows.front().kind == flow::RowKind::header; }

/// Headings stay with the row behind them, a signature stays in one piece.
bool keeps_next(const flow::Table& table, std::size_t row) {
    if (row + 1 == table.rows.size()) return false;
    if (table.kind == flow::TableKind::signature) return true;
    const flow::RowKind kind = table.rows[row].kind;
    return kind == flow::RowKind::header || kind == flow::RowKind::section;
}

void write_row_properties(XmlWriter& xml, flow::RowKind kind) {
    const Element properties(xml, "w:trPr");
    xml.element("w:cantSplit");
    if (kind == flow::RowKind::header) xml.element("w:tblHeader");
}

/// An empty cell is as high as a line of its neighbours, and who types into it types in their style.
const flow::Paragraph* any_paragraph(const flow::Row& row) {
    for (const flow::Cell& cell : row.cells)
        for (const flow::Content& content : cell.content)
            if (const auto* paragraph = std::get_if<flow::Paragraph>(&content)) return paragraph;
    return nullptr;
}

} // namespace

std::vector<int> grid(const std::vector<double>& widths, int text_width) {
    double total = 0;
    for (const double width : widths) total += width;
    const bool fills = std::abs(twips(total) - text_width) <= static_cast<int>(twips_per_point);
    const double scale = fills && total > 0 ? text_width / total : twips_per_point;
    std::vector<int> columns;
    double position = 0;
    int edge = 0;
    for (const double width : widths) {
        position += width;
        const int next = static_cast<int>(std::lround(position * scale));
        columns.push_back(next - edge);
        edge = next;
    }
    return columns;
}

void TableWriter::begin(XmlWriter& xml) const {
    int total = 0;
    for (const int column : grid_) total += column;
    xml.open("w:tbl");
    {
        const Element properties(xml, "w:tblPr");
        xml.element("w:tblStyle", {{"w:val", book_.of(table_)}});
        xml.element("w:tblW", {{"w:w", total}, {"w:type", "dxa"}});
        xml.element("w:tblLayout", {{"w:type", "fixed"}});
        xml.element("w:tblLook", {{"w:val", has_header(table_) ? "0020" : "0000"}}); // 0020: the first row is a header
        if (!table_.title.empty()) xml.element("w:tblCaption", {{"w:val", table_.title}});
    }
    const Element columns(xml, "w:tblGrid");
    for (const int column : grid_) xml.element("w:gridCol", {{"w:w", column}});
}

void TableWriter::write_row(XmlWriter& xml, std::size_t index) const {
    const flow::Row& row = table_.rows[index];
    const bool keep_next = keeps_next(table_, index);
    const Element element(xml, "w:tr");
    write_row_properties(xml, row.kind);
    std::size_t column = 0;
    for (const flow::Cell& cell : row.cells) {
        int width = 0;
        for (const std::size_t end = column + cell.span; column < end; ++column) width += grid_.at(column);
        write_cell(xml, row, cell, width, keep_next);
    }
}

void TableWriter::write_cell(XmlWriter& xml, const flow::Row& row, const flow::Cell& cell, int width, bool keep_next) const {
    const Element element(xml, "w:tc");
    {
        const Element properties(xml, "w:tcPr");
        xml.element("w:tcW", {{"w:w", width}, {"w:type", "dxa"}});
        if (cell.span > 1) xml.element("w:gridSpan", {{"w:val", cell.span}});
    }
    const int room = width - 2 * twips(table_.padding);
    Surroundings around;
    around.keep_next = keep_next;
    for (const flow::Content& content : cell.content) content_.write(xml, content, room, around);
    if (!cell.content.empty()) return;
    if (const flow::Paragraph* neighbour = any_paragraph(row))
        content_.write(xml, flow::Paragraph{neighbour->style, {}}, room, around);
    else
        content_.write_separator(xml, around);
}

} // namespace vanthu::write::docx
