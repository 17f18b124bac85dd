#pragma once

#include "forms/templates.h"
#include "jobs/reader.h"
#include "write/report/file_entry.h"

namespace vanthu::jobs {

/// The head of the document that was read, for the report.
write::Recognised recognised_in(const ReadResult& read, const forms::Templates& templates);

/// Pages with places that someone should look at, ascending: those of warnings and of values of little trust.
std::vector<unsigned> doubtful_pages(const ReadResult& read, const Diagnostics& findings, double least_trust);

} // namespace vanthu::jobs
