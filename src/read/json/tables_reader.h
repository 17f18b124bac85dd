// The JSON of write/json/read_writer.h read back: what the sandbox's child hands to its parent is checked like any
// input.
#pragma once

#include "base/diagnostic.h"
#include "model/read_table.h"

#include <string_view>
#include <vector>

namespace vanthu::read {

/// The widths of columns are not in it. Errors: tables-json-broken (member: what is missing or not what it must be),
/// file-too-large.
Result<std::vector<model::ReadTable>> read_tables_json(std::string_view json);

/// Whether the text is a JSON object of valid UTF-8 within the limits of json_tree.h.
bool is_json_object(std::string_view json);

} // namespace vanthu::read
