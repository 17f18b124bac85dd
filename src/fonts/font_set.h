// The four faces of a type family: finding them, measuring with them, cutting subsets. The only folder with HarfBuzz.
#pragma once

#include "base/bytes.h"
#include "base/diagnostic.h"
#include "base/measure.h"

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vanthu::fonts {

/// A subset of one face, ready to be embedded.
struct Subset {
    Bytes truetype;              ///< TrueType outlines, glyphs renumbered without holes, no hinting
    std::string postscript_name; ///< without subset prefix, e.g. "LiberationSerif-Bold"
    struct Glyph {
        char32_t character;    ///< the character the glyph stands for
        std::uint16_t id;      ///< glyph index in `truetype`
        std::uint16_t advance; ///< in 1/1000 of the size
    };
    std::vector<Glyph> glyphs; ///< sorted by character
    unsigned glyph_count = 0;  ///< of `truetype`: more than `glyphs`, letters may be composed of others
    int ascent = 0, descent = 0, cap_height = 0, italic_angle = 0, stem_v = 0,
        flags = 0;             ///< 1/1000 of the size, font descriptor
    int box[4] = {0, 0, 0, 0}; ///< font bounding box, 1/1000 of the size
};

/// Immutable after loading; may be used by several threads at once.
class FontSet : public Measure {
  public:
    /// `manifest` is the text of fonts/manifest.xml, `family` a name in it ("" = its first family that the machine
    /// has). Errors: font-manifest-broken, font-missing (names the Debian package to install).
    static Result<FontSet> load(std::string_view manifest, std::string_view family);

    FontSet(FontSet&&) noexcept;
    FontSet(const FontSet&) = delete;
    FontSet& operator=(FontSet&&) noexcept;
    FontSet& operator=(const FontSet&) = delete;
    ~FontSet() override;

    double width(std::string_view text, Face face, double size) const override;
    double ascent(double size) const override;
    double line_height(double size) const override;

    /// Whether all four faces have the character.
    bool covers(char32_t character) const;

    /// `characters` sorted, without repeats, all covered. `truetype` is empty where the file of the face is damaged.
    Subset subset(Face face, std::span<const char32_t> characters) const;

    /// The whole file, for drawing with.
    Bytes file(Face face) const;

  private:
    struct Impl;
    explicit FontSet(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

} // namespace vanthu::fonts
