// Words on one baseline. Private to gather.
#pragma once

#include "pages/sight.h"

#include <cstdint>
#include <string>
#include <vector>

namespace vanthu::gather {

struct TextLine {
    std::uint32_t page = 0;           ///< index into Sight::pages
    std::vector<std::uint32_t> words; ///< indices into SeenPage::words, from left to right
    pages::Box box;
    double baseline = 0;
    double size = 0;                   ///< of most of its letters
    bool bold = false, italic = false; ///< all of it
    bool upper = false;                ///< letters, and none of them small

    double width() const { return box.x2 - box.x1; }
    double centre() const { return (box.x1 + box.x2) / 2; }
    double height() const { return box.y2 - box.y1; }
};

/// Lines from top to bottom of the given words. Raised words belong to the line that they stand at.
std::vector<TextLine> lines_of(const pages::SeenPage& page, std::uint32_t page_index,
                               const std::vector<std::uint32_t>& words);

/// A line of some words of one baseline.
TextLine line_of(const pages::SeenPage& page, std::uint32_t page_index, std::vector<std::uint32_t> words);

/// Words with a space between them, but where they are joined.
std::string text_of(const pages::SeenPage& page, const TextLine& line);

/// The text before the first space.
std::string first_token(const pages::SeenPage& page, const TextLine& line);

/// "-", "+", "1.", "1.2.", "a)", "(1)", "IV.": what numbers or marks an item.
bool is_label(std::string_view token);

/// Has a letter or a digit.
bool has_content(std::string_view text);

bool bold_face(Face face);
bool italic_face(Face face);

} // namespace vanthu::gather
