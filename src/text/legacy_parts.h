// The parts of legacy.cpp. Private to it.
#pragma once

#include <string>
#include <string_view>

namespace vanthu::text {

/// VNI to UTF-8, decomposed where letters carry marks.
std::string from_vni(std::string_view text);

/// What TCVN3 text needs after its letters are known: words typed in capitals whose marked letters have none, and ư
/// that a program has made a hyphen.
std::string mend_tcvn3(std::string_view text);

} // namespace vanthu::text
