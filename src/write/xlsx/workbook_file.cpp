#include "write/xlsx/workbook_file.h"

#include <fmt/format.h>

#include <ctime>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace vanthu::write {
namespace {

/// 1980-01-01, as in the ZIP's entries: the same tables make the same file.
constexpr std::time_t fixed_date = 315532800;

Result<Bytes> bytes_of(int descriptor) {
    struct stat status {};
    if (::fstat(descriptor, &status) != 0) return Result<Bytes>::failed(xlsx_failed(LXW_ERROR_READING_TMPFILE));
    Bytes bytes(static_cast<std::size_t>(status.st_size), '\0');
    for (std::size_t filled = 0; filled < bytes.size();) {
        const ssize_t got =
            ::pread(descriptor, bytes.data() + filled, bytes.size() - filled, static_cast<off_t>(filled));
        if (got <= 0) return Result<Bytes>::failed(xlsx_failed(LXW_ERROR_READING_TMPFILE));
        filled += static_cast<std::size_t>(got);
    }
    return Result<Bytes>::of(std::move(bytes));
}

} // namespace

Diagnostic xlsx_failed(lxw_error error) {
    return {"xlsx-failed", Severity::error, {{"reason", lxw_strerror(error)}}, {}};
}

WorkbookFile::WorkbookFile() : descriptor_(::memfd_create("xlsx", MFD_CLOEXEC)) {
    if (descriptor_ < 0) return;
    book_ = workbook_new(fmt::format("/proc/self/fd/{}", descriptor_).c_str());
    lxw_doc_properties properties{};
    properties.created = fixed_date;
    if (book_ != nullptr) workbook_set_properties(book_, &properties);
}

WorkbookFile::~WorkbookFile() {
    if (book_ != nullptr) lxw_workbook_free(book_);
    if (descriptor_ >= 0) ::close(descriptor_);
}

Result<Bytes> WorkbookFile::close() {
    const lxw_error error = workbook_close(std::exchange(book_, nullptr));
    if (error != LXW_NO_ERROR) return Result<Bytes>::failed(xlsx_failed(error));
    return bytes_of(descriptor_);
}

} // namespace vanthu::write
