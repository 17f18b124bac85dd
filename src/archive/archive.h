// The archive as its users know it: files and what was read of them go in, and are found again. Puts storage root,
// index and register together and keeps the crash rule: storage root first, then index, then the answer.
#pragma once

#include "archive/index.h"
#include "archive/register.h"
#include "archive/storage_root.h"

#include <functional>
#include <memory>

namespace vanthu::archive {

/// A document on its way in.
struct Submission {
    std::vector<NewFile> files; ///< "original/NAME" first; "document.json", "text.txt"
    Record record;              ///< id, files and version are set here
    std::string user;
    std::string now;                ///< RFC 3339 UTC
    std::string replaces;           ///< id of the document whose next version this is; empty: a new one
    bool allow_same_number = false; ///< refuse only twins by content
};

class Archive {
  public:
    /// Where `store` begins with postgres:// the catalogue is there, else it is a folder.
    static Result<Archive> init(const std::string& store, const std::filesystem::path& originals);
    /// Also does what a crash left undone: sweeps staging, indexes what the storage root has and the index has not.
    static Result<Archive> open(const std::string& store);

    /// Durable when it returns. Errors: archive-twin (id, by), those of StorageRoot::add() and Index::put().
    Result<Record> add(Submission submission);
    Index& index() { return *index_; }
    Register& numbers() { return *register_; }
    StorageRoot& storage() { return storage_; }
    /// Storage root, index and register, and that they agree. Empty: sound.
    Diagnostics verify(const std::function<void(std::uint64_t)>& visit = {});
    /// Builds the index anew from the storage root alone.
    Diagnostics rescan(const std::function<void(std::size_t)>& visit = {});
    /// Everything into a folder that is a store of its own. Errors: store-exists, store-failed.
    Diagnostics backup(const std::filesystem::path& folder);

  private:
    Archive(StorageRoot storage, std::unique_ptr<Index> index, std::unique_ptr<Register> numbers);
    StorageRoot storage_;
    std::unique_ptr<Index> index_;
    std::unique_ptr<Register> register_;
};

} // namespace vanthu::archive
