#pragma once

#include <cstdint>
#include <string_view>

namespace vanthu::read::pdf {

/// An operator's name as a number to switch on; 0 for names that are too long to be one.
constexpr std::uint32_t operator_key(std::string_view name) {
    if (name.size() > 3) return 0;
    std::uint32_t key = 0;
    for (const char c : name) key = key << 8 | static_cast<unsigned char>(c);
    return key;
}

} // namespace vanthu::read::pdf
