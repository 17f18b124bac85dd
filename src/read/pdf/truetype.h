// What an embedded TrueType font itself says of its glyphs: the tables cmap and post, read with bounds checks.
#pragma once

#include "read/pdf/code_map.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace vanthu::read::pdf {

struct TrueTypeMap {
    CodeMap<char32_t> characters; ///< glyph → character, from the Unicode cmap, else from glyph names
    CodeMap<std::uint16_t> coded; ///< code of a simple font → glyph, from the symbol or Macintosh cmap
};

/// Never fails; tables that are missing or broken give nothing.
TrueTypeMap read_truetype(std::string_view file);

} // namespace vanthu::read::pdf
