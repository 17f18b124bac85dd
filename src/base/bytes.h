#pragma once

#include <string>
#include <string_view>

namespace vanthu {

/// Raw bytes of a file. A string, because every library used here takes `const char*` and a length.
using Bytes = std::string;

} // namespace vanthu
