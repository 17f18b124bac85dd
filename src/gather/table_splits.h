// Rows that no rule parts, told by the texts of the first column. Private to gather.
#pragma once

#include "gather/table_columns.h"

#include <string>

namespace vanthu::gather {

/// Words of the line whose middle lies left of x, without spaces.
std::string text_left_of(const pages::SeenPage& page, const WordLine& line, double x);

/// Where rows follow without more space between them, each begins with the text of its first column. Adds to `rows`.
void split_rows(const pages::SeenPage& page, const LineRow& lines, const std::vector<Corridor>& corridors,
                std::vector<LineRow>& rows);

/// What stands between two rules, by white space or else by lines: each a row or a part of one.
std::vector<LineRow> white_rows(const pages::SeenPage& page, const LineRow& lines);

/// Rows in what stands between two rules; `lines` as it is where it is one row.
std::vector<LineRow> rows_within(const pages::SeenPage& page, const LineRow& lines,
                                 const std::vector<Corridor>& corridors);

} // namespace vanthu::gather
