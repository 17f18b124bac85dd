// The database of the service beside the archive: STORE/office.sqlite and the files in STORE/desk.
#pragma once

#include "base/diagnostic.h"

#include <filesystem>
#include <memory>

namespace vanthu::office {

class Office {
  public:
    /// Makes what is missing in an existing store folder. Errors: office-failed (reason).
    static Result<std::unique_ptr<Office>> open(const std::filesystem::path& store);
    ~Office();

    /// A sound copy of the database and of the desk's files into a folder, while others write.
    Diagnostics copy_to(const std::filesystem::path& folder);

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
