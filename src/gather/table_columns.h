// Columns told by the white space between them. Private to gather.
#pragma once

#include "gather/page_table.h"
#include "gather/table_lines.h"

namespace vanthu::gather {

/// A stripe of white between two columns.
struct Corridor {
    double from = 0, to = 0;

    double middle() const { return (from + to) / 2; }
};

/// Lines of text as one row holds them.
using LineRow = std::vector<const WordLine*>;

struct Columns {
    std::vector<Corridor> corridors; ///< from left to right
    std::vector<bool> crossing;      ///< by row: a text runs over corridors (a section's title)
};

/// `rows` are what is counted: a corridor is free of words in all of them but those that cross several.
Columns find_columns(const pages::SeenPage& page, const std::vector<LineRow>& rows);

/// Which corridors a word of the line stands on, or words with no more than a space between them.
std::vector<bool> crossed(const pages::SeenPage& page, const WordLine& line, const std::vector<Corridor>& corridors);

/// A table of rows and corridors, with its words; a text over corridors makes one cell of the fields it touches.
PageTable white_table(const pages::SeenPage& page, const std::vector<LineRow>& rows,
                      const std::vector<Corridor>& corridors, const pages::Box& box,
                      const std::vector<double>& row_edges);

/// Corridors at the inner edges, which lie `shift` to the right of the sheet's.
std::vector<Corridor> corridors_at(const std::vector<double>& edges, double shift);

/// The same rows parted at other columns: few rows may show too few. `edges` lie `shift` to the right of the sheet's.
PageTable parted_anew(const pages::SeenPage& page, const PageTable& table, const std::vector<double>& edges,
                      double shift);

} // namespace vanthu::gather
