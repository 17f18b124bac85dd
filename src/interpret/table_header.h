// The header of a table: which rows it is, the titles of the columns and what they are for. Private to interpret.
#pragma once

#include "forms/read_words.h"
#include "interpret/table_grid.h"

namespace vanthu::interpret {

struct TableHeader {
    std::size_t rows = 0; ///< header rows at the top
    std::string title;    ///< of a row above the titles that is one cell
    std::vector<model::Column> columns;
};

TableHeader read_header(const TableGrid& grid, const forms::ReadWords& words);

/// A row below that says the header once more, or numbers the columns.
bool repeats_header(const TableGrid& grid, std::size_t row, const TableHeader& header);

} // namespace vanthu::interpret
