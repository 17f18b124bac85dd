#pragma once

#include "write/report/entry_json.h"

#include <string>

namespace vanthu::write {

/// As a list in the words of clerks: fields by their names, what is missing in one line. Empty: nothing.
std::string findings_html(const Diagnostics& findings, const ReportWords& words);

} // namespace vanthu::write
