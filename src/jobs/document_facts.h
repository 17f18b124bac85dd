#pragma once

#include "forms/templates.h"
#include "jobs/reader.h"
#include "write/report/file_entry.h"

namespace vanthu::jobs {

/// The head of the document that was read, for the report.
write::Recognised facts_of(const ReadResult& read, const forms::Templates& templates);

} // namespace vanthu::jobs
