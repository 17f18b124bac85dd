#include "read/docx/table_builder.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace vanthu::read::docx {
namespace {

using ooxml::XmlElement;

constexpr int most_columns = 1000;

bool all_bold(const flow::Row& row, const flow::Document& document) {
    bool any = false;
    for (const flow::Cell& cell : row.cells)
        for (const flow::Content& content : cell.content) {
            const auto* paragraph = std::get_if<flow::Paragraph>(&content);
            if (!paragraph) continue;
            if (!document.styles[paragraph->style].bold) return false;
            any = true;
        }
    return any;
}

/// w:tblLook: as one number of old, or by attribute.
bool asks_for_first_row(const XmlElement& look) {
    if (!look) return true;
    const std::string_view flag = look.attribute("w:firstRow");
    if (!flag.empty()) return flag != "0" && flag != "false" && flag != "off";
    const std::string_view bits = look.attribute("w:val");
    constexpr std::string_view with_bit = "2367abefABEF"; // 0x0020, the last digit but one
    return bits.size() < 2 || with_bit.find(bits[bits.size() - 2]) != std::string_view::npos;
}

} // namespace

TableBuilder::TableBuilder(Reading& reading) : reading_(reading), blocks_(reading) {
    table_.origin = reading.maker.origin();
}

void TableBuilder::properties(const XmlElement& element) {
    style_ = reading_.styles.find(StyleKind::table, element.value("w:tblStyle"));
    if (style_) borders_.apply(style_->borders);
    borders_.apply(read_borders(element.child("w:tblBorders")));
    table_.title = element.value("w:tblCaption");
    first_row_differs_ = asks_for_first_row(element.child("w:tblLook"));
    constexpr double usual_padding = 5.4;
    const XmlElement margins = element.child("w:tblCellMar");
    table_.padding = length(margins.child("w:left").attribute("w:w")).value_or(usual_padding);
}

void TableBuilder::grid(const XmlElement& element) {
    for (const XmlElement column : element)
        if (column.is("w:gridCol") && widths_.size() < most_columns)
            widths_.push_back(std::max(0.0, length(column.attribute("w:w")).value_or(0)));
}

void TableBuilder::row(const XmlElement& element) {
    const XmlElement properties = element.child("w:trPr");
    if (properties.child("w:del")) {
        ++reading_.changes;
        return;
    }
    if (properties.child("w:ins")) ++reading_.changes;
    flow::Row row;
    const XmlElement header = properties.child("w:tblHeader");
    const bool is_header = header && is_on(header) && !header_ended_;
    header_ended_ = !is_header;
    row.kind = is_header ? flow::RowKind::header : flow::RowKind::task;
    table_.rows.push_back(std::move(row));
    column_ = 0;
    RowLook look;
    if (style_) {
        look = {style_->run, style_->paragraph};
        if (is_first_row() && first_row_differs_) {
            look.run.apply(style_->first_row_run);
            look.paragraph.apply(style_->first_row_paragraph);
        }
    }
    gap(whole_number(properties.value("w:gridBefore")).value_or(0));
    cells(element, look);
    gap(whole_number(properties.value("w:gridAfter")).value_or(0));
    if (table_.rows.back().cells.empty()) table_.rows.pop_back();
}

void TableBuilder::cells(const XmlElement& parent, const RowLook& look) {
    for (const XmlElement element : parent) {
        const std::string_view name = element.name();
        if (name == "w:tc")
            cell(element, look);
        else if (name == "w:sdt" || name == "w:sdtContent" || name == "w:customXml" || name == "w:ins")
            cells(element, look);
    }
}

void TableBuilder::cell(const XmlElement& element, const RowLook& look) {
    const XmlElement properties = element.child("w:tcPr");
    const int columns = std::clamp(whole_number(properties.value("w:gridSpan")).value_or(1), 1, most_columns);
    if (properties.child("w:cellDel")) ++reading_.changes;
    count_sides(properties, columns);
    flow::Cell cell;
    if (covered(properties, columns)) {
        cell.row_span = 0;
    } else {
        Paragraphs paragraphs;
        blocks_.read(element, &look, paragraphs);
        blocks_.flush(paragraphs);
        for (flow::Paragraph& paragraph : paragraphs) cell.content.emplace_back(std::move(paragraph));
    }
    if (static_cast<std::size_t>(column_) >= widths_.size() && columns == 1 && column_ < most_columns) {
        widths_.resize(static_cast<std::size_t>(column_) + 1);
        widths_.back() = std::max(0.0, length(properties.child("w:tcW").attribute("w:w")).value_or(0));
    }
    append(std::move(cell), columns);
}

