// What holds for any document, for property tests.
#pragma once

#include "base/measure.h"
#include "flow/flow.h"
#include "pages/pages.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace vanthu::test {

/// How many documents of chance a property test tries: VANTHU_PROPERTY_ROUNDS, or what the test says.
std::uint32_t property_rounds(std::uint32_t otherwise);

/// The visible characters of a text, sorted: equal for equal texts whatever their order, line ends and spaces.
std::u32string letters(std::string_view text);

/// Every text of a flow: blocks, headers and footers.
std::string all_text(const flow::Document& flow);

/// No text stands left or right of the margins of `setup`, or below the lower one.
void check_margins(const pages::Document& pages, const flow::PageSetup& setup, const Measure& measure);

/// Every page with cells of a data table also shows the titles of the table's columns. For documents whose parts have
/// at most one such table.
void check_headers(const pages::Document& pages, const flow::Document& flow);

} // namespace vanthu::test
