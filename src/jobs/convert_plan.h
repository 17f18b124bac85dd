// What is to be done with each file of a folder. Private to jobs.
#pragma once

#include "base/diagnostic.h"
#include "write/report/file_entry.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace vanthu::jobs {

struct FoundFile {
    std::filesystem::path path;
    std::string file; ///< below the input folder, with "/"
    std::uint64_t size = 0;
    std::int64_t modified = 0; ///< nanoseconds since 1970
    std::string sha512;        ///< empty: not yet, or unreadable

    bool operator==(const FoundFile&) const = default;
};

/// Every plain file below `folder` that is not hidden, sorted; nothing of `left_out`, which may lie inside. Links to
/// folders are not followed. What programs leave beside documents (Thumbs.db, ~$x.docx) is nobody's document. A folder
/// that cannot be opened is a finding: folder-unreadable.
Result<std::vector<FoundFile>> find_files(const std::filesystem::path& folder, const std::filesystem::path& left_out);

/// Whether the name says that it is a document or a picture of one.
bool is_document_name(const std::filesystem::path& path);

/// In `threads` threads; a file that cannot be read keeps none. Stops early where `is_stopped` says so.
void take_digests(std::vector<FoundFile>& files, unsigned threads, const std::function<bool()>& is_stopped);

enum class PlannedAction : std::uint8_t { convert, keep, duplicate };

struct PlannedFile {
    FoundFile found;
    PlannedAction action = PlannedAction::convert;
    std::string name;    ///< of its outputs, below the output folder; empty for a duplicate
    std::string same_as; ///< the file with the same bytes

    bool operator==(const PlannedFile&) const = default;
};

using Entries = std::map<std::string, write::FileEntry>;

/// `done`: what earlier runs did; `is_complete`: whether what an entry promises is there.
/// Each file is done once: a file whose entry has its size, time and digest is kept unless it failed; of several with
/// the same bytes the first is converted. Names never change from run to run and never meet: a file gets its stem, or
/// its whole name where another one has the same stem.
std::vector<PlannedFile> plan_files(std::vector<FoundFile> files, const Entries& done,
                                    const std::function<bool(const write::FileEntry&)>& is_complete);

} // namespace vanthu::jobs
