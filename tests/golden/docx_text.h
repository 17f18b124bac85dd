// The body of a DOCX as text that a human can read and a diff can show.
#pragma once

#include "base/bytes.h"

#include <string>

namespace vanthu::test {

/// One line for each paragraph, "Style | text", read from the finished file; tables, rows and cells stand as lines of
/// their own and indent what they hold; sections end with a line that tells sheet and orientation.
std::string docx_text(const Bytes& docx);

} // namespace vanthu::test
