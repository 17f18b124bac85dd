// Tables with lines between their rows but not between their columns. Private to gather.
#pragma once

#include "gather/page_table.h"
#include "gather/table_rules.h"

namespace vanthu::gather {

/// `rules` are horizontal and belong to no grid; `words` may be taken. Complete with their words.
std::vector<PageTable> find_row_ruled(const pages::SeenPage& page, const std::vector<Rule>& rules,
                                      const std::vector<std::uint32_t>& words);

} // namespace vanthu::gather
