#include "compose/task_table.h"

#include "base/length.h"
#include "forms/template_values.h"
#include "text/binding.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace vanthu::compose {
namespace {

/// Rows looked at to decide widths; of a longer table a sample spread evenly over it.
constexpr std::size_t sample_size = 100;

constexpr std::array<std::string_view, 7> role_names{"ordinal", "task", "lead", "partners", "product", "time", "other"};

std::size_t sample_step(std::size_t rows) { return std::max<std::size_t>(1, rows / sample_size); }

} // namespace

TaskTable::TaskTable(const forms::Templates& templates, const forms::Node& node, const model::Table& table,
                     const Measure& measure)
    : templates_(templates), node_(node), table_(table), measure_(measure),
      padding_(forms::length(node.attribute("padding"))), header_style_(templates.style(node.attribute("header"))),
      section_label_style_(templates.style(node.attribute("section-label"))),
      section_text_style_(templates.style(node.attribute("section-text"))) {
    for (std::size_t i = 0; i < table.columns.size(); ++i) columns_.push_back(column(i));
}

const forms::Node& TaskTable::column_node(model::ColumnRole role) const {
    const forms::Node* last = node_.child("column"); // the schema wants at least one
    for (const forms::Node& child : node_.children) {
        if (child.name != "column") continue;
        if (child.attribute("role") == role_names[static_cast<std::size_t>(role)]) return child;
        last = &child;
    }
    return *last;
}

TaskTable::Column TaskTable::column(std::size_t index) const {
    const model::Column& given = table_.columns[index];
    const forms::Node& node = column_node(given.role);
    Column result;
    result.style = templates_.style(node.attribute("style"));
    result.fixed = given.width.has_value();
    result.comfortable =
        given.width ? mm(*given.width) - 2 * padding_ : forms::length(node.attribute("comfortable")) - 2 * padding_;
    result.least = least_width(index, result);
    return result;
}

double TaskTable::text_width(std::string_view text, std::uint16_t style) const {
    const flow::ParagraphStyle& s = templates_.styles[style];
    return measure_.width(text, face_of(s.bold, s.italic), s.size);
}

double TaskTable::widest_word(std::string_view text, std::uint16_t style) const {
    double widest = 0;
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t space = std::min(text.find_first_of(" \n", i), text.size());
        widest = std::max(widest, text_width(text.substr(i, space - i), style));
        i = space + 1;
    }
    return widest;
}

double TaskTable::least_width(std::size_t index, const Column& column) const {
    // Rounding of widths to twips in DOCX must not break what fits here.
    constexpr double allowance = 0.6;
    double least = widest_word(table_.columns[index].title, header_style_);
    const bool ordinal = table_.columns[index].role == model::ColumnRole::ordinal;
    const std::size_t step = ordinal ? 1 : sample_step(table_.rows.size());
    for (std::size_t r = 0; r < table_.rows.size(); r += step) {
        const model::Row& row = table_.rows[r];
        if (row.kind == model::RowKind::section && index == 0)
            least = std::max(least, text_width(row.label, section_label_style_));
        if (row.kind == model::RowKind::task && index < row.cells.size())
            least = std::max(least, widest_word(row.cells[index], column.style));
    }
    return least + allowance;
}

double TaskTable::comfortable_width() const {
    double sum = 0;
    for (const Column& column : columns_)
        sum += (column.fixed ? column.comfortable : std::max(column.comfortable, column.least)) + 2 * padding_;
    return sum;
}

CellText TaskTable::cell_text(std::string_view text, std::uint16_t style) const {
    CellText result;
    result.space = text_width(" ", style);
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t end = std::min(text.find_first_of(" \n", i), text.size());
        if (end > i) result.words.push_back(text_width(text.substr(i, end - i), style));
        i = end + 1;
    }
    return result;
}

std::vector<std::vector<CellText>> TaskTable::sample() const {
    std::vector<std::vector<CellText>> rows(1);
    for (const model::Column& column : table_.columns) rows[0].push_back(cell_text(column.title, header_style_));
    for (std::size_t r = 0; r < table_.rows.size(); r += sample_step(table_.rows.size())) {
        const model::Row& row = table_.rows[r];
        if (row.kind != model::RowKind::task) continue;
        std::vector<CellText> cells;
        for (std::size_t c = 0; c < row.cells.size(); ++c) cells.push_back(cell_text(row.cells[c], columns_[c].style));
        rows.push_back(std::move(cells));
    }
    return rows;
}

std::vector<double> TaskTable::widths(double total) const {
    std::vector<ColumnNeed> needs;
    for (std::size_t c = 0; c < columns_.size(); ++c) {
        const bool ordinal = table_.columns[c].role == model::ColumnRole::ordinal;
        const double wanted = ordinal ? std::max(columns_[c].least, columns_[c].comfortable) : columns_[c].comfortable;
        needs.push_back({columns_[c].least, wanted, columns_[c].fixed || ordinal});
    }
    std::vector<double> result =
        share_width(needs, sample(), total - 2 * padding_ * static_cast<double>(columns_.size()));
    for (double& width : result) width += 2 * padding_;
    return result;
}

