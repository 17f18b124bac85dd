#include "jobs/files.h"

#include <fmt/format.h>

#include <atomic>
#include <cerrno>
#include <fcntl.h>
#include <optional>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace vanthu::jobs {
namespace {

/// Closes on the way out; close() reports what the writing left open to the last moment.
class Descriptor {
  public:
    explicit Descriptor(int number) : number_(number) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (number_ > STDERR_FILENO) ::close(number_);
    }
    int number() const { return number_; }
    int release() { return std::exchange(number_, -1); }
    bool close() {
        const int number = release();
        return number <= STDERR_FILENO || ::close(number) == 0;
    }

  private:
    int number_;
};

std::string reason_of(int error) { return std::generic_category().message(error); }

Diagnostic input_error(const std::filesystem::path& path, int error) {
    Diagnostic diagnostic{"file-unreadable", Severity::error, {{"reason", reason_of(error)}}, {.file = path.string()}};
    if (error == ENOENT || error == ENOTDIR) diagnostic.code = "file-missing";
    if (error == EACCES || error == EPERM) diagnostic.code = "file-forbidden";
    if (error == EISDIR) diagnostic.code = "file-is-folder";
    if (error == EINTR) diagnostic.code = "interrupted";
    return diagnostic;
}

int read_all(int descriptor, Bytes& bytes) {
    struct stat status {};
    if (::fstat(descriptor, &status) != 0) return errno;
    if (S_ISDIR(status.st_mode)) return EISDIR;
    // One byte more than the file has, so that its end shows without growing.
    std::size_t filled = 0;
    bytes.resize(static_cast<std::size_t>(std::max<off_t>(status.st_size, 65535)) + 1);
    while (filled <= max_input_size) {
        const ssize_t got = ::read(descriptor, bytes.data() + filled, bytes.size() - filled);
        if (got < 0) return errno;
        if (got == 0) break;
        filled += static_cast<std::size_t>(got);
        if (filled == bytes.size()) bytes.resize(2 * bytes.size());
    }
    bytes.resize(filled);
    bytes.shrink_to_fit();
    return filled > max_input_size ? EOVERFLOW : 0;
}

Diagnostic too_large(const std::filesystem::path& path) {
    return {
        "file-too-large", Severity::error, {{"limit", std::to_string(max_input_size >> 20)}}, {.file = path.string()}};
}

std::filesystem::path temporary_name(const std::filesystem::path& folder) {
    static std::atomic<unsigned> counter{0};
    return folder / fmt::format("{}{}-{}{}", temporary_prefix, ::getpid(), counter.fetch_add(1), temporary_suffix);
}

/// A new file in `folder`; its descriptor, or -1 and errno. It has no name, so that nothing stays behind of it whatever
/// becomes of its writer; on file systems that know no such files it gets one (`path`) that no other process has.
int open_temporary(const std::filesystem::path& folder, std::filesystem::path& path) {
    int descriptor = ::open(folder.empty() ? "." : folder.c_str(), O_WRONLY | O_TMPFILE | O_CLOEXEC, 0666);
    if (descriptor >= 0) return descriptor;
    do {
        path = temporary_name(folder);
        descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    } while (descriptor < 0 && errno == EEXIST);
    return descriptor;
}

int link_descriptor(int descriptor, const std::filesystem::path& name) {
    const std::string nameless = fmt::format("/proc/self/fd/{}", descriptor);
    return ::linkat(AT_FDCWD, nameless.c_str(), AT_FDCWD, name.c_str(), AT_SYMLINK_FOLLOW) == 0 ? 0 : errno;
}

int rename_to(const std::filesystem::path& temporary, const std::filesystem::path& target) {
    return ::rename(temporary.c_str(), target.c_str()) == 0 ? 0 : errno;
}

/// A link replaces nothing: what has the name already is replaced by renaming.
int give_name(int descriptor, const std::filesystem::path& target) {
    int error = link_descriptor(descriptor, target);
    if (error != EEXIST) return error;
    std::filesystem::path temporary;
    do {
        temporary = temporary_name(target.parent_path());
        error = link_descriptor(descriptor, temporary);
    } while (error == EEXIST);
    if (error == 0) error = rename_to(temporary, target);
    if (error) ::unlink(temporary.c_str());
    return error;
}

} // namespace

