// The database of the service beside the archive: STORE/office.sqlite and the files in STORE/desk.
#pragma once

#include "base/diagnostic.h"

#include <filesystem>
#include <memory>

namespace vanthu::office {

class Office {
  public:
    /// Makes what is missing in an existing store folder, and brings what an earlier program made up to date. Errors:
    /// desk-failed (reason), store-unknown-version (path).
    static Result<std::unique_ptr<Office>> open(const std::filesystem::path& store);
    ~Office();

    /// Reads every byte of what is there, and changes none: desk-damaged (reason), store-file-damaged,
    /// store-file-missing (path).
    static Diagnostics verify(const std::filesystem::path& store);
    /// A sound copy of the database and of the desk's files into a folder, while others write. A store without them has
    /// nothing to copy.
    static Diagnostics copy(const std::filesystem::path& store, const std::filesystem::path& folder);

    /// The database with its lock, for the classes of this folder.
    struct Guarded;
    Guarded& guarded() { return *guarded_; }
    const std::filesystem::path& desk() const { return desk_; }

  private:
    Office(std::unique_ptr<Guarded> guarded, std::filesystem::path desk);

    std::unique_ptr<Guarded> guarded_;
    std::filesystem::path desk_;
};

} // namespace vanthu::office
