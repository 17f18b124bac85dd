#pragma once

#include <filesystem>

namespace vanthu::jobs {

/// A folder that only this user can look into, gone with everything in it when this object goes.
class TemporaryFolder {
  public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(TemporaryFolder&& other) noexcept;
    TemporaryFolder& operator=(TemporaryFolder&& other) noexcept;

    /// Empty where none could be made; `errno` says why.
    const std::filesystem::path& path() const { return path_; }

  private:
    void remove() noexcept;

    std::filesystem::path path_;
};

} // namespace vanthu::jobs
