// The archive for many threads at once: each call borrows a connection of its own. Private to server.
#pragma once

#include "archive/archive.h"

#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace vanthu::server {

class Archives {
  public:
    /// A folder without a store becomes one. Errors: those of archive::Archive.
    static Result<std::unique_ptr<Archives>> open(const std::string& store);

    /// Goes back when it is let go.
    class Lease {
      public:
        Lease(Archives& owner, std::unique_ptr<archive::Archive> archive)
            : owner_(&owner), archive_(std::move(archive)) {}
        ~Lease() {
            if (archive_) owner_->give_back(std::move(archive_));
        }
        Lease(Lease&&) = default;
        Lease& operator=(Lease&&) = delete;
        archive::Archive* operator->() { return archive_.get(); }
        archive::Archive& operator*() { return *archive_; }

      private:
        Archives* owner_;
        std::unique_ptr<archive::Archive> archive_;
    };
    Result<Lease> borrow();

    /// Where the service keeps what is not in the archive: the store's folder, or that beside a server's originals.
    std::filesystem::path office_folder() const;
    /// One document is added or issued at a time: nobody waits for the disk twice.
    std::mutex& adding() { return adding_; }

  private:
    explicit Archives(std::string store) : store_(std::move(store)) {}
    void give_back(std::unique_ptr<archive::Archive> archive);

    std::string store_;
    std::filesystem::path originals_;
    std::mutex mutex_, adding_;
    std::vector<std::unique_ptr<archive::Archive>> idle_;
};

} // namespace vanthu::server
