// A table of a flow as a grid of positions. Private to interpret.
#pragma once

#include "flow/flow.h"
#include "model/read_table.h"

#include <string>
#include <vector>

namespace vanthu::interpret {

struct GridCell {
    std::string text; ///< paragraphs parted by "\n"; without no-break spaces
    std::size_t row = 0, column = 0, row_span = 1, column_span = 1;
    bool bold = false;      ///< all of its text
    model::CellPlace place; ///< of its text
};

class TableGrid {
  public:
    TableGrid(const flow::Table& table, const flow::Document& document);

    std::size_t rows() const { return places_.size(); }
    std::size_t columns() const { return columns_; }

    /// The cell that covers the position.
    const GridCell& at(std::size_t row, std::size_t column) const { return cells_[index_[row * columns_ + column]]; }
    /// The cell whose top left corner stands there; null: none.
    const GridCell* starts_at(std::size_t row, std::size_t column) const;
    /// All cells that begin in the row.
    std::vector<const GridCell*> starting(std::size_t row) const;

    flow::RowKind kind(std::size_t row) const { return kinds_[row]; }
    const model::SheetPlace& place(std::size_t row) const { return places_[row]; }
    const std::vector<std::uint32_t>& pages() const { return pages_; }

  private:
    void add_row(const flow::Row& row, const std::vector<std::size_t>& begins, const flow::Document& document);
    void place_cell(const flow::Cell& cell, const flow::Document& document);
    void cover(const GridCell& cell);

    std::size_t columns_ = 0;
    std::vector<GridCell> cells_; ///< the first is empty: positions that no cell covers
    std::vector<std::size_t> index_;
    std::vector<flow::RowKind> kinds_;
    std::vector<model::SheetPlace> places_;
    std::vector<std::uint32_t> pages_;
};

} // namespace vanthu::interpret
