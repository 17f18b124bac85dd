#include "write/xlsx/xlsx_writer.h"

#include "write/xlsx/sheet.h"
#include "write/xlsx/sheet_names.h"
#include "write/xlsx/workbook_file.h"

#include <iterator>

namespace vanthu::write {

Result<Bytes> write_xlsx(std::span<const model::ReadTable> tables) {
    WorkbookFile file;
    if (file.book() == nullptr) return Result<Bytes>::failed(xlsx_failed(LXW_ERROR_MEMORY_MALLOC_FAILED));
    const Formats formats = make_formats(file.book());
    SheetNames names;
    Diagnostics findings;
    for (const model::ReadTable& table : tables) {
        Diagnostics found = write_sheet(file.book(), formats, names.next(table.title), table);
        if (has_errors(found)) return Result<Bytes>::failed(std::move(found));
        std::move(found.begin(), found.end(), std::back_inserter(findings));
    }
    Result<Bytes> written = file.close();
    written.diagnostics.insert(written.diagnostics.begin(), findings.begin(), findings.end());
    return written;
}

} // namespace vanthu::write