/// Whether the cell belongs to the one above it. Notes where merges over rows begin.
bool TableBuilder::covered(const XmlElement& properties, int columns) {
    const XmlElement merge = properties.child("w:vMerge");
    const auto above = owners_.find(column_);
    if (!merge || merge.attribute("w:val") == "restart") {
        owners_.erase(owners_.lower_bound(column_), owners_.lower_bound(column_ + columns));
        if (merge) owners_[column_] = {table_.rows.size() - 1, table_.rows.back().cells.size()};
        return false;
    }
    if (above == owners_.end()) return false;
    flow::Cell& owner = table_.rows[above->second.row].cells[above->second.cell];
    const bool fits = owner.span == columns && above->second.row + owner.row_span + 1 == table_.rows.size() &&
                      owner.row_span < std::numeric_limits<std::uint16_t>::max();
    if (fits) ++owner.row_span;
    return fits;
}

void TableBuilder::count_sides(const XmlElement& properties, int columns) {
    const Borders own = read_borders(properties.child("w:tcBorders"));
    const bool at_left = column_ == 0;
    const bool at_right = static_cast<std::size_t>(column_) + static_cast<std::size_t>(columns) >= widths_.size();
    const auto drawn = [&](Side side, Side of_table) {
        const double thickness = own.of(side).value_or(borders_.of(of_table).value_or(0));
        if (thickness > 0) table_.border = table_.border > 0 ? std::min(table_.border, thickness) : thickness;
        return thickness > 0 ? 1U : 0U;
    };
    ++cells_;
    sides_drawn_ += drawn(Side::top, is_first_row() ? Side::top : Side::inside_horizontal);
    sides_drawn_ += drawn(Side::bottom, Side::inside_horizontal);
    sides_drawn_ += drawn(Side::left, at_left ? Side::left : Side::inside_vertical);
    sides_drawn_ += drawn(Side::right, at_right ? Side::right : Side::inside_vertical);
}

void TableBuilder::gap(int columns) {
    if (columns > 0) append({}, std::min(columns, most_columns));
}

void TableBuilder::append(flow::Cell cell, int columns) {
    if (column_ + columns > most_columns) {
        too_wide_ = true;
        return;
    }
    cell.span = static_cast<std::uint16_t>(columns);
    column_ += columns;
    edges_.insert(column_);
    table_.rows.back().cells.push_back(std::move(cell));
}

/// Columns that no cell ends at are no columns. Short rows get an empty cell.
void TableBuilder::merge_columns() {
    const std::vector<int> edges(edges_.begin(), edges_.end());
    widths_.resize(static_cast<std::size_t>(edges.back()));
    table_.widths.assign(edges.size(), 0);
    for (std::size_t i = 0, column = 0; i < edges.size(); ++i)
        for (; column < static_cast<std::size_t>(edges[i]); ++column) table_.widths[i] += widths_[column];
    std::vector<std::uint16_t> merged(static_cast<std::size_t>(edges.back()) + 1); // edges at or before a position
    for (std::size_t i = 1, known = 0; i < merged.size(); ++i) {
        if (static_cast<std::size_t>(edges[known]) == i) ++known;
        merged[i] = static_cast<std::uint16_t>(known);
    }
    for (flow::Row& row : table_.rows) {
        std::size_t at = 0;
        for (flow::Cell& cell : row.cells) {
            const std::size_t end = at + cell.span;
            cell.span = static_cast<std::uint16_t>(merged[end] - merged[at]);
            at = end;
        }
        const auto rest = static_cast<std::uint16_t>(edges.size() - merged[at]);
        if (rest == 0) continue;
        row.cells.emplace_back();
        row.cells.back().span = rest;
    }
}

/// Tables whose header no one has marked: the first row, with those that its cells reach down to, where it alone is
/// bold.
void TableBuilder::find_header() {
    std::vector<flow::Row>& rows = table_.rows;
    if (rows.size() < 2 || rows.front().kind == flow::RowKind::header || rows.front().cells.size() < 2) return;
    std::size_t end = 1;
    for (const flow::Cell& cell : rows.front().cells) end = std::max<std::size_t>(end, cell.row_span);
    if (end >= rows.size()) return;
    for (std::size_t i = 0; i < end; ++i)
        if (!all_bold(rows[i], reading_.document)) return;
    const bool all =
        std::all_of(rows.begin(), rows.end(), [&](const flow::Row& row) { return all_bold(row, reading_.document); });
    for (std::size_t i = 0; i < end && !all; ++i) rows[i].kind = flow::RowKind::header;
}

flow::Table TableBuilder::finish() {
    if (!table_.rows.empty() && !too_wide_) {
        merge_columns();
        find_header();
    }
    return std::exchange(table_, {});
}

} // namespace vanthu::read::docx
