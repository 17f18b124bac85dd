// A subset of a face as PDF objects: Type0, CIDFontType2, descriptor, font file, ToUnicode (ISO 32000-1, 9.7).
#pragma once

#include "fonts/font_set.h"
#include "write/pdf/deflater.h"
#include "write/pdf/haru_document.h"

namespace vanthu::write {

/// The number of the Type0 font. libharu's own font objects are not used: each would build tables of 65,536 entries,
/// keep all glyphs, and map codes to characters with the wrong operator.
ObjectNumber add_font(const fonts::Subset& subset, bool cid_set, HaruDocument& document, Deflater& deflater);

} // namespace vanthu::write
