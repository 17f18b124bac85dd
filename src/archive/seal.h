// The seal of a backup: digests of whatever lies beside the storage root, which unlike that carries none of its own. It
// holds until the backup is put to use as a store. Private to archive.
#pragma once

#include "base/diagnostic.h"

#include <filesystem>

namespace vanthu::archive {

/// Writes it, durable.
void seal(const std::filesystem::path& folder);
/// store-file-damaged, store-file-missing; nothing where there is no seal.
Diagnostics check_seal(const std::filesystem::path& folder);
void break_seal(const std::filesystem::path& folder);

} // namespace vanthu::archive
