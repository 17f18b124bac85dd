// Texts of old Vietnamese fonts as Unicode; decided over the whole document, font by font.
#pragma once

#include "pages/sight.h"
#include "read/pdf/font_loader.h"

namespace vanthu::read::pdf {

/// All words become NFC; characters that nobody sees go, and words of nothing else with them.
void to_unicode(pages::Sight& sight, const FontLoader& fonts);

} // namespace vanthu::read::pdf
