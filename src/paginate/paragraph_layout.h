// One paragraph set in a column: its lines, with pieces of text in one face each. Private to paginate.
#pragma once

#include "base/measure.h"
#include "flow/flow.h"

#include <string>
#include <vector>

namespace vanthu::paginate {

/// A stretch of one run on one line.
struct Piece {
    double x = 0;   ///< from the left edge of the column
    double gap = 0; ///< added to every space
    Face face = Face::regular;
    bool label = false;
    std::string text;
};

struct LaidLine {
    std::vector<Piece> pieces;
};

struct LaidParagraph {
    std::vector<LaidLine> lines; ///< an empty paragraph has one empty line
    double line_height = 0;
    double ascent = 0; ///< from the top of a line to its baseline
};

LaidParagraph lay_out(const flow::Document& flow, const flow::Paragraph& paragraph, double width,
                      const Measure& measure);

} // namespace vanthu::paginate
