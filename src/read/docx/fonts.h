// The fonts of a document and what their text is written in. What a font is written in shows only when all its text has
// been seen: the document is read once, and once more where a font turns out to be of the time before Unicode.
#pragma once

#include "text/legacy.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace vanthu::read::docx {

/// 0: no font is named.
using FontIndex = std::uint16_t;

class Fonts {
  public:
    Fonts() : fonts_(1) {}

    FontIndex index(std::string_view name);

    /// Text that the document has in this font, as it stands there.
    void saw(FontIndex font, std::string_view text);

    /// Decides by what was seen; from now on decode() uses it. False: all is Unicode.
    bool decide();

    /// Whether decode() would change text of this font.
    bool is_legacy(FontIndex font) const {
        return fonts_[font].encoding != text::Encoding::unicode || fonts_[font].capitals;
    }
    std::string decode(FontIndex font, std::string_view text) const;

  private:
    struct Font {
        std::string name;
        std::string sample;
        text::Encoding encoding = text::Encoding::unicode;
        bool capitals = false;
    };
    std::vector<Font> fonts_;
};

} // namespace vanthu::read::docx
