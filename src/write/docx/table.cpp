#include "write/docx/table.h"

#include "write/docx/units.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace vanthu::write::docx {
namespace {

using ooxml::Element;
using ooxml::XmlWriter;

bool has_header(const flow::Table& table) {
    return !table.rows.empty() && table.rows.front().kind == flow::RowKind::header;
}

/// Headings stay with the row behind them, a signature stays in one piece.
bool keeps_next(const flow::Table& table, std::size_t row) {
    if (row + 1 == table.rows.size()) return false;
    if (table.kind == flow::TableKind::signature) return true;
    const flow::RowKind kind = table.rows[row].kind;
    return kind == flow::RowKind::header || kind == flow::RowKind::section;
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

/// Judged without a font, from how many bytes of text fill a line; only rows far from the height of a page are certain.
bool TableWriter::taller_than_page(const flow::Row& row) const {
    constexpr double line_height = 1.149;  // of the size
    constexpr double width_of_byte = 0.33; // of the size: Vietnamese text in UTF-8, set in Times New Roman
    const double page_height = page_.height - page_.top - page_.bottom;
    std::size_t column = 0;
    for (const flow::Cell& cell : row.cells) {
        double width = -2 * table_.padding;
        for (const std::size_t end = column + cell.span; column < end; ++column)
            width += grid_.at(column) / twips_per_point;
        double height = 2 * table_.padding_vertical;
        for (const flow::Content& content : cell.content) {
            const auto* paragraph = std::get_if<flow::Paragraph>(&content);
            if (paragraph == nullptr) continue;
            const flow::ParagraphStyle& style = content_.style_of(*paragraph);
            std::size_t bytes = 0;
            for (const flow::Run& run : paragraph->runs) bytes += run.text.size();
            const double lines =
                std::max(1.0, std::floor(static_cast<double>(bytes) * width_of_byte * style.size / width));
            height += style.space_before + lines * style.size * line_height * style.line_spacing;
        }
        if (height > page_height) return true;
    }
    return false;
}

void TableWriter::write_row_properties(XmlWriter& xml, const flow::Row& row) const {
    const bool header = row.kind == flow::RowKind::header;
    // Word would begin a row that fits no page on a new one, and leave the rest of this one blank.
    const bool whole = !taller_than_page(row);
    if (!whole && !header) return;
    const Element properties(xml, "w:trPr");
    if (whole) xml.element("w:cantSplit");
    if (header) xml.element("w:tblHeader");
}

void TableWriter::write_row(XmlWriter& xml, std::size_t index) const {
    const flow::Row& row = table_.rows[index];
    const bool keep_next = keeps_next(table_, index);
    const Element element(xml, "w:tr");
    write_row_properties(xml, row);
    std::size_t column = 0;
    for (const flow::Cell& cell : row.cells) {
        int width = 0;
        for (const std::size_t end = column + cell.span; column < end; ++column) width += grid_.at(column);
        write_cell(xml, row, cell, width, keep_next);
    }
}

void TableWriter::write_cell(XmlWriter& xml, const flow::Row& row, const flow::Cell& cell, int width,
                             bool keep_next) const {
    const Element element(xml, "w:tc");
    {
        const Element properties(xml, "w:tcPr");
        xml.element("w:tcW", {{"w:w", width}, {"w:type", "dxa"}});
        if (cell.span > 1) xml.element("w:gridSpan", {{"w:val", cell.span}});
        if (row.kind == flow::RowKind::header) xml.element("w:vAlign", {{"w:val", "center"}});
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
