// What became of the files of a folder, for people: one HTML file that needs nothing else, and one JSON.
#pragma once

#include "base/bytes.h"
#include "write/report/entry_json.h"

#include <string>
#include <vector>

namespace vanthu::write {

struct Report {
    std::string folder; ///< as the caller named it
    const std::vector<const FileEntry*>& entries;
    const Diagnostics& findings; ///< of the folder itself
};

/// Failed files first, then doubtful ones with pictures of their pages. No scripts, nothing from elsewhere.
Bytes write_html_report(const Report& report, const ReportWords& words);

/// {"files":[…]}, a file a line.
Bytes write_json_report(const std::vector<const FileEntry*>& entries, const ReportWords& words);

} // namespace vanthu::write
