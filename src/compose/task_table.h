// The appendix table: columns by role, widths by content, section rows. Private to compose.
#pragma once

#include "base/diagnostic.h"
#include "base/measure.h"
#include "compose/column_widths.h"
#include "flow/flow.h"
#include "forms/templates.h"
#include "model/document.h"

#include <string_view>
#include <vector>

namespace vanthu::compose {

class TaskTable {
  public:
    /// `node` is the template's <table>.
    TaskTable(const forms::Templates& templates, const forms::Node& node, const model::Table& table,
              const Measure& measure);

    /// The width at which the table reads well; a wider one than the sheet's asks for a sheet on its side.
    double comfortable_width() const;

    flow::Table compose(double width) const;
    /// Gives each paragraph of a composed table its source. `pointer` is the table's.
    void tell_sources(flow::Table& table, const std::string& pointer, std::vector<std::string>& sources) const;

    /// What does not fit into `widths`: column-too-narrow (words of it are broken), table-too-wide (an error: the
    /// columns reach over the margin or have no room for a single character). Pointers count from the list of columns.
    Diagnostics findings(const std::vector<double>& widths, double width) const;

  private:
    bool has_titles() const;
    struct Column {
        std::uint16_t style = 0;
        double comfortable = 0;
        double least = 0; ///< no word, number or label is broken at this width
        bool fixed = false;
    };

    const forms::Node& column_node(model::ColumnRole role) const;
    Column column(std::size_t index) const;
    double widest_word(std::string_view text, std::uint16_t style) const;
    double text_width(std::string_view text, std::uint16_t style) const;
    double least_width(std::size_t index, const Column& column) const;
    std::vector<double> widths(double total) const;
    CellText cell_text(std::string_view text, std::uint16_t style) const;
    std::vector<std::vector<CellText>> sample() const;
    flow::Row header_row() const;
    flow::Row section_row(const model::Row& row) const;
    flow::Row task_row(const model::Row& row) const;
    flow::Cell cell(std::string_view text, std::uint16_t style, std::uint16_t span = 1) const;

    const forms::Templates& templates_;
    const forms::Node& node_;
    const model::Table& table_;
    const Measure& measure_;
    double padding_;
    std::uint16_t header_style_, section_label_style_, section_text_style_;
    std::vector<Column> columns_;
};

} // namespace vanthu::compose
