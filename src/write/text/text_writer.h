// A flow as plain text in reading order: a line a paragraph, cells parted by tabs.
#pragma once

#include "base/bytes.h"
#include "flow/flow.h"

namespace vanthu::write {

struct TextOptions {
    bool furniture = true; ///< running heads and page numbers, each on a line of its own
};

/// UTF-8 in NFC. A letterhead and a signature are read cell by cell; line ends inside a paragraph and no-break spaces
/// are plain spaces. Each row of a data table has one tab less than columns.
Bytes write_text(const flow::Document& document, const TextOptions& options = {});

} // namespace vanthu::write
