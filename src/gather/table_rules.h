// Ruling lines made whole: pieces joined, doubled lines made one. Private to gather.
#pragma once

#include "pages/sight.h"

#include <vector>

namespace vanthu::gather {

/// A straight line: at = y of a horizontal rule, x of a vertical one.
struct Rule {
    double at = 0, from = 0, to = 0;

    double length() const { return to - from; }
};

struct Rules {
    std::vector<Rule> horizontal, vertical; ///< by `at`, then `from`
};

/// How far apart lines may be and still meet, in points: grows with the type of the sheet.
double rule_tolerance(const pages::SeenPage& page);

/// At most a few thousand rules of either kind, the longest: drawings have more, tables do not.
Rules merge_lines(const std::vector<pages::Line>& lines, double tolerance);

/// Neighbouring values made one; ascending.
std::vector<double> cluster(std::vector<double> values, double tolerance);

/// Index of the edge nearest to a value. `edges` ascend and are not empty.
std::size_t nearest(const std::vector<double>& edges, double value);

/// Index of the field between edges that holds the value; the first or last where it is outside.
std::size_t field_of(const std::vector<double>& edges, double value);

} // namespace vanthu::gather
