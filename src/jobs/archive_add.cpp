#include "jobs/archive_add.h"

#include "jobs/archive_record.h"
#include "jobs/files.h"
#include "jobs/findings.h"
#include "text/unicode.h"

#include <fmt/chrono.h>

#include <algorithm>
#include <array>
#include <ctime>
#include <mutex>
#include <optional>
#include <utility>

namespace vanthu::jobs {
namespace {

/// Errors that say nothing of the file: it may be read another day or on another machine.
bool is_of_the_machine(const Diagnostic& finding) {
    constexpr std::array<std::string_view, 6> kinds = {"office-",     "sandbox-",      "file-",
                                                       "input-empty", "out-of-memory", "interrupted"};
    return finding.severity == Severity::error &&
           std::any_of(kinds.begin(), kinds.end(), [&](auto kind) { return finding.code.starts_with(kind); });
}

/// Names in the archive are UTF-8; those of old disks need not be.
std::string name_of(const std::filesystem::path& path) {
    std::string name = path == standard_stream ? "stdin" : path.filename().string();
    if (auto nfc = text::to_nfc(name)) return std::move(*nfc);
    std::replace_if(
        name.begin(), name.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; }, '_');
    return name;
}

class Adding {
  public:
    Adding(const ReadingKit& kit, archive::Archive& archive, const std::vector<Input>& inputs,
           const ArchiveAddOptions& options)
        : kit_(kit), archive_(archive), inputs_(inputs), options_(options), originals_(inputs.size()) {}

    /// Before reading, which takes longest: the file is there, and not in the archive.
    bool admit(std::size_t task, Outcome& outcome) {
        std::optional<Bytes> bytes = take(read_file(inputs_[task].path), outcome.diagnostics);
        if (!bytes) return false;
        if (options_.replaces.empty()) {
            const std::lock_guard lock(mutex_);
            if (auto twin = archive_.twin_of(*bytes)) outcome.diagnostics.push_back(std::move(*twin));
        }
        originals_[task] = std::move(*bytes);
        return !has_errors(outcome.diagnostics);
    }

    void use(std::size_t task, std::optional<ReadResult> read, Outcome& outcome) {
        auto submission = submission_of(name_of(inputs_[task].path), std::move(originals_[task]), std::move(read), kit_,
                                        outcome.diagnostics);
        if (submission) add(std::move(*submission), outcome);
    }

  private:
    void add(archive::Submission submission, Outcome& outcome) {
        submission.user = options_.user;
        submission.now = now_utc();
        submission.replaces = options_.replaces;
        submission.allow_same_number = options_.allow_same_number;
        const std::lock_guard lock(mutex_);
        const auto record = take(archive_.add(std::move(submission)), outcome.diagnostics);
        if (record) outcome.outputs.push_back(record->id);
    }

    const ReadingKit& kit_;
    archive::Archive& archive_; ///< for one thread at a time
    const std::vector<Input>& inputs_;
    const ArchiveAddOptions& options_;
    std::vector<Bytes> originals_;
    std::mutex mutex_;
};

} // namespace

bool run_archive_add(const ReadingKit& kit, archive::Archive& archive, const std::vector<Input>& inputs,
                     ArchiveAddOptions options, const Report& report) {
    options.batch.read.wanted = Wanted::everything;
    std::vector<ReadTask> tasks;
    for (const Input& input : inputs) tasks.push_back({input, {}, {}});
    Adding adding(kit, archive, inputs, options);
    ReadHooks hooks;
    hooks.admit = [&](std::size_t task, Outcome& outcome) { return adding.admit(task, outcome); };
    hooks.use = [&](std::size_t task, std::optional<ReadResult> read, Outcome& outcome) {
        adding.use(task, std::move(read), outcome);
    };
    return read_each(kit, tasks, options.batch, hooks, report);
}

std::optional<archive::Submission> submission_of(const std::string& name, Bytes original,
                                                 std::optional<ReadResult> read, const ReadingKit& kit,
                                                 Diagnostics& found) {
    if (std::any_of(found.begin(), found.end(), is_of_the_machine)) return std::nullopt;
    archive::Submission submission;
    submission.files.push_back({archive::originals_folder + name, std::move(original)});
    if (read) {
        submission.files.push_back({"document.json", read->content});
        if (!read->text.empty()) submission.files.push_back({"text.txt", read->text});
        submission.record = record_of(std::move(*read), kit);
    } else {
        for (Diagnostic& finding : found) finding.severity = std::min(finding.severity, Severity::warning);
        found.push_back({"archive-unread", Severity::warning, {}, {}});
        submission.record.trust = 0;
    }
    submission.record.source = name;
    return submission;
}

std::string now_utc() { return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(std::time(nullptr))); }

} // namespace vanthu::jobs
