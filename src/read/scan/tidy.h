// Words that the recogniser cuts wrongly. Private to read/scan.
#pragma once

#include "read/scan/recogniser.h"

#include <vector>

namespace vanthu::read::scan {

/// Two syllables read as one word are parted ("nhậnthức"), so is a number behind one ("Điều3"); a letter that was read once for itself and again at the
/// beginning of the next word is left out.
std::vector<ReadWord> tidied(std::vector<ReadWord> words);

} // namespace vanthu::read::scan
