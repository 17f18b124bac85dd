// The running text of a sheet. Private to read/scan.
#pragma once

#include "read/scan/prepare.h"
#include "read/scan/recogniser.h"

#include <vector>

namespace vanthu::read::scan {

struct SheetText {
    std::vector<ReadWord> words;        ///< in pixels of the sheet, by lines
    std::vector<pages::Box> unreadable; ///< where something is written that is no print; points
};

/// Reads the sheet several times, each time rendered a little differently, and takes what most readings say. Strokes of
/// a hand, seals and specks give no words.
SheetText read_text(const Sheet& sheet, Recogniser& recogniser);

} // namespace vanthu::read::scan
