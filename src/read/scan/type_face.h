// Bold and italic, told by the strokes of letters: the recogniser does not know. Private to read/scan.
#pragma once

#include "base/measure.h"
#include "read/scan/prepare.h"
#include "read/scan/recogniser.h"

#include <vector>

namespace vanthu::read::scan {

/// Of each word. What a single word shows is held against its neighbours in the line.
std::vector<Face> faces_of(const std::vector<ReadWord>& words, const Sheet& sheet);

} // namespace vanthu::read::scan
