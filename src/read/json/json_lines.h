#pragma once

#include "base/diagnostic.h"

#include <string_view>

namespace vanthu::read {

/// Fills in the lines of findings that know only their JSON Pointer. A pointer to something that is not there gets the
/// line of what should hold it. `json` is a text that read_json() has accepted.
void add_lines(std::string_view json, Diagnostics& findings);

} // namespace vanthu::read
