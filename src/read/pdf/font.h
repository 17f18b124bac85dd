// A font as text needs it: which characters its codes mean and how far they move the pen.
#pragma once

#include "base/measure.h"
#include "read/pdf/cmap.h"
#include "read/pdf/code_map.h"
#include "read/pdf/truetype.h"

#include <array>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vanthu::read::pdf {

/// What a code means. `character` 0: `longer` is an index into Font::texts.
struct Meaning {
    char32_t character = 0xFFFD; ///< U+FFFD: not known
    std::uint32_t longer = 0;
    float width = 0;       ///< advance in em
    bool is_space = false; ///< a single byte 32, to which word spacing applies
};

struct Font {
    std::string name;         ///< without the subset's prefix
    std::uint16_t number = 0; ///< index into Sight::fonts
    Face face = Face::regular;
    double ascent = 0.891, descent = -0.216; ///< em; those of Times New Roman where the font is silent
    bool is_composite = false;
    bool is_vertical = false;
    bool is_type3 = false;
    double size_factor = 1;    ///< apparent size by font size, for Type 3 fonts with units of their own
    bool hyphen_at_ad = false; ///< U+00AD comes from an encoding that shows a hyphen there

    std::array<Meaning, 256> simple{};            ///< of simple fonts
    std::optional<CMap> encoding;                 ///< of composite fonts; none: Identity, two bytes
    std::optional<CMap> to_unicode;               ///< of composite fonts
    bool codes_are_utf16 = false;                 ///< predefined CMaps UniXX-UCS2 and -UTF16
    std::optional<TrueTypeMap> truetype;          ///< where nothing else tells what glyphs mean
    std::optional<CodeMap<std::uint16_t>> glyphs; ///< CIDToGIDMap
    CodeMap<float> widths;                        ///< of CIDs
    float default_width = 1;

    std::deque<std::u32string> texts{{}}; ///< their addresses stay
    CodeMap<Meaning> known;               ///< what was asked for already

    /// Meaning of the code that `bytes` begins with; the code and its length beside it.
    const Meaning& meaning(std::string_view bytes, std::uint32_t& code, int& length);

  private:
    Meaning composite_meaning(std::uint32_t code);
};

/// Fills character or longer. Unusable text (empty, U+0000) leaves it as it is. Ligatures are spelt out.
void set_text(Meaning& meaning, const std::u32string& text, std::deque<std::u32string>& texts);

} // namespace vanthu::read::pdf
