// The only place that opens, closes and reads back a workbook of libxlsxwriter, which knows files but no memory.
#pragma once

#include "base/bytes.h"
#include "base/diagnostic.h"

#include <xlsxwriter.h>

namespace vanthu::write {

/// A workbook that is written to memory: an anonymous file without a name in any folder. The library's own temporary
/// files have lost their names before anything is written to them, so nothing stays behind after a crash either.
class WorkbookFile {
  public:
    WorkbookFile();
    ~WorkbookFile();
    WorkbookFile(const WorkbookFile&) = delete;
    WorkbookFile& operator=(const WorkbookFile&) = delete;

    /// Null where the machine gives no memory for one.
    lxw_workbook* book() { return book_; }

    /// Once. Errors: xlsx-failed.
    Result<Bytes> close();

  private:
    int descriptor_ = -1;
    lxw_workbook* book_ = nullptr;
};

Diagnostic xlsx_failed(lxw_error error);

} // namespace vanthu::write
