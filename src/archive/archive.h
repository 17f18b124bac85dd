// The archive as its users know it: files and what was read of them go in, and are found again. Puts storage root,
// index and register together and keeps the crash rule: storage root first, then index, then the answer.
#pragma once

#include "archive/catalogue.h"
#include "archive/storage_root.h"

#include <functional>
#include <memory>
#include <optional>
#include <span>

namespace vanthu::archive {

/// A document on its way in.
struct Submission {
    std::vector<NewFile> files; ///< "original/NAME" first; "document.json", "text.txt"
    Record record;              ///< id, files, version and time are set here
    std::string user;
    std::string now;                ///< RFC 3339 UTC, to the second
    std::string replaces;           ///< id of the document whose next version this is; empty: a new one
    bool allow_same_number = false; ///< refuse only twins by content
};

/// What a store is opened for.
enum class Use : std::uint8_t {
    work,
    verify, ///< a backup stays one: see docs/archive.md
    rebuild ///< an index that cannot be opened is thrown away; rescan() must follow
};

/// Copies into the folder of a backup what others keep beside the archive in the store's folder.
using Beside = std::function<Diagnostics(const std::filesystem::path& folder)>;

class Archive {
  public:
    /// A new store in a missing or empty folder. Where `store` begins with postgres:// the catalogue is there and
    /// `originals` is the folder, else the folder is `store`. Errors: those of StorageRoot::init() and of the
    /// catalogue.
    static Result<Archive> init(const std::string& store, const std::filesystem::path& originals = {});
    /// Also does what a crash left undone: sweeps staging, indexes what was being added, builds a missing index anew.
    /// What hinders that is told beside the archive.
    static Result<Archive> open(const std::string& store, Use use = Use::work);

    /// Durable when it returns. Errors: archive-twin (id, number, date), archive-twin-number (the same),
    /// store-unknown-id, those of StorageRoot::add() and Index::put(); behind the latter the document is stored, and
    /// indexed by the next open().
    Result<Record> add(Submission submission);
    /// The refusal that add() would give for a first original of these bytes, as far as it is known yet.
    std::optional<Diagnostic> twin_of(std::string_view original);
    Index& index() { return *catalogue_.index; }
    Register& numbers() { return *catalogue_.numbers; }
    StorageRoot& storage() { return storage_; }
    /// Storage root, index and register, and that they agree. Empty: sound.
    Diagnostics verify(const std::function<void(std::uint64_t)>& visit = {});
    /// Of some documents, by id.
    Diagnostics verify(std::span<const std::string> ids);
    /// Builds the index anew from the storage root alone; damaged documents are told and passed over.
    Diagnostics rescan(const std::function<void(std::size_t)>& visit = {});
    /// Everything into a folder that is a store of its own, verified. Errors: those of init(), of the catalogue, of
    /// damage, of `beside`; what was copied until then is removed.
    Diagnostics backup(const std::filesystem::path& folder, const Beside& beside = {});

    /// All of a document from the storage root, text and tasks with it. Errors: those of StorageRoot,
    /// archive-record-broken (id).
    Result<Record> stored(const std::string& id) const;

  private:
    Archive(StorageRoot storage, Catalogue catalogue)
        : storage_(std::move(storage)), catalogue_(std::move(catalogue)) {}
    static Result<Catalogue> open_in_folder(const std::string& store, Use use);
    Diagnostics adopt(const std::string& id);
    Diagnostics compare(const std::string& id);
    Diagnostics compare_all();
    Diagnostics fill_backup(const std::filesystem::path& folder, const Beside& beside);
    std::optional<Diagnostic> refusal(const Submission& submission);
    Result<Record> store(Submission submission);
    std::filesystem::path rebuild_mark() const;
    void mark_rebuilding() const;

    StorageRoot storage_;
    Catalogue catalogue_;
};

} // namespace vanthu::archive
