// Files into the archive: each is read, over all cores, and stored with what was read of it.
#pragma once

#include "archive/archive.h"
#include "jobs/read_batch.h"

#include <optional>
#include <string>
#include <vector>

namespace vanthu::jobs {

struct ArchiveAddOptions {
    ReadBatchOptions batch; ///< `read.wanted` is set here
    std::string user;       ///< who adds, for the version's history
    std::string replaces;   ///< id; only with one input
    bool allow_same_number = false;
};

/// The output of each outcome is the document's id. A file that says nothing readable is stored all the same, with its
/// errors as warnings and archive-unread: an archive keeps what an office got. Refused are files that cannot be opened,
/// empty ones, twins, and those that this machine cannot read now but another could. Inputs are never changed.
/// False where it was stopped before the last.
bool run_archive_add(const ReadingKit& kit, archive::Archive& archive, const std::vector<Input>& inputs,
                     ArchiveAddOptions options, const Report& report);

/// A document on its way into the archive: `original` under its name, and what was read of it. Where it says nothing
/// readable it is stored all the same, with its errors as warnings and archive-unread. None: this machine could not
/// read it now, but it or another may later.
std::optional<archive::Submission> submission_of(const std::string& name, Bytes original,
                                                 std::optional<ReadResult> read, const ReadingKit& kit,
                                                 Diagnostics& found);

/// RFC 3339 UTC, to the second.
std::string now_utc();

} // namespace vanthu::jobs
