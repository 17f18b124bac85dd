// Appendices as long as a test needs, made from a short one.
#pragma once

#include "model/document.h"

namespace vanthu::test {

/// The document with the rows of its first table repeated, tasks numbered anew within each section, until there are
/// `rows` of them.
model::Document with_long_appendix(model::Document document, std::size_t rows);

} // namespace vanthu::test
