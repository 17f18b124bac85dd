// Encodings of simple fonts (ISO 32000-1, annex D) and the meaning of glyph names.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace vanthu::read::pdf {

enum class BaseEncoding : std::uint8_t { win_ansi, mac_roman, standard, symbol };

/// 0 where the encoding has nothing at that code. WinAnsi is Windows-1252 as it is: 0xAD is U+00AD, which legacy fonts
/// need; 0x81 and its like are U+0081.
char32_t character_of(BaseEncoding encoding, std::uint8_t code);

/// Adobe's glyph names as far as office documents use them, all Vietnamese letters, uniXXXX and uXXXXX. Empty where the
/// name says nothing.
std::u32string characters_of_glyph(std::string_view name);

} // namespace vanthu::read::pdf
