#include "archive/digest.h"
#include "jobs/convert_plan.h"
#include "jobs/inputs.h"
#include "jobs/ordered_pool.h"

#include <algorithm>
#include <array>
#include <fcntl.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace vanthu::jobs {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 5> picture_suffixes = {".png", ".jpg", ".jpeg", ".tif", ".tiff"};
constexpr std::array<std::string_view, 2> names_of_systems = {"Thumbs.db", "desktop.ini"};

bool is_left_aside(const std::string& name) {
    return name.starts_with('.') || name.starts_with("~$") ||
           std::find(names_of_systems.begin(), names_of_systems.end(), name) != names_of_systems.end();
}

class Finder {
  public:
    Finder(fs::path root, fs::path left_out) : root_(std::move(root)), left_out_(std::move(left_out)) {}

    void enter(const fs::path& folder) {
        if (folder == left_out_) return;
        std::error_code error;
        for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) look_at(*at);
        if (error)
            findings_.push_back(
                {"folder-unreadable", Severity::error, {{"reason", error.message()}}, {.file = folder.string()}});
    }

    Result<std::vector<FoundFile>> result() {
        std::sort(files_.begin(), files_.end(), [](const FoundFile& a, const FoundFile& b) { return a.file < b.file; });
        return Result<std::vector<FoundFile>>::of(std::move(files_), std::move(findings_));
    }

  private:
    void look_at(const fs::directory_entry& entry) {
        if (is_left_aside(entry.path().filename().string())) return;
        std::error_code ignored;
        const bool is_link = entry.is_symlink(ignored);
        if (!is_link && entry.is_directory(ignored)) return enter(entry.path());
        struct stat status {};
        const bool is_there = ::stat(entry.path().c_str(), &status) == 0;
        // A pipe or a device would keep a batch waiting for ever. A link that leads nowhere is told when it is read.
        if (is_there && !S_ISREG(status.st_mode)) return;
        const std::int64_t second = std::int64_t{1000000000};
        files_.push_back({entry.path(),
                          entry.path().lexically_relative(root_).generic_string(),
                          static_cast<std::uint64_t>(status.st_size),
                          status.st_mtim.tv_sec * second + status.st_mtim.tv_nsec,
                          {}});
    }

    fs::path root_, left_out_;
    std::vector<FoundFile> files_;
    Diagnostics findings_;
};

/// Empty where the file cannot be read to its end.
std::string digest_of(const fs::path& path) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) return {};
    archive::Digest digest;
    std::string block(std::size_t{1} << 16, '\0');
    ssize_t got = 0;
    while ((got = ::read(descriptor, block.data(), block.size())) > 0)
        digest.add(std::string_view(block).substr(0, static_cast<std::size_t>(got)));
    ::close(descriptor);
    return got == 0 ? digest.hex() : std::string();
}

} // namespace

bool is_document_name(const fs::path& path) {
    const std::string suffix = suffix_of(path);
    const auto is_one_of = [&](const auto& suffixes) {
        return std::find(suffixes.begin(), suffixes.end(), suffix) != suffixes.end();
    };
    return is_one_of(document_suffixes) || is_one_of(picture_suffixes);
}

Result<std::vector<FoundFile>> find_files(const fs::path& folder, const fs::path& left_out) {
    std::error_code error;
    const fs::path root = fs::canonical(folder, error);
    if (error)
        return Result<std::vector<FoundFile>>::failed(
            {"folder-unreadable", Severity::error, {{"reason", error.message()}}, {.file = folder.string()}});
    Finder finder(root, fs::weakly_canonical(left_out, error));
    finder.enter(root);
    return finder.result();
}

void take_digests(std::vector<FoundFile>& files, unsigned threads, const std::function<bool()>& is_stopped) {
    PoolWork work;
    work.tasks = files.size();
    work.threads = thread_count(threads, files.size());
    work.is_stopped = is_stopped;
    work.perform = [&](std::size_t task, std::size_t, Outcome&) { files[task].sha512 = digest_of(files[task].path); };
    run_in_order(work, [](const Outcome&) {});
}

} // namespace vanthu::jobs
