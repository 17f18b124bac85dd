// A boxed paragraph (urgency and circulation marks) in Word: four paragraph borders, whose distances from the text and
// indents give the box the size that the decree asks for (annex I, III.2).
#pragma once

#include "flow/flow.h"

namespace vanthu::write::docx {

/// Distance between border and text that Word itself takes at the sides; points, as w:space counts.
inline constexpr int box_side_space = 4;
inline constexpr double box_thickness = flow::Rule{}.thickness;

struct BoxSpace {
    int above = 0; ///< points
    int below = 0;
};

/// Distances that make the box of a one-line paragraph box_height high.
BoxSpace box_space(const flow::ParagraphStyle& style);

struct Indents {
    int left = 0; ///< twips
    int right = 0;
};

/// Indents that make the box box_width wide and put it where the style's alignment says, in a container `width` twips
/// wide.
Indents box_indents(const flow::ParagraphStyle& style, int width);

} // namespace vanthu::write::docx
