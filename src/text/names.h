#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace vanthu::text {

/// The name of a body as a sentence writes it, from the capitals of a letterhead: ỦY BAN NHÂN DÂN TỈNH KHÁNH HÒA →
/// Ủy ban nhân dân tỉnh Khánh Hòa. `known` holds words and phrases in their natural case, the longest one wins; any
/// other syllable is taken for a proper name. A name that is not all capitals is returned as it is.
std::string natural_case(std::string_view name, const std::vector<std::string>& known);

/// The name cut into the phrases of `known` (whatever their case, the longest first) and single words for the rest:
/// places at which the line of a letterhead may end.
std::vector<std::string> phrases(std::string_view name, const std::vector<std::string>& known);

} // namespace vanthu::text
