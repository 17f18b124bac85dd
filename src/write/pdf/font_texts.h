// A subset of a face as the texts of PDF objects (ISO 32000-1, 9.7), whichever library holds the objects.
#pragma once

#include "fonts/font_set.h"

#include <string>

namespace vanthu::write {

/// Insides of dictionaries without the references between them: a Type0 font leads to its descendant by
/// /DescendantFonts and to the CMap by /ToUnicode, the descendant to its descriptor by /FontDescriptor, that to
/// `Subset::truetype` by /FontFile2. Codes are glyph ids.
struct FontTexts {
    std::string font, descendant, descriptor;
    std::string to_unicode; ///< the CMap's stream
};

FontTexts font_texts(const fonts::Subset& subset);

/// Whether PDF/A allows a text to be made of the character: ToUnicode may not lead to these.
bool is_text(char32_t character);

} // namespace vanthu::write
