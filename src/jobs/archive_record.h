// What the archive shall know of a document, from what reading found in it.
#pragma once

#include "archive/record.h"
#include "jobs/reader.h"
#include "jobs/reading_kit.h"

namespace vanthu::jobs {

/// The fields that are searched; id, version, files and source are the archive's to set.
archive::Record record_of(ReadResult read, const ReadingKit& kit);

} // namespace vanthu::jobs
