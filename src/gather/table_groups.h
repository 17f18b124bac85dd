// Titles over several columns, and rules that bound them: they reach over some of the columns only. Private to gather.
#pragma once

#include "gather/table_columns.h"
#include "gather/table_rules.h"

namespace vanthu::gather {

/// Rules within a table that reach over some of its columns; their ends lie at edges of columns or near them.
using PartRules = std::vector<Rule>;

/// Words of a line with no more than spaces between them, by their outer ends.
struct Blob {
    double from = 0, to = 0;

    double middle() const { return (from + to) / 2; }
};
std::vector<Blob> blobs_of(const pages::SeenPage& page, const WordLine& line);

/// Those of `rules` that lie within the table of full rules at `edges`. Underlines are none.
PartRules part_rules(const pages::SeenPage& page, const std::vector<Rule>& rules, const std::vector<double>& edges,
                     const pages::Box& box, const std::vector<WordLine>& lines);

/// Rules that are not drawn: under a title of the header, with texts of several columns below it.
PartRules unseen_rules(const pages::SeenPage& page, const std::vector<WordLine>& header);

/// Those that reach over several columns.
PartRules over_corridors(PartRules rules, const std::vector<Corridor>& corridors);

/// A header without the words that stand over a rule: they tell nothing of where columns part.
std::vector<WordLine> without_groups(const pages::SeenPage& page, const std::vector<WordLine>& lines,
                                     const PartRules& parts, double header_end);

/// As white_table; `edges` are the full rules. Fields between which no rule stands are one cell.
PageTable grouped_table(const pages::SeenPage& page, const std::vector<WordLine>& lines,
                        const std::vector<Corridor>& corridors, const pages::Box& box, const std::vector<double>& edges,
                        const PartRules& parts);

} // namespace vanthu::gather
