// Files in and out, whole. "-" is standard input and standard output.
#pragma once

#include "base/bytes.h"
#include "base/diagnostic.h"

#include <filesystem>

namespace vanthu::jobs {

inline constexpr const char* standard_stream = "-";

/// Larger inputs are refused: an appendix of 20,000 rows has some 15 MB.
inline constexpr std::size_t max_input_size = std::size_t{256} << 20;

/// Errors: file-missing, file-forbidden, file-is-folder, file-unreadable, file-too-large, interrupted.
Result<Bytes> read_file(const std::filesystem::path& path);

/// A file on its way: complete beside its target under a name that starts with a dot, until commit() gives it its own
/// name in one step. Uncommitted it vanishes. Written to "-" it goes out at commit().
class StagedFile {
  public:
    /// Makes the folders above `target` where they are missing.
    /// Errors: output-no-space, output-forbidden, output-folder-is-file, output-is-folder, output-failed.
    static Result<StagedFile> write(const std::filesystem::path& target, Bytes bytes);

    StagedFile(StagedFile&& other) noexcept;
    StagedFile(const StagedFile&) = delete;
    StagedFile& operator=(StagedFile&&) = delete;
    StagedFile& operator=(const StagedFile&) = delete;
    ~StagedFile();

    /// The same errors as write(), or nothing.
    Diagnostics commit();

  private:
    StagedFile(std::filesystem::path target, std::filesystem::path temporary, Bytes pending)
        : target_(std::move(target)), temporary_(std::move(temporary)), pending_(std::move(pending)) {}

    std::filesystem::path target_;
    std::filesystem::path temporary_; ///< empty: nothing to remove
    Bytes pending_;                   ///< only for standard output
};

} // namespace vanthu::jobs
