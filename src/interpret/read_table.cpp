#include "interpret/read_table.h"

#include "interpret/scanner.h"
#include "interpret/table_header.h"
#include "interpret/table_tasks.h"
#include "text/line_joining.h"
#include "text/syllable.h"

#include <algorithm>
#include <array>
#include <optional>

namespace vanthu::interpret {
namespace {

using model::ColumnRole;

class TableReader {
  public:
    TableReader(const TableGrid& grid, const TableHeader& header, const forms::ReadWords& words)
        : grid_(grid), words_(words), header_(header) {
        for (std::size_t column = 0; column < header.columns.size(); ++column)
            if (header.columns[column].role != ColumnRole::other)
                columns_[static_cast<std::size_t>(header.columns[column].role)] = column;
    }

    model::ReadTable read() {
        table_.title = header_.title;
        table_.columns = header_.columns;
        table_.pages = grid_.pages();
        for (std::size_t row = header_.rows; row < grid_.rows(); ++row)
            if (!repeats_header(grid_, row, header_)) read_row(row);
        for (std::size_t i = 0; i < sources_.size(); ++i) add_spans(i);
        table_.tasks = find_tasks(table_, words_);
        return std::move(table_);
    }

  private:
    std::optional<std::size_t> column(ColumnRole role) const { return columns_[static_cast<std::size_t>(role)]; }

    void read_row(std::size_t row) {
        std::vector<std::string> cells(grid_.columns());
        std::vector<model::CellPlace> places(grid_.columns());
        for (const GridCell* cell : grid_.starting(row)) {
            cells[cell->column] = cell->text;
            places[cell->column] = cell->place;
        }
        if (continues(row, cells)) {
            for (std::size_t i = 0; i < cells.size(); ++i) text::join_line(table_.rows.back()[i], cells[i]);
            return;
        }
        table_.kinds.push_back(is_section(row, cells) ? model::RowKind::section : model::RowKind::task);
        table_.rows.push_back(std::move(cells));
        if (!grid_.pages().empty()) table_.cells.push_back(std::move(places));
        table_.places.push_back(grid_.place(row));
        sources_.push_back(row);
    }

    /// The rest of a row that a page turn has cut: without ordinal, product and time, and all of it goes on in small
    /// letters.
    bool continues(std::size_t row, const std::vector<std::string>& cells) const {
        const auto ordinal = column(ColumnRole::ordinal);
        if (!ordinal || !column(ColumnRole::task) || table_.rows.empty()) return false;
        if (table_.kinds.back() != model::RowKind::task) return false;
        if (grid_.place(row).page <= grid_.place(sources_.back()).page || grid_.place(sources_.back()).page == 0)
            return false;
        for (const ColumnRole role : {ColumnRole::ordinal, ColumnRole::product, ColumnRole::time})
            if (column(role) && !cells[*column(role)].empty()) return false;
        return std::all_of(cells.begin(), cells.end(),
                           [](const std::string& cell) { return cell.empty() || opens_small(cell); });
    }

    bool is_section(std::size_t row, const std::vector<std::string>& cells) const {
        constexpr std::size_t fewest_columns = 3;
        if (grid_.kind(row) == flow::RowKind::section) return true;
        if (cells.size() < fewest_columns) return false;
        const auto texts = grid_.starting(row);
        std::vector<const GridCell*> filled;
        std::copy_if(texts.begin(), texts.end(), std::back_inserter(filled),
                     [](const GridCell* cell) { return !cell->text.empty(); });
        // Cells that reach down from above leave no room for a section.
        for (std::size_t i = 0; i < cells.size(); ++i)
            if (!grid_.at(row, i).text.empty() && grid_.at(row, i).row < row) return false;
        if (filled.empty() || filled.size() > 2) return false;
        const GridCell& title = *filled.back();
        const std::string_view label = filled.size() == 2 ? std::string_view(filled.front()->text) : std::string_view();
        if (filled.size() == 2 && (filled.front()->column != 0 || title.column > 1 || label.size() > longest_label))
            return false;
        if (title.column_span + 1 >= cells.size()) return true;
        if (title.column > 1 || (filled.size() == 1 && title.column == 0 && title.column_span == 1 && !title.bold))
            return false;
        const LabelKind kind = label_kind(label);
        return kind == LabelKind::roman || kind == LabelKind::letter || title.bold;
    }

    void add_spans(std::size_t index) {
        for (const GridCell* cell : grid_.starting(sources_[index])) {
            const auto end = std::lower_bound(sources_.begin(), sources_.end(), cell->row + cell->row_span);
            const auto below = end - sources_.begin() - static_cast<std::ptrdiff_t>(index);
            if (cell->column_span > 1 || below > 1)
                table_.spans.push_back({static_cast<std::uint32_t>(index), static_cast<std::uint32_t>(cell->column),
                                        static_cast<std::uint32_t>(below),
                                        static_cast<std::uint32_t>(cell->column_span)});
        }
    }

    static constexpr std::size_t longest_label = 8;

    const TableGrid& grid_;
    const forms::ReadWords& words_;
    const TableHeader& header_;
    std::array<std::optional<std::size_t>, static_cast<std::size_t>(ColumnRole::other) + 1> columns_;
    std::vector<std::size_t> sources_; ///< row of the grid by row of the table
    model::ReadTable table_;
};

} // namespace

model::ReadTable read_table(const flow::Table& table, const flow::Document& document, const forms::ReadWords& words) {
    const TableGrid grid(table, document);
    const TableHeader header = read_header(grid, words);
    model::ReadTable result = TableReader(grid, header, words).read();
    if (!table.title.empty()) result.title = table.title;
    if (table.origin > 0 && table.origin <= document.origins.size())
        result.trust = document.origins[table.origin - 1].trust;
    return result;
}

} // namespace vanthu::interpret
