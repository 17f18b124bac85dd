// What layout needs to know of fonts, without a font library.
#pragma once

#include <cstdint>
#include <string_view>

namespace vanthu {

/// One of the four faces of the document's type family.
enum class Face : std::uint8_t { regular, bold, italic, bold_italic };
inline constexpr int face_count = 4;

constexpr Face face_of(bool bold, bool italic) { return static_cast<Face>((bold ? 1 : 0) + (italic ? 2 : 0)); }

/// Widths of text. `fonts::FontSet` is the real one; tests use a simple one.
class Measure {
  public:
    virtual ~Measure() = default;

    /// Advance width in points of valid UTF-8 in NFC, without kerning (Word does not kern Times New Roman either).
    virtual double width(std::string_view text, Face face, double size) const = 0;

    /// Distance in points from the top of a single-spaced line to its baseline.
    virtual double ascent(double size) const = 0;

    /// Height in points of a single-spaced line: ascent + descent + line gap (Times New Roman: 1.149 × size).
    virtual double line_height(double size) const = 0;
};

} // namespace vanthu
