// What a reader saw, as text for tests and debugging: one line a word, ruling line or picture.
#pragma once

#include "pages/sight.h"

#include <string>

namespace vanthu::test {

/// "page 1 595x842" and below it "w x1 baseline x2 size font flags text", "l x1 y1 x2 y2 thickness",
/// "p x1 y1 x2 y2 width x height"; flags: b bold, i italic, h hidden, j joined, r raised, ? not sure, - none.
std::string dump_sight(const pages::Sight& sight);

/// The words of all sheets with spaces between them; joined ones without.
std::string plain_text(const pages::Sight& sight);

} // namespace vanthu::test
