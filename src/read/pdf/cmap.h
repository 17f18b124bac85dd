// CMaps (ISO 32000-1, 9.7.5 and 9.10.3): codes to CIDs, codes to Unicode.
#pragma once

#include "read/pdf/code_map.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace vanthu::read::pdf {

struct CodeSpace {
    int bytes = 1;
    std::uint32_t low = 0, high = 0;
};

struct CMap {
    std::vector<CodeSpace> spaces;
    CodeMap<std::uint32_t> cids;
    CodeMap<std::u32string> texts;
    std::string base; ///< name of the CMap that this one uses
    bool is_vertical = false;

    /// The code that `bytes` begins with, and its length in bytes (at least 1; `bytes` is not empty).
    std::uint32_t code(std::string_view bytes, int& length) const;
};

/// Never fails; what makes no sense is passed over, and no more than a million codes are taken.
CMap parse_cmap(std::string_view content);

/// Big-endian UTF-16; lone surrogates become U+FFFD.
std::u32string from_utf16(std::string_view bytes);

} // namespace vanthu::read::pdf
