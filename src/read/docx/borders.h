// Borders of tables and cells: which are drawn (ECMA-376 part 1, 17.4.38, 17.4.66).
#pragma once

#include "ooxml/xml_tree.h"

#include <array>
#include <cstdint>
#include <optional>

namespace vanthu::read::docx {

enum class Side : std::uint8_t { top, left, bottom, right, inside_horizontal, inside_vertical };
inline constexpr int side_count = 6;

struct Borders {
    std::array<std::optional<double>, side_count> thickness; ///< points; 0: none; no value: not said

    const std::optional<double>& of(Side side) const { return thickness[static_cast<std::size_t>(side)]; }
    void apply(const Borders& over);
};

/// `element` is w:tblBorders or w:tcBorders, or none.
Borders read_borders(const ooxml::XmlElement& element);

} // namespace vanthu::read::docx
