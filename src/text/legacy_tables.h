// What the bytes of the old encodings mean. Private to legacy.
#pragma once

#include <array>

namespace vanthu::text {

/// By byte; 0: the byte is its character of Windows-1252.
using ByteTable = std::array<char16_t, 256>;

extern const ByteTable windows_1252;
extern const ByteTable tcvn3;
extern const ByteTable viscii;
extern const ByteTable cp1258;

} // namespace vanthu::text
