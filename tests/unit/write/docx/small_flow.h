// Small flows and the DOCX made of them.
#pragma once

#include "base/length.h"
#include "flow/flow.h"
#include "unit/ooxml/opened_package.h"

#include <string>
#include <utility>

namespace vanthu::tests {

inline constexpr const char* main_part = "word/document.xml";
inline constexpr const char* styles_part = "word/styles.xml";

/// A4 with the margins 20/15/20/30, one style "Body" (index 0) and one sheet without blocks.
flow::Document small_flow();

flow::PageSetup a4_portrait();
flow::PageSetup a4_landscape();

flow::Paragraph words(std::string text, std::uint16_t style = 0);

/// A data table of one header row, one section row and `tasks` task rows, as wide as the text of `page`.
flow::Table task_table(const flow::PageSetup& page, int tasks);

/// The package; the test fails where there is none.
OpenedPackage written(const flow::Document& document, std::string_view source = "{}");

/// XPath of a style in styles.xml.
std::string style_path(const std::string& id);

} // namespace vanthu::tests
