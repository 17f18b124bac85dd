// Ruling lines as the eye sees them: pieces that touch are one line.
#pragma once

#include "pages/pages.h"
#include "read/pdf/ink.h"

#include <vector>

namespace vanthu::read::pdf {

/// Sorted: horizontal ones first, then by place. Doubles are one line; fillers close gaps and are no lines themselves.
std::vector<pages::Line> ruling_lines(std::vector<Segment> segments);

} // namespace vanthu::read::pdf
