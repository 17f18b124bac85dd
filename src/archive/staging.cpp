#include "archive/staging.h"

#include "archive/digest.h"

#include <fmt/format.h>

#include <cerrno>
#include <chrono>
#include <fcntl.h>
#include <random>
#include <sys/file.h>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

namespace vanthu::archive {
namespace {

constexpr const char* lock_name = "lock";
constexpr const char* locks_name = "locks";

/// Whether it was free.
bool try_lock(const Descriptor& file) {
    int result = 0;
    do result = ::flock(file.number(), LOCK_EX | LOCK_NB);
    while (result != 0 && errno == EINTR);
    if (result == 0) return true;
    if (errno != EWOULDBLOCK) throw DiskFault(errno, file.path());
    return false;
}

/// None where it is not there.
std::optional<Descriptor> open_lock(const std::filesystem::path& path) {
    try {
        return Descriptor(path, O_RDWR);
    } catch (const DiskFault& fault) {
        if (fault.error() != ENOENT) throw;
        return std::nullopt;
    }
}

bool is_removed(const Descriptor& file) {
    struct stat status {};
    if (::fstat(file.number(), &status) != 0) throw DiskFault(errno, file.path());
    return status.st_nlink == 0;
}

void sweep_one(const std::filesystem::path& own, const std::function<bool(const std::string&)>& adopt) {
    const std::optional<Descriptor> lock = open_lock(own / lock_name);
    if (lock && (!try_lock(*lock) || is_removed(*lock))) return;
    bool is_clean = true;
    for (const std::string& id : lock ? names_in(own) : std::vector<std::string>{}) {
        if (id == lock_name) continue;
        if (adopt(id))
            remove_quietly(own / id);
        else
            is_clean = false;
    }
    if (!is_clean) return;
    // The lock last: whoever comes next must find it as long as anything is there. A folder without one is empty, or
    // its process will see that it is gone.
    if (lock) ::unlink(lock->path().c_str());
    ::rmdir(own.c_str());
}

} // namespace

StoreLock::StoreLock(const std::filesystem::path& staging, const std::string& name)
    : file_(staging / locks_name / name, O_RDWR | O_CREAT, 0666) {
    using namespace std::chrono_literals;
    constexpr auto pause = 2ms;
    for (auto left = 30s / pause; !try_lock(file_); --left) {
        if (left == 0) throw DiskFault(EWOULDBLOCK, file_.path());
        std::this_thread::sleep_for(pause);
    }
}

std::string StoreLock::name_of(std::string_view kind, std::string_view key) {
    return fmt::format("{}-{}", kind, sha512(key).substr(0, 2));
}

void Staging::make_own() {
    std::random_device random;
    while (!lock_) {
        own_ = folder_ / fmt::format("{}-{:08x}{:08x}", ::getpid(), random(), random());
        if (!make_folder(own_)) continue;
        try {
            lock_.emplace(own_ / lock_name, O_RDWR | O_CREAT | O_EXCL, 0666);
        } catch (const DiskFault& fault) {
            if (fault.error() != ENOENT) throw; // else a sweep took it for a leftover
            continue;
        }
        if (!try_lock(*lock_) || is_removed(*lock_)) lock_.reset();
    }
}

Staging::~Staging() {
    if (!lock_) return;
    // What is not settled stays for the next sweep.
    try {
        if (names_in(own_).size() != 1) return;
    } catch (const std::exception&) {
        return;
    }
    ::unlink(lock_->path().c_str());
    ::rmdir(own_.c_str());
}

std::filesystem::path Staging::begin(const std::string& id) {
    if (!lock_) make_own();
    std::filesystem::path place = own_ / id;
    std::error_code error;
    std::filesystem::remove_all(place, error); // of an adding that failed
    if (error) throw DiskFault(error.value(), place);
    make_folder(place);
    return place;
}

void Staging::settle(const std::string& id) noexcept {
    try {
        if (lock_) remove_quietly(own_ / id);
    } catch (const std::exception&) {
        return; // out of memory: the next sweep asks once more
    }
}

void Staging::sweep(const std::filesystem::path& folder, const std::function<bool(const std::string&)>& adopt) {
    for (const std::string& name : names_in(folder))
        if (name != locks_name) sweep_one(folder / name, adopt);
}

} // namespace vanthu::archive
