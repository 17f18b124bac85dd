// What w:rPr and w:pPr say, and what they leave open (ECMA-376 part 1, 17.3). Lengths in points.
#pragma once

#include "flow/flow.h"
#include "ooxml/xml_tree.h"
#include "read/docx/fonts.h"

#include <optional>
#include <string>

namespace vanthu::read::docx {

struct RunProperties {
    std::optional<bool> bold, italic, capitals, hidden;
    std::optional<double> size;
    FontIndex font = 0;

    /// What `over` says replaces what this says.
    void apply(const RunProperties& over);

    /// Bold and the like of a style of another kind: twice on is off (17.7.3).
    void toggle(const RunProperties& style);
};

struct ParagraphProperties {
    std::optional<flow::Align> align;
    std::optional<double> left, right, first, before, after, line;
    std::optional<bool> keep_next, keep_lines;
    std::optional<int> outline;      ///< from 0; 9: body text
    std::optional<std::string> list; ///< w:numId
    std::optional<int> level;        ///< w:ilvl

    void apply(const ParagraphProperties& over);
};

/// `properties` may be none.
RunProperties read_run_properties(const ooxml::XmlElement& properties, Fonts& fonts);
ParagraphProperties read_paragraph_properties(const ooxml::XmlElement& properties);

/// w:val of an on/off property; a missing value is on.
bool is_on(const ooxml::XmlElement& property);

/// A whole number; none where the text is no number or beyond ±1,000,000.
std::optional<int> whole_number(std::string_view text);

/// A length in twips, or with a unit ("12pt", "2.5cm"), as points.
std::optional<double> length(std::string_view text);

} // namespace vanthu::read::docx
