// Files in and out, whole. "-" is standard input and standard output.
#pragma once

#include "base/bytes.h"
#include "base/diagnostic.h"

#include <cstdint>
#include <filesystem>
#include <string_view>

namespace vanthu::jobs {

inline constexpr const char* standard_stream = "-";

/// What may stay behind of a file whose writer was killed begins and ends like this.
inline constexpr std::string_view temporary_prefix = ".vanthu-";
inline constexpr std::string_view temporary_suffix = ".tmp";

/// Larger inputs are refused: an appendix of 20,000 rows has some 15 MB.
inline constexpr std::size_t max_input_size = std::size_t{256} << 20;

/// Errors: file-missing, file-forbidden, file-is-folder, file-unreadable, file-too-large, interrupted.
Result<Bytes> read_file(const std::filesystem::path& path);

/// What went wrong with an output, by its errno. Codes: output-no-space, output-forbidden, output-folder-is-file,
/// output-is-folder, output-failed.
Diagnostic output_error(const std::filesystem::path& path, int error);

/// 0, or the error number.
int write_all(int descriptor, std::string_view bytes);

/// Forces names made in a folder, or renamed, to the disk. 0, or the error number.
int sync_folder(const std::filesystem::path& folder);

/// Makes a folder and those above it where they are missing, each of them durable. 0, or the error number.
int make_durable_folder(const std::filesystem::path& folder);

enum class Durability : std::uint8_t {
    ordinary, ///< the kernel writes when it likes
    synced    ///< the content is on the disk before the file gets its name; the name is so after sync_folder()
};

/// A file on its way: complete in the folder of its target without a name (where the file system knows no such files,
/// under one that starts with a dot), until commit() gives it its own name in one step. Uncommitted it vanishes.
/// Written to "-" it goes out at commit().
class StagedFile {
  public:
    /// Makes the folders above `target` where they are missing.
    /// Errors: output-no-space, output-forbidden, output-folder-is-file, output-is-folder, output-failed.
    static Result<StagedFile> write(const std::filesystem::path& target, Bytes bytes,
                                    Durability durability = Durability::ordinary);

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
    int nameless_ = -1;               ///< descriptor of a file without a name
    Bytes pending_;                   ///< only for standard output
};

} // namespace vanthu::jobs
