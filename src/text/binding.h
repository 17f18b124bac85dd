// Spaces at which no line may end: "ngày 25", "khoản 2", "Điều 3", initials, a dash that would open a line.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace vanthu::text {

/// The same text with U+00A0 in place of the spaces at which no line may end. `words` bind the number, Roman numeral
/// or single letter behind them. Valid UTF-8 in, valid UTF-8 out; only spaces change.
std::string bind(std::string_view text, const std::vector<std::string>& words);

/// U+00A0 as UTF-8.
inline constexpr std::string_view no_break_space = "\xC2\xA0";

/// The text with ordinary spaces again.
std::string unbind(std::string_view text);

} // namespace vanthu::text
