// What stands where on the sheets: placed text and ruling lines, each with a link to the element it belongs to.
// Lengths are points; the origin is the top left corner of the sheet, y grows downwards.
#pragma once

#include "base/measure.h"

#include <cstdint>
#include <string>
#include <vector>

namespace vanthu::pages {

/// The logical structure in reading order, as PDF names it (ISO 32000-1, 14.8.4).
enum class Role : std::uint8_t {
    document,
    part, ///< one sheet group: the decision, an attached text, an appendix
    paragraph,
    title, ///< heading of a part (H1)
    heading1,
    heading2,
    heading3,
    list,
    list_item,
    label,
    list_body,
    table,
    table_row,
    table_header, ///< cell of a header row, scope column
    row_header,   ///< section row's cell, scope row
    table_cell,
};

using ElementIndex = std::uint32_t;
inline constexpr ElementIndex no_element = 0xFFFFFFFF; ///< page furniture: an artifact in tagged PDF

struct Element {
    Role role = Role::paragraph;
    std::uint16_t column_span = 1;    ///< cells only
    ElementIndex parent = no_element; ///< always smaller than the element's own index; no_element for the document
    std::uint32_t source = 0;         ///< of its paragraph: index into flow::Document::sources plus one

    bool operator==(const Element&) const = default;
};

/// A stretch of text in one face on one baseline.
struct Text {
    double x = 0;        ///< left end of the baseline
    double y = 0;        ///< baseline
    double size = 0;     ///< font size
    double word_gap = 0; ///< added to every space of `text` (justification); may be negative
    ElementIndex element = no_element;
    Face face = Face::regular;
    bool red = false;
    std::string text; ///< UTF-8, NFC. A line's text ends with its space where a further line of the paragraph follows

    bool operator==(const Text&) const = default;
};

/// A straight horizontal or vertical line: rules and table borders. Always an artifact.
struct Line {
    double x1 = 0, y1 = 0, x2 = 0, y2 = 0;
    double thickness = 0;
    bool red = false;

    bool operator==(const Line&) const = default;
};

struct Page {
    double width = 0;
    double height = 0;
    std::string label;       ///< the number printed or, on a first page, hidden
    std::vector<Text> texts; ///< in reading order; furniture (no_element) last
    std::vector<Line> lines;

    bool operator==(const Page&) const = default;
};

struct OutlineEntry {
    std::string title;
    std::uint32_t page = 0; ///< index into Document::pages
    double y = 0;           ///< top of the line it leads to
    std::uint8_t level = 1;

    bool operator==(const OutlineEntry&) const = default;
};

struct Document {
    std::vector<Page> pages;
    std::vector<Element> elements;   ///< elements[0] is the document
    std::vector<std::string> titles; ///< summaries of tables, in the order of the table elements; may be empty strings
    std::vector<OutlineEntry> outline;

    bool operator==(const Document&) const = default;
};

} // namespace vanthu::pages
