// A Diagnostic as JSON, the same for the command line and the service.
#pragma once

#include "base/diagnostic.h"
#include "forms/messages.h"

#include <string>

namespace vanthu::write {

/// {"code", "severity", "message", "hint", "file", "line", "pointer", "part", "page", "pages", "box"}; part, page,
/// pages and box only where they are known. A box is [x1, y1, x2, y2] in points from the top left corner.
std::string diagnostic_json(const Diagnostic& diagnostic, const forms::Messages& messages, forms::Language language);

/// All of them, in brackets.
std::string diagnostics_json(const Diagnostics& diagnostics, const forms::Messages& messages, forms::Language language);

} // namespace vanthu::write
