// Pieces of a chain as rows of texts in the joint grid, on their way to one table. Private to gather.
#pragma once

#include "gather/page_table.h"
#include "gather/table_text.h"

namespace vanthu::gather {

struct JoinedCell {
    std::size_t column = 0;
    std::uint16_t span = 1, row_span = 1;
    CellText text;
};

struct JoinedRow {
    std::vector<JoinedCell> cells; ///< by column; fields that a cell above covers have none
    pages::Box box;                ///< on the sheet it was read last
    std::uint32_t page = 0;
    bool closed_above = true, closed_below = true; ///< a border stands there

    const JoinedCell* at(std::size_t column) const;
    std::size_t filled() const; ///< cells with text
};

/// The rows of a piece; columns are those of `edges`, which lie `shift` to the left of the piece's own.
std::vector<JoinedRow> rows_of(const PageTable& piece, const std::vector<double>& edges, double shift,
                               const pages::Sight& sight);

/// How many rows at the top of the table are its header. `pieces` are the rows of all pieces in order.
std::size_t header_rows(const std::vector<std::vector<JoinedRow>>& pieces, const pages::Sight& sight);

/// Whether the row repeats the header row.
bool repeats(const JoinedRow& header, const JoinedRow& row);

/// What the rows of the whole table are like, to judge a single one.
struct RowHabits {
    std::size_t typical = 0;     ///< median number of filled cells of a row
    bool always_ordinal = false; ///< every row has an ordinal in its first column
    bool ordinals = false;       ///< the first column holds ordinals
    double lowest = 0;           ///< how far down the pieces reach
};
RowHabits habits_of(const std::vector<std::vector<JoinedRow>>& pieces, std::size_t headers);

/// Whether `below`, first on its sheet, is the rest of `above`, last on the sheet before.
bool is_rest(const JoinedRow& above, const JoinedRow& below, const RowHabits& habits, const pages::Sight& sight);

} // namespace vanthu::gather
