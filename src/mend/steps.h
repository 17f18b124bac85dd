// The steps of mend. Private to mend.
#pragma once

#include "base/diagnostic.h"
#include "pages/sight.h"

#include <string>

namespace vanthu::mend {

Diagnostics mend_phrases(pages::Sight& sight);
Diagnostics mend_ordinals(pages::Sight& sight);

/// Puts `text` in place of the word and tells so. `page`: index into Sight::pages.
Diagnostic mended(pages::Word& word, std::string text, std::size_t page);

} // namespace vanthu::mend
