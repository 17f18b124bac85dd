// Ruling lines in a picture of ink. Private to read/scan.
#pragma once

#include "read/scan/bitmap.h"

#include <vector>

namespace vanthu::read::scan {

/// A straight line in pixels: at = y of a horizontal rule, x of a vertical one, in its middle.
struct RasterRule {
    double at = 0, from = 0, to = 0;
    double thickness = 1;

    double length() const { return to - from; }
};

struct Ruling {
    std::vector<RasterRule> horizontal, vertical; ///< by `at`, then `from`; pieces of broken and doubled lines made one
    Bitmap pixels; ///< 1 bit, the size of the picture: the ink of the rules, without the letters that touch them
};

/// `ink`: 1 bit, straight but for a few tenths of a degree. Strokes of letters, underlines shorter than a few letters
/// and dotted lines are no rules.
Ruling find_rules(const Bitmap& ink, double dots_per_inch);

} // namespace vanthu::read::scan
