// One picture read several times, each time rendered a little differently. Private to read/scan.
#pragma once

#include "read/scan/recogniser.h"

#include <vector>

namespace vanthu::read::scan {

/// The readings, for agree(), in pixels of `grey` (8 bit). Fewer where the first one finds nothing.
std::vector<std::vector<ReadWord>> read_renderings(const Bitmap& grey, Layout layout, double dots_per_inch,
                                                   Recogniser& recogniser);

/// The same by other renderings, for what those above do not agree on.
std::vector<std::vector<ReadWord>> read_renderings_further(const Bitmap& grey, Layout layout, double dots_per_inch,
                                                           Recogniser& recogniser);

} // namespace vanthu::read::scan
