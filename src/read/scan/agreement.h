// Several readings of the same sheet made one. The recogniser errs at random where a picture is rendered a little
// differently, so what most readings say is right far more often than any of them. Private to read/scan.
#pragma once

#include "read/scan/recogniser.h"

#include <vector>

namespace vanthu::read::scan {

/// All in pixels of the same sheet. The first reading gives lines and their order; what only one of several saw is kept
/// where it is sure of it. The confidence of a word is that of the readings that agree, over all of them.
std::vector<ReadWord> agree(const std::vector<std::vector<ReadWord>>& readings);

} // namespace vanthu::read::scan
