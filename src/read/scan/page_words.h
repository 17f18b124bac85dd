// Recognised words as a text layer would give them: in points, with the size and face of their type. Private to
// read/scan.
#pragma once

#include "pages/sight.h"
#include "read/scan/prepare.h"
#include "read/scan/recogniser.h"

#include <vector>

namespace vanthu::read::scan {

/// `words`: in pixels of the whole sheet. Lines of one block share a size where they nearly do; words of one line
/// share a baseline.
std::vector<pages::Word> page_words(const std::vector<ReadWord>& words, const Sheet& sheet);

} // namespace vanthu::read::scan
