#pragma once

#include "base/diagnostic.h"
#include "jobs/reading_kit.h"
#include "model/read_table.h"

#include <string_view>
#include <vector>

namespace vanthu::jobs {

/// Tables that somebody has put right, with the tasks that they assign now. `json`: {"tables": […]}. Errors: those of
/// read_tables_json().
Result<std::vector<model::ReadTable>> reviewed_tables(std::string_view json, const ReadingKit& kit);

} // namespace vanthu::jobs
