// The central directory of a ZIP file, read without trust: what libzip does not tell (where local headers stand, names
// with NUL) and what it would let pass.
#pragma once

#include "base/diagnostic.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vanthu::ooxml {

struct DirectoryEntry {
    std::string name;
    std::uint64_t compressed = 0; ///< bytes
    std::uint64_t offset = 0;     ///< of the local header
    bool encrypted = false;
};

struct Directory {
    std::vector<DirectoryEntry> entries; ///< in the order of the directory
    std::uint64_t begin = 0;             ///< offset of the directory: no entry may reach into it
};

/// Errors: docx-broken, docx-limit.
Result<Directory> read_directory(std::string_view zip, std::size_t max_entries);

/// Why these entries are not those of an honest package: names that lead out of it or occur twice (also but for case,
/// ISO/IEC 29500-2, 7.3), entries that share bytes, encryption.
std::optional<Diagnostic> suspicion(const Directory& directory);

} // namespace vanthu::ooxml
