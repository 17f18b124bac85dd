#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace vanthu::read {

/// Which of `known` was probably meant by `name`: the one with the fewest letters to change, if they are few.
std::optional<std::string_view> nearest_name(std::string_view name, const std::vector<std::string_view>& known);

} // namespace vanthu::read
