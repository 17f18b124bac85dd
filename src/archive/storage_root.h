// Originals and data of all documents as an OCFL 1.1 storage root (https://ocfl.io/1.1/spec/): sha512, layout extension
// 0003-hash-and-id-n-tuple-storage-layout, versions never overwritten. Readable without this program. Several processes
// may write; what a crash leaves is found and cleaned by sweep().
//
// A version becomes part of the store in one step: every file is written under staging/ and fsynced, the directory is
// renamed into its place, the directories above are fsynced; only then add() returns.
#pragma once

#include "archive/record.h"
#include "base/bytes.h"
#include "base/diagnostic.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace vanthu::archive {

class Staging;

struct NewFile {
    std::string path; ///< logical: "original/NAME"; "/" parts folders, no "..", no empty part; UTF-8
    Bytes bytes;
};

struct Draft {
    std::string id;
    std::vector<NewFile> files; ///< the whole state of the version; contents known from before are not stored again
    std::string message, user;  ///< of the version, not empty
    std::string created;        ///< RFC 3339 UTC, to the second
};

struct Version {
    std::uint32_t number = 0;
    std::string created, message, user;
    std::vector<StoredFile> files;
};

/// What is found damaged is told by one of: store-file-damaged (path), store-file-missing (path), store-file-foreign
/// (path), store-inventory-broken (path, reason), store-version-unfinished (path).
class StorageRoot {
  public:
    /// Makes `storage/` (the OCFL root) and `staging/` in an empty or missing folder.
    /// Errors: store-exists, store-no-space, store-failed (path, reason).
    static Result<StorageRoot> init(const std::filesystem::path& folder);
    /// Errors: store-missing, store-unknown-version, store-failed.
    static Result<StorageRoot> open(const std::filesystem::path& folder);

    /// A new object, or the next version of one. Durable when it returns; until settle() the next sweep() hears of it.
    /// Errors: store-no-space, store-failed (path, reason), store-busy (another process writes the same object), those
    /// of damage.
    Result<Version> add(const Draft& draft);
    /// What had to follow the adding is done.
    void settle(const std::string& id);
    bool has(const std::string& id) const;
    Result<std::vector<Version>> versions(const std::string& id) const; ///< errors: store-unknown-id, those of damage
    /// `version` 0: the head. Checked against its digest. Errors: store-unknown-id, store-unknown-file, those of
    /// damage.
    Result<Bytes> file(const std::string& id, std::uint32_t version, const std::string& path) const;
    /// Every id, sorted by place on disk; damaged objects are told and passed over.
    Diagnostics each(const std::function<void(const std::string& id)>& visit) const;
    /// All inventories, sidecars, digests, foreign files: one error for each damage, with the path. Empty: sound.
    /// `visit` hears of progress (bytes read).
    Diagnostics verify(const std::function<void(std::uint64_t)>& visit = {}) const;
    Diagnostics verify(const std::string& id, const std::function<void(std::uint64_t)>& visit = {}) const;
    /// Finishes or removes what crashes left; never touches what add() acknowledged nor what living processes do.
    /// `adopt` hears each id that a crashed process was adding and that is whole now; where it tells an error the next
    /// sweep() asks again.
    Diagnostics sweep(const std::function<Diagnostics(const std::string& id)>& adopt = {});

    /// All objects into an empty root. Damaged ones are told and left out.
    Diagnostics copy_to(StorageRoot& other) const;

    const std::filesystem::path& folder() const { return folder_; }

  private:
    explicit StorageRoot(std::filesystem::path folder);
    std::filesystem::path storage() const { return folder_ / "storage"; }
    std::filesystem::path place_of(const std::string& id) const;
    Diagnostics verify_at(const std::filesystem::path& folder, const std::function<void(std::uint64_t)>& visit) const;

    std::filesystem::path folder_;
    std::shared_ptr<Staging> staging_;
};

} // namespace vanthu::archive
