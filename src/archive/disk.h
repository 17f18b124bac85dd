// Checked calls on files. What fails is thrown as a DiskFault, which public functions of this folder turn into a
// Diagnostic. Private to archive.
#pragma once

#include "base/bytes.h"
#include "base/diagnostic.h"

#include <cstdint>
#include <exception>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace vanthu::archive {

class DiskFault : public std::exception {
  public:
    DiskFault(int error, std::filesystem::path path) : error_(error), path_(std::move(path)) {}
    const char* what() const noexcept override { return "archive: disk"; }
    int error() const { return error_; }
    /// store-no-space or store-failed (reason, path).
    Diagnostic diagnostic() const;

  private:
    int error_;
    std::filesystem::path path_;
};

/// An open file that closes itself.
class Descriptor {
  public:
    Descriptor(std::filesystem::path path, int flags, unsigned mode = 0);
    Descriptor(Descriptor&& other) noexcept;
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    Descriptor& operator=(Descriptor&&) = delete;
    ~Descriptor();

    int number() const { return number_; }
    const std::filesystem::path& path() const { return path_; }
    void write(std::string_view bytes) const;
    /// 0 bytes: the end.
    std::size_t read(char* bytes, std::size_t size) const;
    void sync() const;
    void close();

  private:
    std::filesystem::path path_;
    int number_;
};

/// Writes files, and makes them durable together: a file system commits the first fsync with most of the rest, so that
/// syncing after all are written costs a fraction of syncing one by one. Files stay open until then, so that no error
/// of writing back is missed.
class FileBatch {
  public:
    /// A new file that nobody may change. Folders above it are made.
    void write(const std::filesystem::path& path, std::string_view bytes);
    void copy(const std::filesystem::path& from, const std::filesystem::path& to);
    /// All files, all folders made, and `top`; nothing may be written after it.
    void sync(const std::filesystem::path& top);

  private:
    Descriptor create(const std::filesystem::path& path);
    std::vector<Descriptor> files_;
    std::vector<std::filesystem::path> folders_;
};

Bytes read_whole(const std::filesystem::path& path);
/// SHA-512 of a file in pieces; `visit` hears how much was read.
std::string digest_of(const std::filesystem::path& path, const std::function<void(std::uint64_t)>& visit = {});
void sync_folder(const std::filesystem::path& path);
/// Whether it was made: false where it was there.
bool make_folder(const std::filesystem::path& path);
/// Missing folders from `top` down to `path`, durable.
void make_folders(const std::filesystem::path& top, const std::filesystem::path& path);
void rename_durably(const std::filesystem::path& from, const std::filesystem::path& to);
bool is_there(const std::filesystem::path& path);
/// Names in it, sorted.
std::vector<std::string> names_in(const std::filesystem::path& folder);
/// Whatever fails is left lying there: sweep() comes again.
void remove_quietly(const std::filesystem::path& path) noexcept;

} // namespace vanthu::archive
