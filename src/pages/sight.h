// What a reader saw on the sheets: words and ruling lines where they stand, as a PDF's text layer or OCR delivers them.
// The counterpart of pages.h, which says what is to be put there. Lengths are points; the origin is the top left corner
// of the upright sheet (rotation undone), y grows downwards.
#pragma once

#include "base/measure.h"
#include "pages/pages.h"

#include <cstdint>
#include <string>
#include <vector>

namespace vanthu::pages {

struct Box {
    double x1 = 0, y1 = 0, x2 = 0, y2 = 0;

    bool operator==(const Box&) const = default;
};

/// Characters in one font on one baseline without a gap between them.
struct Word {
    std::string text; ///< UTF-8, NFC, legacy encodings converted; never empty, no white space
    Box box;          ///< x: first pen position to last advance; y: ascent to descent of the font
    double baseline = 0;
    double size = 0;          ///< font size as it appears on the sheet
    std::uint32_t colour = 0; ///< 0xRRGGBB
    std::uint16_t font = 0;   ///< index into Sight::fonts
    Face face = Face::regular;
    bool hidden = false; ///< invisible text (rendering mode 3), as in layers made by OCR
    bool joined =
        false; ///< stands against the word before it in the same line without a gap (the font changed in a word)
    bool raised = false; ///< superscript
    float trust = 1;     ///< 0..1; 1 for a sound text layer

    bool operator==(const Word&) const = default;
};

/// A picture drawn on the sheet.
struct Picture {
    Box box;
    std::uint32_t width = 0, height = 0; ///< pixels
    bool operator==(const Picture&) const = default;
};

struct SeenPage {
    double width = 0, height = 0;
    int rotation = 0;        ///< degrees clockwise by which the stored page was turned to stand upright
    std::vector<Word> words; ///< in the order of drawing
    std::vector<Line> lines; ///< strokes, thin fills, edges of rectangles; horizontal and vertical only
    std::vector<Picture> pictures;
    bool image_only = false; ///< a picture of a page, no text of its own
    bool unread = false;     ///< something of the page could not be read; a finding says what
    double skew = 0; ///< degrees clockwise by which a scan was turned about the sheet's middle before it was read

    bool operator==(const SeenPage&) const = default;
};

struct Sight {
    std::vector<std::string> fonts; ///< names without the subset's prefix
    std::vector<SeenPage> pages;

    bool operator==(const Sight&) const = default;
};

} // namespace vanthu::pages
