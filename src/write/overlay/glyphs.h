// Letters by FreeType.
#pragma once

#include "base/measure.h"
#include "write/overlay/canvas.h"

#include <memory>
#include <string_view>

struct FT_LibraryRec_;
struct FT_FaceRec_;

namespace vanthu::write {

struct PlacedText {
    std::string_view text; ///< UTF-8
    double x = 0, baseline = 0;
    double width = 0; ///< the letters are stretched to it
    double size = 0;
    Face face = Face::regular; ///< bold and italic are imitated
    Ink ink;
};

class Glyphs {
  public:
    /// `font` must outlive it.
    explicit Glyphs(std::string_view font);
    ~Glyphs();
    Glyphs(const Glyphs&) = delete;
    Glyphs& operator=(const Glyphs&) = delete;

    bool usable() const { return face_ != nullptr; }

    /// Lengths are pixels.
    void draw(Canvas& canvas, const PlacedText& text);

  private:
    double natural_width(std::string_view text);

    FT_LibraryRec_* library_ = nullptr;
    FT_FaceRec_* face_ = nullptr;
};

} // namespace vanthu::write
