// Documents out of the archive.
#pragma once

#include "archive/archive.h"
#include "jobs/ordered_pool.h"

#include <filesystem>
#include <string>

namespace vanthu::jobs {

/// All files of the newest version of a document into FOLDER/ID/, each checked against its digest; nothing is written
/// where one of them is damaged. Errors: archive-unknown-id (id), those of StorageRoot::file() and StagedFile.
Outcome export_document(archive::Archive& archive, const std::string& id, const std::filesystem::path& folder);

} // namespace vanthu::jobs
