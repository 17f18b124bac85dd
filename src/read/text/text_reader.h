// Plain text and Markdown as a flow: paragraphs by blank lines, tables by tabs or pipes, **bold** and *italic*.
#pragma once

#include "base/diagnostic.h"
#include "flow/flow.h"

#include <string_view>

namespace vanthu::read {

/// UTF-8, UTF-16 with a mark, or a Vietnamese 8-bit encoding found by its letters (text/legacy.h).
/// Errors: text-binary. Findings: text-converted (encoding).
Result<flow::Document> read_text(std::string_view bytes);

} // namespace vanthu::read
