// What is written on a sheet and gave no word. Private to read/scan.
#pragma once

#include "pages/sight.h"
#include "read/scan/prepare.h"
#include "read/scan/recogniser.h"

#include <vector>

namespace vanthu::read::scan {

/// Places (points) of some size with ink that is under no word and in none of `known` (points): a seal with the lines
/// below it, handwriting, print that the recogniser overlooked.
std::vector<pages::Box> unread_ink(const Sheet& sheet, const std::vector<ReadWord>& words,
                                   const std::vector<pages::Box>& known);

} // namespace vanthu::read::scan
