// The ZIP file that holds a package's parts. The only file that knows libzip.
#pragma once

#include "base/bytes.h"
#include "base/diagnostic.h"
#include "ooxml/package_writer.h"

#include <string>
#include <utility>
#include <vector>

namespace vanthu::ooxml {

struct Entry {
    std::string name;
    PieceWriter writer;
};

/// Entries in this order, deflated, all dated 1 January 1980. Errors: docx-failed (`cause`), one for each character
/// that XML cannot hold, with `place.part`.
Result<Bytes> write_zip(const std::vector<Entry>& entries);

/// Of (name, content), stored as they are, dated the same. Errors: docx-failed (`cause`).
Result<Bytes> write_zip(const std::vector<std::pair<std::string, Bytes>>& files);

} // namespace vanthu::ooxml
