#include "archive/disk.h"

#include "archive/digest.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace vanthu::archive {
namespace {

/// Calls again where a signal came between.
template <class Call> auto again(Call call) {
    auto result = call();
    while (result < 0 && errno == EINTR) result = call();
    return result;
}

} // namespace

Diagnostic DiskFault::diagnostic() const {
    const bool full = error_ == ENOSPC || error_ == EDQUOT || error_ == EFBIG;
    if (full) return {"store-no-space", Severity::error, {{"path", path_.string()}}, {}};
    if (error_ == EWOULDBLOCK) return {"store-busy", Severity::error, {{"path", path_.string()}}, {}};
    return {"store-failed",
            Severity::error,
            {{"path", path_.string()}, {"reason", std::generic_category().message(error_)}},
            {}};
}

Descriptor::Descriptor(std::filesystem::path path, int flags, unsigned mode)
    : path_(std::move(path)), number_(again([&] { return ::open(path_.c_str(), flags | O_CLOEXEC, mode); })) {
    if (number_ < 0) throw DiskFault(errno, path_);
}

Descriptor::Descriptor(Descriptor&& other) noexcept
    : path_(std::move(other.path_)), number_(std::exchange(other.number_, -1)) {}

Descriptor::~Descriptor() {
    if (number_ >= 0) ::close(number_);
}

void Descriptor::write(std::string_view bytes) const {
    while (!bytes.empty()) {
        const ssize_t written = again([&] { return ::write(number_, bytes.data(), bytes.size()); });
        if (written < 0) throw DiskFault(errno, path_);
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

std::size_t Descriptor::read(char* bytes, std::size_t size) const {
    const ssize_t got = again([&] { return ::read(number_, bytes, size); });
    if (got < 0) throw DiskFault(errno, path_);
    return static_cast<std::size_t>(got);
}

void Descriptor::sync() const {
    // Never tried twice: after a failure the kernel may have dropped the pages and call the next one a success.
    if (::fsync(number_) != 0) throw DiskFault(errno, path_);
}

void Descriptor::close() {
    const int number = std::exchange(number_, -1);
    // Linux has closed it, whatever the signal.
    if (number >= 0 && ::close(number) != 0 && errno != EINTR) throw DiskFault(errno, path_);
}

Descriptor FileBatch::create(const std::filesystem::path& path) {
    std::vector<std::filesystem::path> missing;
    for (auto folder = path.parent_path(); !is_there(folder); folder = folder.parent_path()) missing.push_back(folder);
    for (auto folder = missing.rbegin(); folder != missing.rend(); ++folder) {
        make_folder(*folder);
        folders_.push_back(*folder);
    }
    return {path, O_WRONLY | O_CREAT | O_EXCL, 0444};
}

void FileBatch::write(const std::filesystem::path& path, std::string_view bytes) {
    files_.push_back(create(path));
    files_.back().write(bytes);
}

void FileBatch::copy(const std::filesystem::path& from, const std::filesystem::path& to) {
    const Descriptor source(from, O_RDONLY);
    files_.push_back(create(to));
    std::string piece(std::size_t{1} << 20, '\0');
    while (const std::size_t got = source.read(piece.data(), piece.size()))
        files_.back().write(std::string_view(piece).substr(0, got));
}

void FileBatch::sync(const std::filesystem::path& top) {
    for (Descriptor& file : files_) {
        file.sync();
        file.close();
    }
    for (auto folder = folders_.rbegin(); folder != folders_.rend(); ++folder) sync_folder(*folder);
    sync_folder(top);
    files_.clear();
    folders_.clear();
}

Bytes read_whole(const std::filesystem::path& path) {
    const Descriptor file(path, O_RDONLY);
    struct stat status {};
    if (::fstat(file.number(), &status) != 0) throw DiskFault(errno, path);
    Bytes bytes(static_cast<std::size_t>(status.st_size) + 1, '\0');
    std::size_t filled = 0;
    while (const std::size_t got = file.read(bytes.data() + filled, bytes.size() - filled)) {
        filled += got;
        if (filled == bytes.size()) bytes.resize(2 * filled);
    }
    bytes.resize(filled);
    return bytes;
}

std::string digest_of(const std::filesystem::path& path, const std::function<void(std::uint64_t)>& visit) {
    const Descriptor file(path, O_RDONLY);
    Digest digest;
    std::string piece(std::size_t{1} << 18, '\0');
    while (const std::size_t got = file.read(piece.data(), piece.size())) {
        digest.add(std::string_view(piece).substr(0, got));
        if (visit) visit(got);
    }
    return digest.hex();
}

void sync_folder(const std::filesystem::path& path) {
    Descriptor folder(path, O_RDONLY | O_DIRECTORY);
    folder.sync();
    folder.close();
}

bool make_folder(const std::filesystem::path& path) {
    if (::mkdir(path.c_str(), 0777) == 0) return true;
    if (errno != EEXIST) throw DiskFault(errno, path);
    return false;
}

void make_folders(const std::filesystem::path& top, const std::filesystem::path& path) {
    std::filesystem::path folder = top;
    for (const auto& part : path.lexically_relative(top)) {
        const std::filesystem::path below = folder / part;
        // Also where another process made it a moment ago: it may not have synced yet.
        if (!is_there(below)) {
            make_folder(below);
            sync_folder(folder);
        }
        folder = below;
    }
}

void rename_durably(const std::filesystem::path& from, const std::filesystem::path& to) {
    if (::rename(from.c_str(), to.c_str()) != 0) throw DiskFault(errno, to);
    sync_folder(to.parent_path());
}

bool is_there(const std::filesystem::path& path) {
    struct stat status {};
    if (::lstat(path.c_str(), &status) == 0) return true;
    if (errno != ENOENT && errno != ENOTDIR) throw DiskFault(errno, path);
    return false;
}

std::vector<std::string> names_in(const std::filesystem::path& folder) {
    std::error_code error;
    std::vector<std::string> names;
    std::filesystem::directory_iterator entry(folder, error);
    while (!error && entry != std::filesystem::directory_iterator()) {
        names.push_back(entry->path().filename().string());
        entry.increment(error);
    }
    if (error) throw DiskFault(error.value(), folder);
    std::sort(names.begin(), names.end());
    return names;
}

void remove_quietly(const std::filesystem::path& path) noexcept {
    try {
        std::error_code ignored;
        std::filesystem::remove_all(path, ignored);
    } catch (const std::exception&) {
        return; // out of memory, as all else here
    }
}

} // namespace vanthu::archive
