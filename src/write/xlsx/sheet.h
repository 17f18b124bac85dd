#pragma once

#include "base/diagnostic.h"
#include "model/read_table.h"

#include <string>
#include <xlsxwriter.h>

namespace vanthu::write {

struct Formats {
    lxw_format* header;
    lxw_format* section;
    lxw_format* cell;
};

Formats make_formats(lxw_workbook* book);

/// One table on a sheet of its own. Errors: xlsx-failed, xlsx-too-large; findings: xlsx-cell-cut.
Diagnostics write_sheet(lxw_workbook* book, const Formats& formats, const std::string& name,
                        const model::ReadTable& table);

} // namespace vanthu::write
