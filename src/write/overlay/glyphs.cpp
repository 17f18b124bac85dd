#include "write/overlay/glyphs.h"

#include "text/unicode.h"

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_SYNTHESIS_H

#include <algorithm>
#include <cmath>

namespace vanthu::write {
namespace {

constexpr double smallest = 1, largest = 400; ///< pixels of a size worth drawing
constexpr FT_Int32 load_flags = FT_LOAD_NO_BITMAP | FT_LOAD_NO_HINTING;

void put(Canvas& canvas, const FT_GlyphSlot slot, int x, int y, const Ink& ink) {
    const FT_Bitmap& bitmap = slot->bitmap;
    for (unsigned row = 0; row < bitmap.rows; ++row)
        for (unsigned column = 0; column < bitmap.width; ++column) {
            const unsigned char cover = bitmap.buffer[static_cast<std::ptrdiff_t>(row) * bitmap.pitch + column];
            if (cover != 0)
                canvas.mix(x + slot->bitmap_left + static_cast<int>(column),
                           y - slot->bitmap_top + static_cast<int>(row), {ink.colour, ink.strength * cover / 255});
        }
}

FT_Matrix stretched(double factor, bool slanted) {
    constexpr double one = 65536;
    return {static_cast<FT_Fixed>(factor * one), slanted ? static_cast<FT_Fixed>(0.2 * one) : 0, 0,
            static_cast<FT_Fixed>(one)};
}

} // namespace

Glyphs::Glyphs(std::string_view font) {
    if (font.empty() || FT_Init_FreeType(&library_) != 0) return;
    if (FT_New_Memory_Face(library_, reinterpret_cast<const FT_Byte*>(font.data()), static_cast<FT_Long>(font.size()),
                           0, &face_) != 0)
        face_ = nullptr;
}

Glyphs::~Glyphs() {
    if (face_ != nullptr) FT_Done_Face(face_);
    if (library_ != nullptr) FT_Done_FreeType(library_);
}

double Glyphs::natural_width(std::string_view text) {
    double width = 0;
    text::for_each_character(text, [&](char32_t c) {
        if (FT_Load_Char(face_, c, load_flags) == 0)
            width += static_cast<double>(face_->glyph->linearHoriAdvance) / 65536;
    });
    return width;
}

void Glyphs::draw(Canvas& canvas, const PlacedText& text) {
    if (!usable() || !(text.size >= smallest && text.size <= largest)) return;
    if (!(std::abs(text.x) < 1e6 && std::abs(text.baseline) < 1e6)) return;
    if (FT_Set_Char_Size(face_, 0, static_cast<FT_F26Dot6>(text.size * 64), 72, 72) != 0) return;
    FT_Set_Transform(face_, nullptr, nullptr);
    const double natural = natural_width(text.text);
    const double factor = natural > 0 && text.width > 0 ? std::clamp(text.width / natural, 0.3, 3.0) : 1;
    const bool bold = text.face == Face::bold || text.face == Face::bold_italic;
    FT_Matrix matrix = stretched(factor, text.face == Face::italic || text.face == Face::bold_italic);
    double x = text.x;
    text::for_each_character(text.text, [&](char32_t c) {
        FT_Vector offset{static_cast<FT_Pos>(std::lround((x - std::floor(x)) * 64)), 0};
        FT_Set_Transform(face_, &matrix, &offset);
        if (FT_Load_Char(face_, c, load_flags) != 0) return;
        const double advance = static_cast<double>(face_->glyph->linearHoriAdvance) / 65536 * factor;
        if (bold) FT_GlyphSlot_Embolden(face_->glyph);
        if (FT_Render_Glyph(face_->glyph, FT_RENDER_MODE_NORMAL) == 0)
            put(canvas, face_->glyph, static_cast<int>(std::floor(x)), static_cast<int>(std::lround(text.baseline)),
                text.ink);
        x += advance;
    });
}

} // namespace vanthu::write
