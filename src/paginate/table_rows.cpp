#include "paginate/table_rows.h"

#include "paginate/paragraph_layout.h"

#include <algorithm>

namespace vanthu::paginate {
namespace {

/// Heights closer than this are the same: sums of lengths carry rounding errors.
constexpr double same_height = 0.01;

} // namespace

PlacedParagraph place(const flow::Document& flow, const flow::Paragraph& paragraph, double x, double width,
                      const ParagraphElements& elements, const Measure& measure) {
    const flow::ParagraphStyle& style = flow.styles[paragraph.style];
    LaidParagraph laid = lay_out(flow, paragraph, width, measure);
    PlacedParagraph result;
    result.line_height = laid.line_height;
    result.lines.reserve(laid.lines.size());
    for (LaidLine& line : laid.lines) {
        std::vector<pages::Text>& texts = result.lines.emplace_back();
        texts.reserve(line.pieces.size());
        for (Piece& piece : line.pieces) {
            const bool label = piece.label && elements.label != pages::no_element;
            texts.push_back({x + piece.x, laid.ascent, style.size, piece.gap, label ? elements.label : elements.text,
                             piece.face, style.red, std::move(piece.text)});
        }
    }
    return result;
}

Slice place_boxed(const flow::Document& flow, const flow::Paragraph& paragraph, double x, double width,
                  const ParagraphElements& elements, const Measure& measure) {
    const flow::ParagraphStyle& style = flow.styles[paragraph.style];
    const double spare = width - style.box_width;
    const double left = x + (style.align == flow::Align::right    ? spare
                             : style.align == flow::Align::centre ? spare / 2
                                                                  : 0);
    PlacedParagraph placed = place(flow, paragraph, left, style.box_width, elements, measure);
    Slice slice;
    slice.before = style.space_before;
    slice.height = style.box_height;
    double y = (style.box_height - placed.line_height * static_cast<double>(placed.lines.size())) / 2;
    for (std::vector<pages::Text>& line : placed.lines) {
        const double natural = line.empty() ? 0
                                            : line.back().x - line.front().x +
                                                  measure.width(line.back().text, line.back().face, style.size);
        for (pages::Text& text : line) {
            if (style.align != flow::Align::centre)
                text.x = left + (style.box_width - natural) / 2 + (text.x - line.front().x);
            text.y += y;
        }
        slice.texts.insert(slice.texts.end(), line.begin(), line.end());
        y += placed.line_height;
    }
    constexpr double thickness = 0.75;
    const double right = left + style.box_width;
    const double bottom = style.box_height;
    slice.lines = {{left, 0, right, 0, thickness, style.red},
                   {left, bottom, right, bottom, thickness, style.red},
                   {left, 0, left, bottom, thickness, style.red},
                   {right, 0, right, bottom, thickness, style.red}};
    return slice;
}

Slice place_rule(const flow::Rule& rule, double x, double width) {
    Slice slice;
    slice.height = rule.space_before + rule.thickness + rule.space_after;
    const double left = x + (width - rule.length) / 2;
    const double y = rule.space_before + rule.thickness / 2;
    slice.lines.push_back({left, y, left + rule.length, y, rule.thickness, false});
    return slice;
}

RowSetter::RowSetter(const flow::Document& flow, const flow::Table& table, double left, const Measure& measure,
                     ElementTree& tree)
    : flow_(flow), table_(table), left_(left), measure_(measure), tree_(tree) {
    if (table.kind == flow::TableKind::data) table_element_ = tree.table(table.title);
}

std::vector<double> RowSetter::edges(const flow::Row& row) const {
    std::vector<double> result{left_};
    std::size_t column = 0;
    for (const flow::Cell& cell : row.cells) {
        double x = result.back();
        for (std::uint16_t i = 0; i < cell.span; ++i) x += table_.widths[column++];
        result.push_back(x);
    }
    return result;
}

pages::ElementIndex RowSetter::cell_element(const flow::Row& row, std::size_t index, pages::ElementIndex row_element) {
    pages::Role role = pages::Role::table_cell;
    if (row.kind == flow::RowKind::header) role = pages::Role::table_header;
    // The words of a section row speak for the rows below it; its number alone does not.
    if (row.kind == flow::RowKind::section && index + 1 == row.cells.size()) role = pages::Role::row_header;
    return tree_.add(role, row_element, row.cells[index].span);
}

void RowSetter::add_line(Slice slice, double top, std::size_t cell) {
    for (pages::Text& text : slice.texts) text.y += top;
    for (pages::Line& line : slice.lines) line.y1 += top, line.y2 += top;
    lines_.push_back({top, top + slice.height, cell, std::move(slice.texts), std::move(slice.lines)});
}

void RowSetter::set_cell(const flow::Row& row, std::size_t index, double x, double width,
                         pages::ElementIndex row_element) {
    const bool data = table_element_ != pages::no_element;
    const pages::ElementIndex element = data ? cell_element(row, index, row_element) : pages::no_element;
    double y = table_.padding_vertical;
    bool first = true;
    for (const flow::Content& content : row.cells[index].content) {
        if (const auto* rule = std::get_if<flow::Rule>(&content)) {
            Slice slice = place_rule(*rule, x, width);
            const double height = slice.height;
            add_line(std::move(slice), y, index);
            y += height;
            continue;
        }
        const auto& paragraph = std::get<flow::Paragraph>(content);
        const flow::ParagraphStyle& style = flow_.styles[paragraph.style];
        const bool label = !paragraph.runs.empty() && paragraph.runs.front().label;
        const ParagraphElements elements =
            data ? ParagraphElements{pages::no_element, element} : tree_.paragraph(style, label, paragraph.source);
        if (data) tree_.set_source(element, paragraph.source);
        // In the letterhead the gap above the second row counts; a data cell begins with its text.
        if (!first || !data) y += style.space_before;
        first = false;
        if (style.boxed) {
            Slice slice = place_boxed(flow_, paragraph, x, width, elements, measure_);
            add_line(std::move(slice), y, index);
            y += style.box_height;
            continue;
        }
        PlacedParagraph placed = place(flow_, paragraph, x, width, elements, measure_);
        for (std::vector<pages::Text>& texts : placed.lines) {
            Slice slice;
            slice.height = placed.line_height;
            slice.texts = std::move(texts);
            add_line(std::move(slice), y, index);
            y += placed.line_height;
        }
    }
    cell_heights_.push_back(y + table_.padding_vertical);
}

void RowSetter::centre_cells(double height) {
    for (Line& line : lines_) {
        const double shift = (height - cell_heights_[line.cell]) / 2;
        line.top += shift;
        line.bottom += shift;
        for (pages::Text& text : line.texts) text.y += shift;
    }
}

/// Heights at which the row may be cut: no line of any cell crosses them. A signature is never cut above the end of its
/// shorter side, so that the title and the name under it stay together.
std::vector<double> RowSetter::cuts(double height) const {
    std::vector<std::pair<double, double>> spans;
    for (const Line& line : lines_) spans.emplace_back(line.top, line.bottom);
    std::sort(spans.begin(), spans.end());
    const bool signature = table_.kind == flow::TableKind::signature;
    const double lowest = signature ? *std::min_element(cell_heights_.begin(), cell_heights_.end()) : 0;
    std::vector<double> result;
    double reached = 0;
    for (const auto& [top, bottom] : spans) {
        // Everything above this line's top has ended: the row may be cut here.
        const bool clear = top >= reached - same_height && reached > 0;
        if (clear && reached >= lowest && reached < height - table_.padding_vertical - same_height)
            result.push_back(reached);
        reached = std::max(reached, bottom);
    }
    return result;
}

std::vector<Slice> RowSetter::bands(double height, const std::vector<double>& at) {
    std::vector<Slice> result(at.size() + 1);
    for (std::size_t i = 0; i < result.size(); ++i) {
        result[i].height = (i < at.size() ? at[i] : height) - (i ? at[i - 1] : 0);
        result[i].row_end = i == at.size();
    }
    for (Line& line : lines_) {
        const auto band = std::upper_bound(at.begin(), at.end(), line.top + same_height) - at.begin();
        const double top = band ? at[static_cast<std::size_t>(band) - 1] : 0;
        Slice& slice = result[static_cast<std::size_t>(band)];
        for (pages::Text& text : line.texts) text.y -= top;
        for (pages::Line& rule : line.rules) rule.y1 -= top, rule.y2 -= top;
        std::move(line.texts.begin(), line.texts.end(), std::back_inserter(slice.texts));
        slice.lines.insert(slice.lines.end(), line.rules.begin(), line.rules.end());
    }
    return result;
}

std::vector<Slice> RowSetter::set(const flow::Row& row, double most) {
    lines_.clear();
    cell_heights_.clear();
    const std::vector<double> x = edges(row);
    const bool data = table_element_ != pages::no_element;
    const pages::ElementIndex row_element =
        data ? tree_.add(pages::Role::table_row, table_element_) : pages::no_element;
    for (std::size_t i = 0; i < row.cells.size(); ++i)
        set_cell(row, i, x[i] + table_.padding, x[i + 1] - x[i] - 2 * table_.padding, row_element);
    const double height = cell_heights_.empty() ? 0 : *std::max_element(cell_heights_.begin(), cell_heights_.end());
    if (row.kind == flow::RowKind::header) centre_cells(height);
    std::vector<Slice> result = bands(height, height > most ? cuts(height) : std::vector<double>{});
    for (Slice& slice : result) slice.edges = x;
    return result;
}

} // namespace vanthu::paginate