Diagnostic output_error(const std::filesystem::path& path, int error) {
    const std::string name = path.string();
    Diagnostic diagnostic{"output-failed", Severity::error, {{"output", name}, {"reason", reason_of(error)}}, {}};
    if (error == ENOSPC || error == EDQUOT || error == EFBIG) diagnostic.code = "output-no-space";
    if (error == EACCES || error == EPERM || error == EROFS) diagnostic.code = "output-forbidden";
    if (error == ENOTDIR) diagnostic.code = "output-folder-is-file";
    if (error == EISDIR) diagnostic.code = "output-is-folder";
    return diagnostic;
}

int write_all(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return errno;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return 0;
}

Result<Bytes> read_file(const std::filesystem::path& path) {
    const bool standard = path == standard_stream;
    const Descriptor file(standard ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (file.number() < 0) return Result<Bytes>::failed(input_error(path, errno));
    Bytes bytes;
    const int error = read_all(file.number(), bytes);
    if (error == EOVERFLOW) return Result<Bytes>::failed(too_large(path));
    if (error) return Result<Bytes>::failed(input_error(path, error));
    return Result<Bytes>::of(std::move(bytes));
}

int sync_folder(const std::filesystem::path& folder) {
    const Descriptor opened(::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    return opened.number() < 0 || ::fsync(opened.number()) != 0 ? errno : 0;
}

int make_durable_folder(const std::filesystem::path& folder) {
    std::error_code error;
    if (folder.empty() || std::filesystem::is_directory(folder, error)) return 0;
    const std::filesystem::path above = folder.parent_path();
    if (const int failure = make_durable_folder(above)) return failure;
    if (::mkdir(folder.c_str(), 0777) != 0 && errno != EEXIST) return errno;
    return sync_folder(above);
}

Result<StagedFile> StagedFile::write(const std::filesystem::path& target, Bytes bytes, Durability durability) {
    if (target == standard_stream) return Result<StagedFile>::of(StagedFile(target, {}, std::move(bytes)));
    std::error_code error;
    const bool is_synced = durability == Durability::synced;
    if (is_synced)
        error.assign(make_durable_folder(target.parent_path()), std::generic_category());
    else if (target.has_parent_path())
        std::filesystem::create_directories(target.parent_path(), error);
    if (error) return Result<StagedFile>::failed(output_error(target, error.value()));
    if (std::filesystem::is_directory(target, error)) return Result<StagedFile>::failed(output_error(target, EISDIR));
    std::filesystem::path temporary;
    Descriptor file(open_temporary(target.parent_path(), temporary));
    if (file.number() < 0) return Result<StagedFile>::failed(output_error(target, errno));
    StagedFile staged(target, std::move(temporary), {});
    int failure = write_all(file.number(), bytes);
    if (is_synced && failure == 0 && ::fsync(file.number()) != 0) failure = errno;
    if (staged.temporary_.empty())
        staged.nameless_ = file.release();
    else if (!file.close() && failure == 0)
        failure = errno;
    if (failure) return Result<StagedFile>::failed(output_error(target, failure));
    return Result<StagedFile>::of(std::move(staged));
}

StagedFile::StagedFile(StagedFile&& other) noexcept
    : target_(std::move(other.target_)), temporary_(std::exchange(other.temporary_, {})),
      nameless_(std::exchange(other.nameless_, -1)), pending_(std::move(other.pending_)) {}

StagedFile::~StagedFile() {
    if (!temporary_.empty()) ::unlink(temporary_.c_str());
    if (nameless_ >= 0) ::close(nameless_);
}

Diagnostics StagedFile::commit() {
    int error = 0;
    if (target_ == standard_stream)
        error = write_all(STDOUT_FILENO, pending_);
    else
        error = nameless_ >= 0 ? give_name(nameless_, target_) : rename_to(temporary_, target_);
    if (error) return {output_error(target_, error)};
    temporary_.clear();
    return {};
}

} // namespace vanthu::jobs
