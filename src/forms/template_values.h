// Values of template attributes, and the nodes that hold styles, pages and rules.
#pragma once

#include "forms/templates.h"

#include <string_view>
#include <utility>

namespace vanthu::forms {

/// "1.15" in any locale. The schema has checked the form.
double number(std::string_view value);

/// "12.7mm", "6pt" in points. The schema has checked the form.
double length(std::string_view value);

/// "13pt 14pt" as two lengths.
std::pair<double, double> range(std::string_view value);

flow::ParagraphStyle paragraph_style(const Node& node);
flow::CharacterStyle character_style(const Node& node);
flow::PageSetup page_setup(const Node& node);
RuleStyle rule_style(const Node& node);

} // namespace vanthu::forms
