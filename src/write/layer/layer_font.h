// The font of text that is there to be found and copied, not seen: a subset of the regular face.
#pragma once

#include "fonts/font_set.h"
#include "pages/sight.h"
#include "write/layer/pdf_file.h"
#include "write/pdf/deflater.h"

#include <map>

namespace vanthu::write {

class LayerFont {
  public:
    struct Glyph {
        std::uint16_t id = 0;
        std::uint16_t advance = 0; ///< 1/1000 of the size
    };

    /// Adds the font with the characters of all words. Throws PdfError (pdf-failed).
    LayerFont(const pages::Sight& recognised, const fonts::FontSet& fonts, const PdfFile& pdf, Deflater& deflater);

    /// The Type0 font, an indirect object.
    const PdfObject& object() const { return object_; }

    /// A question mark's for a character that the face lacks or PDF/A does not allow.
    Glyph glyph(char32_t character) const;

  private:
    std::map<char32_t, Glyph> glyphs_;
    PdfObject object_;
};

} // namespace vanthu::write
