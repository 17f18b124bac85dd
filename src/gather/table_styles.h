// Styles of cells, made from what is seen; equal looks share a style. Private to gather.
#pragma once

#include "base/measure.h"
#include "flow/flow.h"

namespace vanthu::gather {

constexpr bool is_bold(Face face) { return face == Face::bold || face == Face::bold_italic; }
constexpr bool is_italic(Face face) { return face == Face::italic || face == Face::bold_italic; }

/// Index of the paragraph style of that look; added to `document` where it is new. Sizes are rounded to half points.
std::uint16_t cell_style(flow::Document& document, double size, Face face, flow::Align align);

/// The style of a run of `face` in a paragraph of face `base`; 0 where they are equal.
flow::CharacterStyleIndex run_style(flow::Document& document, Face face, Face base);

} // namespace vanthu::gather
