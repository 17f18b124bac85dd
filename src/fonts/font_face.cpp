#include "fonts/font_face.h"

#include <hb-ot.h>

#include <cmath>

namespace vanthu::fonts {

AdvanceTable::AdvanceTable(hb_font_t* font, unsigned units_per_em) {
    pages_.emplace_back(); // page 0 of the storage: nothing covered
    const HarfBuzz<hb_set_t> characters(hb_set_create());
    hb_face_collect_unicodes(hb_font_get_face(font), characters.get());
    for (hb_codepoint_t c = HB_SET_VALUE_INVALID; hb_set_next(characters.get(), &c) && c < 0x10000;) {
        hb_codepoint_t glyph = 0;
        if (!hb_font_get_nominal_glyph(font, c, &glyph)) continue;
        std::uint8_t& page = page_of_[c >> 8];
        if (page == 0) {
            page = static_cast<std::uint8_t>(pages_.size());
            pages_.emplace_back();
        }
        const double units = hb_font_get_glyph_h_advance(font, glyph);
        const long advance = std::lround(units * 1000 / units_per_em);
        pages_[page][c & 0xFF] = static_cast<std::uint16_t>(covered_bit | (advance & advance_mask));
    }
}

FontFace::FontFace(HarfBuzz<hb_face_t> face, HarfBuzz<hb_font_t> font)
    : face_(std::move(face)), font_(std::move(font)), units_per_em_(hb_face_get_upem(face_.get())),
      advances_(font_.get(), units_per_em_) {}

std::optional<FontFace> FontFace::open(const std::string& file) {
    const HarfBuzz<hb_blob_t> blob(hb_blob_create_from_file_or_fail(file.c_str()));
    if (!blob) return std::nullopt;
    HarfBuzz<hb_face_t> face(hb_face_create(blob.get(), 0));
    const HarfBuzz<hb_blob_t> outlines(hb_face_reference_table(face.get(), HB_TAG('g', 'l', 'y', 'f')));
    if (hb_face_get_glyph_count(face.get()) == 0 || hb_blob_get_length(outlines.get()) == 0) return std::nullopt;
    hb_face_make_immutable(face.get());
    HarfBuzz<hb_font_t> font(hb_font_create(face.get()));
    hb_font_make_immutable(font.get());
    return FontFace(std::move(face), std::move(font));
}

FontFace::LineExtents FontFace::line_extents() const {
    hb_font_extents_t extents{};
    hb_font_get_h_extents(font_.get(), &extents);
    const double em = units_per_em_;
    return {extents.ascender / em, -extents.descender / em, extents.line_gap / em};
}

Bytes FontFace::file() const {
    const HarfBuzz<hb_blob_t> blob(hb_face_reference_blob(face_.get()));
    unsigned length = 0;
    const char* data = hb_blob_get_data(blob.get(), &length);
    return data != nullptr ? Bytes(data, length) : Bytes();
}

} // namespace vanthu::fonts
