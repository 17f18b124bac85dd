// Tables without any lines: columns by white space. Private to gather.
#pragma once

#include "gather/page_table.h"

namespace vanthu::gather {

/// `words` may be taken. Complete with their words, with a trust below 1. `before` is the last table of the sheet
/// before, or null: few rows suffice where they stand in its columns.
std::vector<PageTable> find_aligned(const pages::SeenPage& page, const std::vector<std::uint32_t>& words,
                                    const PageTable* before);

} // namespace vanthu::gather
