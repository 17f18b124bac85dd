// One face of a family: the file, the widths of its characters, its numbers for a font descriptor.
#pragma once

#include "fonts/font_set.h"

#include <hb.h>

#include <array>
#include <memory>
#include <optional>

namespace vanthu::fonts {

struct HarfBuzzDeleter {
    void operator()(hb_face_t* face) const { hb_face_destroy(face); }
    void operator()(hb_font_t* font) const { hb_font_destroy(font); }
    void operator()(hb_blob_t* blob) const { hb_blob_destroy(blob); }
    void operator()(hb_set_t* set) const { hb_set_destroy(set); }
};
template <class T> using HarfBuzz = std::unique_ptr<T, HarfBuzzDeleter>;

/// Advances of the characters of a face, in 1/1000 of the size as a PDF states them, so that what layout believes is
/// what a viewer draws. Pages of 256 characters, because a face covers few of the 256 pages of the BMP.
class AdvanceTable {
  public:
    explicit AdvanceTable(hb_font_t* font, unsigned units_per_em);

    unsigned of(char32_t character) const {
        return character < 0x10000 ? pages_[page_of_[character >> 8]][character & 0xFF] & advance_mask : 0;
    }
    bool covers(char32_t character) const {
        return character < 0x10000 && (pages_[page_of_[character >> 8]][character & 0xFF] & covered_bit) != 0;
    }

  private:
    static constexpr std::uint16_t covered_bit = 0x8000;
    static constexpr std::uint16_t advance_mask = 0x7FFF;

    std::array<std::uint8_t, 256> page_of_{};
    std::vector<std::array<std::uint16_t, 256>> pages_;
};

class FontFace {
  public:
    /// Nothing where the file cannot be read or has no TrueType outlines.
    static std::optional<FontFace> open(const std::string& file);

    const AdvanceTable& advances() const { return advances_; }

    /// Ascent, descent (positive) and line gap in parts of the size.
    struct LineExtents {
        double ascent, descent, gap;
    };
    LineExtents line_extents() const;

    Subset subset(std::span<const char32_t> characters) const;
    Bytes file() const;

  private:
    explicit FontFace(HarfBuzz<hb_face_t> face, HarfBuzz<hb_font_t> font);

    int per_mille(int units) const;
    void describe(Subset& subset) const;

    HarfBuzz<hb_face_t> face_;
    HarfBuzz<hb_font_t> font_;
    unsigned units_per_em_;
    AdvanceTable advances_;
};

} // namespace vanthu::fonts
