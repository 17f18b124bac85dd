// Tables as a workbook by libxlsxwriter: one sheet a table.
#pragma once

#include "base/bytes.h"
#include "base/diagnostic.h"
#include "model/read_table.h"

#include <span>

namespace vanthu::write {

/// Header row frozen and repeated in print, sections as rows of groups, every value a text: dates stay as printed and
/// nothing that starts with = + - @ becomes a formula. Errors: xlsx-failed, xlsx-too-large (a sheet has 1,048,576
/// rows). Findings: xlsx-cell-cut. The same tables make the same bytes.
Result<Bytes> write_xlsx(std::span<const model::ReadTable> tables);

} // namespace vanthu::write
