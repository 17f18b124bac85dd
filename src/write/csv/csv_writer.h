// Tables as CSV (RFC 4180): UTF-8 with a byte order mark, which Excel needs; a blank line between tables.
#pragma once

#include "base/bytes.h"
#include "model/read_table.h"

#include <span>

namespace vanthu::write {

/// A cell that a spreadsheet would take for a formula (= + - @, tab, return) gets an apostrophe in front.
Bytes write_csv(std::span<const model::ReadTable> tables);

} // namespace vanthu::write
