#include "jobs/folder_watch.h"

#include <array>
#include <poll.h>
#include <sys/inotify.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace vanthu::jobs {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

constexpr auto quiet_time = 2s;       ///< that a file must not change
constexpr auto look_again = 500ms;    ///< while files are on their way
constexpr auto look_unasked = 5000ms; ///< where no change is told

constexpr std::uint32_t events = IN_CREATE | IN_CLOSE_WRITE | IN_MOVED_TO | IN_ATTRIB;

} // namespace

FolderWatch::FolderWatch(fs::path folder, fs::path left_out)
    : folder_(std::move(folder)), left_out_(std::move(left_out)),
      descriptor_(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC)) {
    watch_folders();
}

FolderWatch::~FolderWatch() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

std::vector<FoundFile> FolderWatch::next(const Entries& done) {
    wait(pending_.empty() ? look_unasked : look_again);
    watch_folders();
    auto found = find_files(folder_, left_out_);
    std::map<std::string, Seen> before = std::exchange(pending_, {});
    std::vector<FoundFile> ready;
    if (!found) return ready;
    const auto now = std::chrono::steady_clock::now();
    for (FoundFile& file : *found) {
        const auto entry = done.find(file.file);
        if (entry != done.end() && entry->second.size == file.size && entry->second.modified == file.modified) continue;
        Seen seen{file.size, file.modified, now};
        const auto known = before.find(file.file);
        if (known != before.end() && known->second.size == file.size && known->second.modified == file.modified)
            seen.since = known->second.since;
        if (now - seen.since >= quiet_time)
            ready.push_back(std::move(file));
        else
            pending_.emplace(file.file, seen);
    }
    return ready;
}

/// Watching a folder again changes nothing.
void FolderWatch::watch_folders() {
    if (descriptor_ < 0) return;
    const auto watch = [&](const fs::path& folder) { ::inotify_add_watch(descriptor_, folder.c_str(), events); };
    std::error_code error;
    const fs::path left_out = fs::weakly_canonical(left_out_, error);
    watch(folder_);
    const auto options = fs::directory_options::skip_permission_denied;
    for (fs::recursive_directory_iterator at(folder_, options, error), end; !error && at != end; at.increment(error)) {
        std::error_code ignored;
        if (!at->is_directory(ignored) || at->is_symlink(ignored)) continue;
        if (fs::canonical(at->path(), ignored) == left_out)
            at.disable_recursion_pending();
        else
            watch(at->path());
    }
}

void FolderWatch::wait(std::chrono::milliseconds most) {
    pollfd waiting{descriptor_, POLLIN, 0};
    if (::poll(&waiting, 1, static_cast<int>(most.count())) <= 0) return;
    alignas(inotify_event) std::array<char, 16384> told;
    while (::read(descriptor_, told.data(), told.size()) > 0) {
    }
    // Several files come at once: one look for all of them.
    ::poll(nullptr, 0, static_cast<int>(look_again.count()));
}

} // namespace vanthu::jobs
