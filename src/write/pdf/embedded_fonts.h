// The faces that a document uses, cut down to its characters and embedded as Type 0 fonts whose codes are glyph ids.
#pragma once

#include "fonts/font_set.h"
#include "pages/pages.h"
#include "write/pdf/deflater.h"
#include "write/pdf/haru_document.h"

#include <array>
#include <vector>

namespace vanthu::write {

class EmbeddedFonts {
  public:
    /// Adds the fonts and a resource dictionary naming them F0 to F3, one a Face. `cid_set` as PDF/A-1 wants it.
    /// Throws PdfError: pdf-glyph-missing for the characters that a face lacks.
    EmbeddedFonts(const pages::Document& pages, const fonts::FontSet& fonts, bool cid_set, HaruDocument& document,
                  Deflater& deflater);

    ObjectNumber resources() const { return resources_; }

    /// Of a character that stands in the pages in this face.
    std::uint16_t glyph(Face face, char32_t character) const {
        return glyphs_[static_cast<std::size_t>(face)][character];
    }

  private:
    std::array<std::vector<std::uint16_t>, face_count> glyphs_; ///< by character
    ObjectNumber resources_ = 0;
};

} // namespace vanthu::write