flow::Cell TaskTable::cell(std::string_view text, std::uint16_t style, std::uint16_t span) const {
    flow::Cell result;
    result.span = span;
    result.content.reserve(1);
    for (std::size_t from = 0; from <= text.size();) {
        const std::size_t end = std::min(text.find('\n', from), text.size());
        flow::Paragraph paragraph;
        paragraph.style = style;
        if (end > from)
            paragraph.runs.push_back({text::bind(text.substr(from, end - from), templates_.binding_words), 0, false});
        result.content.emplace_back(std::move(paragraph));
        from = end + 1;
    }
    return result;
}

flow::Row TaskTable::header_row() const {
    flow::Row row;
    row.kind = flow::RowKind::header;
    for (const model::Column& column : table_.columns) row.cells.push_back(cell(column.title, header_style_));
    return row;
}

flow::Row TaskTable::section_row(const model::Row& row) const {
    flow::Row result;
    result.kind = flow::RowKind::section;
    if (columns_.size() > 1) result.cells.push_back(cell(row.label, section_label_style_));
    const std::string text = columns_.size() > 1 ? row.text : row.label + " " + row.text;
    result.cells.push_back(
        cell(text, section_text_style_, static_cast<std::uint16_t>(std::max<std::size_t>(1, columns_.size() - 1))));
    return result;
}

flow::Row TaskTable::task_row(const model::Row& row) const {
    flow::Row result;
    result.kind = flow::RowKind::task;
    result.cells.reserve(row.cells.size());
    for (std::size_t c = 0; c < row.cells.size(); ++c) result.cells.push_back(cell(row.cells[c], columns_[c].style));
    return result;
}

bool TaskTable::has_titles() const {
    return std::any_of(table_.columns.begin(), table_.columns.end(),
                       [](const model::Column& column) { return !column.title.empty(); });
}

flow::Table TaskTable::compose(double width) const {
    flow::Table result;
    result.kind = flow::TableKind::data;
    result.padding = padding_;
    result.padding_vertical = forms::length(node_.attribute("padding-vertical"));
    result.border = forms::length(node_.attribute("border"));
    result.space_before = forms::length(node_.attribute("before"));
    result.widths = widths(width);
    result.rows.reserve(table_.rows.size() + 1);
    if (has_titles()) result.rows.push_back(header_row());
    for (const model::Row& row : table_.rows)
        result.rows.push_back(row.kind == model::RowKind::section ? section_row(row) : task_row(row));
    return result;
}

void TaskTable::tell_sources(flow::Table& table, const std::string& pointer, std::vector<std::string>& sources) const {
    const std::size_t first = has_titles() ? 1 : 0;
    const auto name = [&](std::size_t r, std::size_t c) {
        if (r < first) return fmt::format("{}/columns/{}/title", pointer, c);
        const std::string row = fmt::format("{}/rows/{}", pointer, r - first);
        if (table_.rows[r - first].kind == model::RowKind::task) return fmt::format("{}/cells/{}", row, c);
        return row + (c == 0 && columns_.size() > 1 ? "/label" : "/text");
    };
    for (std::size_t r = 0; r < table.rows.size(); ++r)
        for (std::size_t c = 0; c < table.rows[r].cells.size(); ++c) {
            sources.push_back(name(r, c));
            for (flow::Content& content : table.rows[r].cells[c].content)
                if (auto* paragraph = std::get_if<flow::Paragraph>(&content))
                    paragraph->source = static_cast<flow::SourceIndex>(sources.size());
        }
}

Diagnostics TaskTable::findings(const std::vector<double>& widths, double width) const {
    Diagnostics result;
    const auto tell = [&](std::string code, Severity severity, Arguments arguments, std::string pointer) {
        result.push_back({std::move(code), severity, std::move(arguments), {"", 0, std::move(pointer), ""}});
    };
    constexpr double narrowest = 12; // room for any one character of a table's style
    double sum = 0;
    double inner = width;
    for (std::size_t c = 0; c < widths.size(); ++c) {
        sum += widths[c];
        inner = std::min(inner, widths[c] - 2 * padding_);
    }
    if (sum > width + 0.1 || inner < narrowest) {
        tell("table-too-wide", Severity::error,
             {{"columns", std::to_string(widths.size())}, {"width", fmt::format("{:.0f}", width / points_per_mm)}}, "");
        return result;
    }
    for (std::size_t c = 0; c < widths.size(); ++c)
        if (widths[c] - 2 * padding_ < columns_[c].least - 1)
            tell("column-too-narrow", Severity::warning, {{"column", table_.columns[c].title}},
                 "/" + std::to_string(c));
    return result;
}

} // namespace vanthu::compose
