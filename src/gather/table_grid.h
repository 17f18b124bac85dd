// Tables with a grid of lines. Private to gather.
#pragma once

#include "gather/page_table.h"
#include "gather/table_rules.h"

namespace vanthu::gather {

/// Grids without their words. Rules that cross no other are left in `rules`, the others are taken out.
std::vector<PageTable> find_grids(Rules& rules, double tolerance);

} // namespace vanthu::gather
