// A flow as plain text in reading order: a line a paragraph, cells parted by tabs.
#pragma once

#include "base/bytes.h"
#include "flow/flow.h"

namespace vanthu::write {

struct TextOptions {
    bool furniture = true; ///< running heads and page numbers, each on a line of its own
};

Bytes write_text(const flow::Document& document, const TextOptions& options = {});

} // namespace vanthu::write
