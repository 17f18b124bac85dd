#pragma once

#include "write/report/file_entry.h"

#include <optional>
#include <string_view>

namespace vanthu::jobs {

/// What write::entry_json() wrote without messages; none where the line is not whole or not such an object.
std::optional<write::FileEntry> read_entry(std::string_view line);

} // namespace vanthu::jobs
