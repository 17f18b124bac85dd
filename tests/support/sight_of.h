// What a reader would see of laid out pages: words and lines where they stand, the links to the structure forgotten.
#pragma once

#include "base/measure.h"
#include "pages/pages.h"
#include "pages/sight.h"

#include <string_view>

namespace vanthu::test {

/// A word ends at spaces, no-break spaces included. Boxes run from the ascent to 0.22 × size below the baseline.
pages::Sight sight_of(const pages::Document& document, const Measure& measure);

/// A word of `size` points whose box begins at x, for sights made by hand.
pages::Word word_at(std::string_view text, double x, double baseline, double size, const Measure& measure,
                    Face face = Face::regular);

} // namespace vanthu::test
