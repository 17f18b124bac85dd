// A picture read, and its doubtful lines once more. Private to read/scan.
#pragma once

#include "read/scan/recogniser.h"

#include <vector>

namespace vanthu::read::scan {

/// What the renderings of `grey` (8 bit) agree on, in its pixels. Lines with a word that they do not agree on are cut
/// out and read in further renderings, all of which vote.
std::vector<ReadWord> read_carefully(const Bitmap& grey, Layout layout, double dots_per_inch, Recogniser& recogniser);

} // namespace vanthu::read::scan
