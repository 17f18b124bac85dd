// What a conversion of a folder remembers of the files it has done, so that it can be killed at any moment: a line for
// each, written when the outputs are on the disk. Private to jobs.
#pragma once

#include "base/diagnostic.h"
#include "write/report/file_entry.h"

#include <filesystem>
#include <map>
#include <mutex>
#include <string>
#include <string_view>

namespace vanthu::jobs {

/// One process at a time has it. For several threads.
class ConvertJournal {
  public:
    static constexpr std::string_view file_name = ".vanthu-convert";

    /// Makes the folder where it is missing. A line that a crash left half written is taken off; a damaged line in the
    /// middle is left aside, so that its file is converted again.
    /// Errors: convert-busy, convert-begun (there is a journal and `is_resumed` is false), convert-not-empty (files and
    /// no journal), those of StagedFile.
    static Result<ConvertJournal> open(const std::filesystem::path& folder, bool is_resumed);

    ConvertJournal(ConvertJournal&& other) noexcept;
    ConvertJournal(const ConvertJournal&) = delete;
    ConvertJournal& operator=(ConvertJournal&&) = delete;
    ConvertJournal& operator=(const ConvertJournal&) = delete;
    ~ConvertJournal();

    /// By file; of several lines the last.
    const std::map<std::string, write::FileEntry>& entries() const { return entries_; }

    /// On the disk when it returns. Errors: those of StagedFile.
    Diagnostics add(const write::FileEntry& entry);

  private:
    ConvertJournal(std::filesystem::path path, int descriptor) : path_(std::move(path)), descriptor_(descriptor) {}

    Diagnostics load();

    std::filesystem::path path_;
    int descriptor_ = -1;
    std::map<std::string, write::FileEntry> entries_;
    std::mutex mutex_;
};

} // namespace vanthu::jobs
