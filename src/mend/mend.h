// What was recognised on single sheets, held against the whole document: the same words elsewhere, ordinals in
// sequence.
#pragma once

#include "base/diagnostic.h"
#include "pages/sight.h"

namespace vanthu::mend {

/// Touches only words that were recognised (trust below 1). A word of letters is mended where it differs in its marks
/// only from what the document says in the same words several times over and with more confidence; an ordinal in the
/// first column of a ruled table where its neighbours leave one reading. No other number is touched. Findings:
/// scan-letter-mended (from, to), with their place.
Diagnostics mend(pages::Sight& sight);

} // namespace vanthu::mend
