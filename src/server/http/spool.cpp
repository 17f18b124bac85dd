#include "server/http/spool.h"

#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <sys/mman.h>
#include <unistd.h>
#include <utility>

namespace vanthu::server {
namespace {

constexpr std::size_t most_in_memory = std::size_t{1} << 20;

/// Some file systems know no O_TMPFILE.
int open_unnamed(const std::string& folder) {
    const int file = ::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    if (file >= 0) return file;
    std::string name = folder + "/body-XXXXXX";
    const int named = ::mkostemp(name.data(), O_CLOEXEC);
    if (named >= 0) ::unlink(name.c_str());
    return named;
}

} // namespace

Spool::~Spool() {
    if (file_ >= 0) ::close(file_);
}

bool Spool::open_file() {
    std::error_code fault;
    file_ = open_unnamed(folder_.empty() ? std::filesystem::temp_directory_path(fault).string() : folder_);
    return file_ >= 0 && write(std::exchange(memory_, {}));
}

bool Spool::write(std::string_view bytes) const {
    while (!bytes.empty()) {
        const ssize_t done = ::write(file_, bytes.data(), bytes.size());
        if (done < 0 && errno == EINTR) continue;
        if (done <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(done));
    }
    return true;
}

bool Spool::append(std::string_view bytes) {
    size_ += bytes.size();
    if (size_ <= most_in_memory) {
        memory_ += bytes;
        return true;
    }
    return (file_ >= 0 || open_file()) && write(bytes);
}

Body Spool::take() {
    const std::size_t size = std::exchange(size_, 0);
    if (file_ < 0) return Body(std::exchange(memory_, {}));
    void* mapped = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file_, 0);
    ::close(std::exchange(file_, -1));
    if (mapped == MAP_FAILED) return {};
    const std::shared_ptr<const void> keeper(mapped, [size](void* bytes) { ::munmap(bytes, size); });
    return {keeper, {static_cast<const char*>(mapped), size}};
}

} // namespace vanthu::server
