// The seal of a backup: digests of the databases in it, which unlike all else in a store carry none of their own. It
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
