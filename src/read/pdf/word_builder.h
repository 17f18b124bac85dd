// Glyphs → words: what stands together on one baseline.
#pragma once

#include "pages/sight.h"
#include "read/pdf/ink.h"

#include <vector>

namespace vanthu::read::pdf {

/// In the order of drawing. The texts are the characters that the fonts name, not yet converted from legacy encodings
/// and not yet NFC. What is drawn twice at one place is there once.
std::vector<pages::Word> build_words(std::vector<Glyph> glyphs);

/// Puts combining marks behind the letters that they stand on, wherever they were drawn.
void put_marks_behind_letters(std::vector<Glyph>& glyphs);

constexpr bool is_mark(char32_t c) { return c >= 0x300 && c < 0x370; }

/// Repairs over whole words: drawn twice, letters spaced evenly, superscripts. `after_space` tells for each word
/// whether a space was drawn before it.
void tidy_words(std::vector<pages::Word>& words, std::vector<bool> after_space);

} // namespace vanthu::read::pdf
