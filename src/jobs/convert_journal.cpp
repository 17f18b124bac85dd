#include "jobs/convert_journal.h"

#include "jobs/entry_reader.h"
#include "jobs/files.h"
#include "write/report/entry_json.h"

#include <cerrno>
#include <fcntl.h>
#include <string_view>
#include <sys/file.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace vanthu::jobs {
namespace {

namespace fs = std::filesystem;

/// The first line: what the file is, in which form.
constexpr std::string_view heading = "{\"vanthu-convert\":1}\n";

Diagnostic refusal(std::string code, const fs::path& folder) {
    return {std::move(code), Severity::error, {{"output", folder.string()}}, {}};
}

/// What killed runs began and never finished. Nobody else writes here while the journal is locked.
void remove_left_behind(const fs::path& folder) {
    std::error_code error;
    for (fs::recursive_directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
        const std::string name = at->path().filename().string();
        std::error_code ignored;
        if (name.starts_with(temporary_prefix) && name.ends_with(temporary_suffix)) fs::remove(at->path(), ignored);
    }
}

} // namespace

ConvertJournal::ConvertJournal(ConvertJournal&& other) noexcept
    : path_(std::move(other.path_)), descriptor_(std::exchange(other.descriptor_, -1)),
      entries_(std::move(other.entries_)) {}

ConvertJournal::~ConvertJournal() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

Result<ConvertJournal> ConvertJournal::open(const fs::path& folder, bool is_resumed) {
    using Opened = Result<ConvertJournal>;
    if (const int error = make_durable_folder(folder)) return Opened::failed(output_error(folder, error));
    const fs::path path = folder / file_name;
    std::error_code ignored;
    if (!fs::exists(path, ignored) && !fs::is_empty(folder, ignored))
        return Opened::failed(refusal("convert-not-empty", folder));
    ConvertJournal journal(path, ::open(path.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0666));
    if (journal.descriptor_ < 0) return Opened::failed(output_error(path, errno));
    if (::flock(journal.descriptor_, LOCK_EX | LOCK_NB) != 0) return Opened::failed(refusal("convert-busy", folder));
    Diagnostics problems = journal.load();
    if (has_errors(problems)) return Opened::failed(std::move(problems));
    if (!is_resumed && !journal.entries_.empty()) return Opened::failed(refusal("convert-begun", folder));
    remove_left_behind(folder);
    return {std::optional<ConvertJournal>(std::move(journal)), {}};
}

Diagnostics ConvertJournal::load() {
    Result<Bytes> read = read_file(path_);
    if (!read) return std::move(read.diagnostics);
    std::string_view rest = *read;
    std::size_t whole = 0;
    for (std::size_t end = rest.find('\n'); end != rest.npos; end = rest.find('\n')) {
        std::optional<write::FileEntry> entry = read_entry(rest.substr(0, end));
        whole += end + 1;
        rest.remove_prefix(end + 1);
        if (!entry) continue;
        std::string file = entry->file;
        entries_.insert_or_assign(std::move(file), std::move(*entry));
    }
    if (::ftruncate(descriptor_, static_cast<off_t>(whole)) != 0) return {output_error(path_, errno)};
    if (whole != 0) return {};
    int error = write_all(descriptor_, heading);
    if (error == 0 && ::fsync(descriptor_) != 0) error = errno;
    if (error == 0) error = sync_folder(path_.parent_path());
    return error == 0 ? Diagnostics() : Diagnostics{output_error(path_, error)};
}

Diagnostics ConvertJournal::add(const write::FileEntry& entry) {
    const std::string line = write::entry_json(entry) + "\n";
    const std::lock_guard lock(mutex_);
    const off_t size = ::lseek(descriptor_, 0, SEEK_END);
    int error = write_all(descriptor_, line);
    if (error == 0 && ::fdatasync(descriptor_) != 0) error = errno;
    if (error == 0) return {};
    // The next line must not be joined to half of this one.
    if (::ftruncate(descriptor_, size) != 0) return {output_error(path_, errno)};
    return {output_error(path_, error)};
}

} // namespace vanthu::jobs
