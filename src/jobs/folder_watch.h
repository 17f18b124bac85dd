// Waits for what comes into a folder. Private to jobs.
#pragma once

#include "jobs/convert_plan.h"

#include <chrono>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace vanthu::jobs {

/// By inotify where the file system tells of changes, and by looking every few seconds where it does not (network
/// folders).
class FolderWatch {
  public:
    FolderWatch(std::filesystem::path folder, std::filesystem::path left_out);
    ~FolderWatch();
    FolderWatch(const FolderWatch&) = delete;
    FolderWatch& operator=(const FolderWatch&) = delete;

    /// Files that are new or other than their entries, and have not changed for two seconds: whoever brings them has
    /// finished. Empty after some seconds without any, or a signal.
    std::vector<FoundFile> next(const Entries& done);

  private:
    struct Seen {
        std::uint64_t size = 0;
        std::int64_t modified = 0;
        std::chrono::steady_clock::time_point since;
    };

    void watch_folders();
    void wait(std::chrono::milliseconds most);

    std::filesystem::path folder_, left_out_;
    int descriptor_ = -1;
    std::map<std::string, Seen> pending_;
};

} // namespace vanthu::jobs
