// The JSON of write/json/read_writer.h read back: what the sandbox's child hands to its parent is checked like any
// input.
#pragma once

#include "base/diagnostic.h"
#include "model/read_table.h"

#include <string_view>
#include <vector>

namespace vanthu::read {

/// Errors: json-syntax and those of the schema.
Result<std::vector<model::ReadTable>> read_tables_json(std::string_view json);

} // namespace vanthu::read
