// How large the type of a line is. Private to read/scan.
#pragma once

#include <string_view>

namespace vanthu::read::scan {

/// How far the highest letter stands above the baseline in a serif type of size 1; 0: nothing in the text tells.
double height_above_baseline(std::string_view utf8);

} // namespace vanthu::read::scan
