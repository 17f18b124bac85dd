// Text that a copier or an OCR program laid behind the picture of a page.
#pragma once

#include "pages/sight.h"

#include <vector>

namespace vanthu::read::pdf {

/// Whether the hidden words are Vietnamese well enough to stand for the page: letters carry their marks and most words
/// spell as syllables.
bool is_sound_layer(const std::vector<pages::Word>& words);

} // namespace vanthu::read::pdf
