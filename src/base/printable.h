// File names and input texts may hold anything; a terminal obeys some of it.
#pragma once

#include <string>
#include <string_view>

namespace vanthu {

/// The text with control characters, direction overrides and invalid UTF-8 written out as \xNN or \u{NNNN}.
std::string printable(std::string_view text);

/// The text with invalid UTF-8 written out as \xNN, for formats that escape control characters themselves.
std::string valid_utf8(std::string_view text);

} // namespace vanthu
