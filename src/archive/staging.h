// What is on its way into the storage root. Each process has a folder of its own, held by a lock that dies with it:
// that tells what a crash left from what still lives, without clocks. Private to archive.
//
//   staging/locks/object-3f      one writer at a time for each object; a fixed number of files
//   staging/PROCESS/lock         held while the process lives
//   staging/PROCESS/ID/…         a version in the making; stays, empty, as the mark of an id that is not settled
#pragma once

#include "archive/disk.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace vanthu::archive {

/// Held until it is destroyed. Throws DiskFault, with EWOULDBLOCK where others hold it for half a minute.
class StoreLock {
  public:
    /// Who takes several must take them in the order of their names, each once.
    StoreLock(const std::filesystem::path& staging, const std::string& name);
    /// `kind`: "object" or "admission"; the same `key` has the same name, and some others.
    static std::string name_of(std::string_view kind, std::string_view key);

  private:
    Descriptor file_;
};

class Staging {
  public:
    explicit Staging(std::filesystem::path folder) : folder_(std::move(folder)) {}
    ~Staging();
    Staging(const Staging&) = delete;
    Staging& operator=(const Staging&) = delete;

    const std::filesystem::path& folder() const { return folder_; }
    /// An empty folder for a version of that id, which marks it too.
    std::filesystem::path begin(const std::string& id);
    /// Makes the mark durable.
    void sync() const { sync_folder(own_); }
    void settle(const std::string& id) noexcept;

    /// Calls `adopt` for each id that a dead process left unsettled; where it returns true the mark goes.
    static void sweep(const std::filesystem::path& folder, const std::function<bool(const std::string&)>& adopt);

  private:
    void make_own();

    std::filesystem::path folder_, own_;
    std::optional<Descriptor> lock_;
};

} // namespace vanthu::archive
