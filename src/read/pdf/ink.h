// What the content streams of one page put on the sheet. Lengths are points, origin top left, y downwards.
#pragma once

#include "base/measure.h"
#include "pages/sight.h"
#include "read/pdf/matrix.h"
#include "read/pdf/object.h"

#include <cstdint>
#include <deque>
#include <string>
#include <vector>

namespace vanthu::read::pdf {

struct Font;

struct Glyph {
    Point pen;         ///< on the baseline
    Point along{1, 0}; ///< unit vector in which the text runs
    float advance = 0; ///< to the end of the glyph, spacing left out
    float spacing = 0; ///< character spacing behind it
    float size = 0;    ///< as it appears
    const Font* font = nullptr;
    const std::u32string* longer = nullptr; ///< text of more than one character, in place of `character`
    char32_t character = 0;
    std::uint32_t colour = 0;
    Face face = Face::regular;
    bool hidden = false;
};

/// A straight horizontal or vertical mark. A filler (the square where borders meet) only closes gaps between others.
struct Segment {
    double from = 0, to = 0; ///< along the line
    double across = 0;       ///< its middle
    double thickness = 0;
    bool is_vertical = false;
    bool red = false;
    bool filler = false;
};

/// A picture XObject where it was drawn, in the order of Ink::pictures.
struct DrawnPicture {
    Object object;            ///< empty: an inline image
    Matrix placement;         ///< unit square (origin top left) → sheet
    std::uint32_t colour = 0; ///< that a stencil mask paints in
};

struct Ink {
    std::vector<Glyph> glyphs;
    std::deque<std::u32string> texts; ///< of ActualText; their addresses stay
    std::vector<Segment> segments;
    std::vector<pages::Picture> pictures;
    std::vector<DrawnPicture> drawn;
    std::size_t covers = 0;   ///< pictures that may lie over text
    std::size_t outlines = 0; ///< filled shapes of the size and kind of letters
    std::string unread;       ///< why something was not read; empty: all was
};

} // namespace vanthu::read::pdf
