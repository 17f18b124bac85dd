// The foreign programs that read our files back.
#pragma once

#include "base/bytes.h"

#include <filesystem>
#include <string>

namespace vanthu::sample {

/// A folder that is gone with this object.
class TemporaryFolder {
  public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    /// Writes a file; returns its path.
    std::string file(const std::string& name, const Bytes& content) const;
    const std::filesystem::path& path() const { return path_; }

  private:
    std::filesystem::path path_;
};

/// What the command prints; throws where it does not end with 0.
std::string output_of(const std::string& command);

/// Without blanks and line ends: readers cut lines, and drop blanks between single letters, as they like.
std::string without_blanks(const std::string& text);

} // namespace vanthu::sample
