#include "jobs/convert_run.h"

#include "archive/digest.h"
#include "jobs/files.h"
#include "jobs/findings.h"
#include "jobs/outputs.h"
#include "jobs/sniff.h"

#include <algorithm>
#include <cstdlib>
#include <system_error>
#include <utility>

namespace vanthu::jobs {
namespace {

namespace fs = std::filesystem;

using write::FileEntry;
using write::FileState;

std::vector<std::unique_ptr<Reader>> make_readers(const ConvertKit& kit, const ConvertOptions& options,
                                                  const std::function<bool()>& is_stopped) {
    const char* search_path = std::getenv("PATH"); // NOLINT(concurrency-mt-unsafe): no thread exists yet
    OfficeOptions office;
    office.program = find_office(search_path == nullptr ? "" : search_path);
    office.is_stopped = is_stopped;
    std::vector<std::unique_ptr<Reader>> readers;
    for (std::size_t i = thread_count(options.jobs, SIZE_MAX); i > 0; --i)
        readers.push_back(std::make_unique<Reader>(kit.reading, options.limits, office));
    return readers;
}

bool was_interrupted(const Diagnostics& findings) {
    return std::any_of(findings.begin(), findings.end(),
                       [](const Diagnostic& one) { return one.code == "interrupted"; });
}

/// Whether neither name nor content says that it is a document.
bool is_no_document(const fs::path& path, const Bytes& bytes) {
    if (is_document_name(path)) return false;
    const FileKind kind = sniff(bytes);
    return kind == FileKind::text || kind == FileKind::workbook || kind == FileKind::archive ||
           kind == FileKind::compound;
}

FileEntry entry_of(const PlannedFile& file) {
    FileEntry entry;
    entry.file = file.found.file;
    entry.size = file.found.size;
    entry.modified = file.found.modified;
    entry.sha512 = file.found.sha512;
    entry.name = file.name;
    entry.same_as = file.same_as;
    return entry;
}

/// The same content gives the same names, whatever its file is called.
std::string picture_path(const FileEntry& entry, unsigned page) {
    return "report-pictures/" + entry.sha512.substr(0, 24) + "-" + std::to_string(page) + ".png";
}

std::vector<fs::path> paths_of(const std::vector<PlannedFile>& files) {
    std::vector<fs::path> paths;
    for (const PlannedFile& file : files)
        paths.push_back(file.action == PlannedAction::convert ? file.found.path : fs::path());
    return paths;
}

} // namespace

ConvertRun::ConvertRun(const ConvertKit& kit, const ConvertOptions& options, const ConvertEvents& events,
                       ConvertJournal& journal)
    : kit_(kit), options_(options), events_(events), journal_(journal),
      readers_(make_readers(kit, options, events.is_stopped)), entries_(journal.entries()) {}

bool ConvertRun::is_complete(const FileEntry& entry) const {
    const auto is_there = [&](const std::string& path) {
        std::error_code error;
        return fs::is_regular_file(options_.output / path, error);
    };
    for (const std::string& format : entry.made)
        if (!is_there(entry.name + write::suffix_of_format(format))) return false;
    return std::all_of(kit_.formats.begin(), kit_.formats.end(), [&](const std::string& format) {
        return std::find(entry.made.begin(), entry.made.end(), format) != entry.made.end() ||
               std::any_of(entry.not_made.begin(), entry.not_made.end(),
                           [&](const write::NotMade& one) { return one.format == format; });
    });
}

bool ConvertRun::convert(std::vector<FoundFile> files) {
    const std::function<bool()> stopped = [this] { return is_stopped(); };
    take_digests(files, options_.jobs, stopped);
    if (is_stopped()) return false;
    std::vector<PlannedFile> plan =
        plan_files(std::move(files), entries_, [this](const FileEntry& entry) { return is_complete(entry); });
    kept_ += std::erase_if(plan, [](const PlannedFile& one) { return one.action == PlannedAction::keep; });
    if (plan.empty()) return true;
    events_.planned(plan.size());
    PoolWork work;
    work.tasks = plan.size();
    work.threads = std::min(readers_.size(), plan.size());
    work.is_stopped = stopped;
    OfficeGroups groups(paths_of(plan), work.threads);
    work.perform = [&](std::size_t task, std::size_t worker, Outcome& outcome) {
        outcome.file = plan[task].found.file;
        perform(plan[task], groups, task, worker);
    };
    const bool is_whole = run_in_order(work, [&](const Outcome& outcome) {
        if (has_errors(outcome.diagnostics)) add_problems(outcome.diagnostics);
        std::unique_lock lock(mutex_);
        const auto entry = entries_.find(outcome.file);
        const FileEntry told = entry == entries_.end() ? FileEntry() : entry->second;
        lock.unlock();
        if (!told.file.empty()) events_.done(told);
    });
    return is_whole && !is_broken_;
}

void ConvertRun::perform(const PlannedFile& file, OfficeGroups& groups, std::size_t index, std::size_t worker) {
    FileEntry entry = entry_of(file);
    Conversion conversion;
    if (file.action == PlannedAction::duplicate)
        entry.state = FileState::duplicate;
    else
        convert_one(file, groups.take(index, readers_[worker]->office()), *readers_[worker], entry, conversion);
    if (!was_interrupted(entry.findings)) keep(entry, std::move(conversion));
}

void ConvertRun::convert_one(const PlannedFile& file, std::optional<Result<Bytes>> converted, Reader& reader,
                             FileEntry& entry, Conversion& conversion) {
    entry.state = FileState::failed;
    const std::optional<Bytes> original = take(read_file(file.found.path), entry.findings);
    if (!original) return;
    if (archive::sha512(*original) != file.found.sha512) {
        entry.findings.push_back({"convert-file-changed", Severity::error, {}, {}});
        return;
    }
    if (is_no_document(file.found.path, *original)) {
        entry.state = FileState::skipped;
        return;
    }
    std::optional<Bytes> bytes;
    if (converted) bytes = take(std::move(*converted), entry.findings);
    if (converted && !bytes) return;
    entry.state = FileState::good;
    conversion = convert_file(kit_, reader, bytes ? *bytes : *original, entry);
}

/// Outputs first, then the line that says that they are there.
void ConvertRun::keep(const FileEntry& done, Conversion conversion) {
    FileEntry entry = done;
    Outcome outcome;
    Outputs outputs(Durability::synced);
    for (auto& [format, bytes] : conversion.outputs)
        outputs.stage(options_.output / (entry.name + write::suffix_of_format(format)), std::move(bytes), outcome);
    for (auto& [page, png] : conversion.pictures) {
        entry.pictures.push_back({page, picture_path(entry, page)});
        outputs.stage(options_.output / entry.pictures.back().path, std::move(png), outcome);
    }
    outputs.commit(outcome);
    outputs.sync(outcome);
    if (has_errors(outcome.diagnostics)) return add_problems(std::move(outcome.diagnostics));
    remember(entry);
}

void ConvertRun::remember(const FileEntry& entry) {
    Diagnostics problems = journal_.add(entry);
    if (has_errors(problems)) return add_problems(std::move(problems));
    const std::lock_guard lock(mutex_);
    entries_.insert_or_assign(entry.file, entry);
}

void ConvertRun::add_problems(Diagnostics problems) {
    is_broken_ = true;
    const std::lock_guard lock(mutex_);
    std::move(problems.begin(), problems.end(), std::back_inserter(problems_));
}

} // namespace vanthu::jobs
