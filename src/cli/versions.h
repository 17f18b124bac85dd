#pragma once

#include <string_view>

namespace vanthu::cli {

/// The libraries that the program was built with, one "name version" each, parted by commas.
inline constexpr std::string_view library_versions = VANTHU_LIBRARIES;

} // namespace vanthu::cli
