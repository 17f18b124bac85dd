#include "jobs/read_batch.h"

#include "jobs/files.h"
#include "jobs/findings.h"
#include "jobs/office_groups.h"
#include "jobs/outputs.h"
#include "read/json/tables_reader.h"
#include "write/csv/csv_writer.h"
#include "write/json/read_writer.h"
#include "write/xlsx/xlsx_writer.h"

#include <cstdlib>
#include <iterator>
#include <memory>
#include <optional>

namespace vanthu::jobs {
namespace {

std::vector<std::unique_ptr<Reader>> make_readers(const ReadingKit& kit, const ReadBatchOptions& options,
                                                  std::size_t count) {
    const char* search_path = std::getenv("PATH"); // NOLINT(concurrency-mt-unsafe): no thread exists yet
    OfficeOptions office;
    office.program = find_office(search_path == nullptr ? "" : search_path);
    office.is_stopped = options.is_stopped;
    const auto scans = std::make_shared<ScanPool>();
    std::vector<std::unique_ptr<Reader>> readers;
    for (std::size_t i = 0; i < count; ++i)
        readers.push_back(std::make_unique<Reader>(kit, options.limits, office, scans));
    return readers;
}

std::vector<std::filesystem::path> paths_of(const std::vector<ReadTask>& tasks) {
    std::vector<std::filesystem::path> paths;
    for (const ReadTask& task : tasks) paths.push_back(task.input.path);
    return paths;
}

/// The file at that place of the batch, as DOCX where it came in a group.
Result<Bytes> open_task(OfficeGroups& groups, std::size_t index, const ReadTask& task, Reader& reader) {
    std::optional<Result<Bytes>> converted = groups.take(index, reader.office());
    return converted ? std::move(*converted) : read_file(task.input.path);
}

std::optional<ReadResult> read_task(Reader& reader, Result<Bytes> opened, const ReadBatchOptions& options,
                                    Outcome& outcome) {
    std::optional<Bytes> file = take(std::move(opened), outcome.diagnostics);
    if (!file) return std::nullopt;
    std::optional<ReadResult> result = take(reader.read(*file, options.read), outcome.diagnostics);
    if (options.is_stopped()) outcome.diagnostics.push_back({"interrupted", Severity::error, {}, {}});
    return has_errors(outcome.diagnostics) ? std::nullopt : std::move(result);
}

Result<Bytes> as_bytes(const std::vector<model::ReadTable>& tables, std::string_view suffix) {
    if (suffix == ".xlsx") return write::write_xlsx(tables);
    if (suffix == ".csv") return Result<Bytes>::of(write::write_csv(tables));
    return Result<Bytes>::of(write::tables_json(tables));
}

} // namespace

bool read_each(const ReadingKit& kit, const std::vector<ReadTask>& tasks, const ReadBatchOptions& options,
               const ReadHooks& hooks, const Report& report) {
    PoolWork work;
    work.tasks = tasks.size();
    work.threads = thread_count(options.jobs, tasks.size());
    work.is_stopped = options.is_stopped;
    const auto readers = make_readers(kit, options, work.threads);
    OfficeGroups groups(paths_of(tasks), work.threads);
    work.perform = [&](std::size_t task, std::size_t worker, Outcome& outcome) {
        outcome.file = tasks[task].input.path.string();
        if (hooks.admit && !hooks.admit(task, outcome)) return;
        Reader& reader = *readers[worker];
        hooks.use(task, read_task(reader, open_task(groups, task, tasks[task], reader), options, outcome), outcome);
    };
    return run_in_order(work, report);
}

bool run_read_batch(const ReadingKit& kit, const std::vector<ReadTask>& tasks, const ReadBatchOptions& options,
                    const Report& report) {
    ReadHooks hooks;
    hooks.use = [&](std::size_t task, std::optional<ReadResult> read, Outcome& outcome) {
        if (!read) return;
        Outputs outputs;
        if (!tasks[task].content.empty()) outputs.stage(tasks[task].content, std::move(read->content), outcome);
        if (!tasks[task].overlay.empty()) outputs.stage(tasks[task].overlay, std::move(read->overlay), outcome);
        outputs.commit(outcome);
    };
    return read_each(kit, tasks, options, hooks, report);
}

bool collect_tables(const ReadingKit& kit, const std::vector<ReadTask>& tasks, const ReadBatchOptions& options,
                    std::vector<model::ReadTable>& tables, const Report& report) {
    std::vector<std::vector<model::ReadTable>> found(tasks.size());
    ReadHooks hooks;
    hooks.use = [&](std::size_t task, std::optional<ReadResult> read, Outcome& outcome) {
        if (!read) return;
        if (read->tables.empty()) outcome.diagnostics.push_back({"tables-none", Severity::warning, {}, {}});
        found[task] = std::move(read->tables);
    };
    const bool is_complete = read_each(kit, tasks, options, hooks, report);
    for (auto& of_one : found) std::move(of_one.begin(), of_one.end(), std::back_inserter(tables));
    return is_complete;
}

Diagnostics write_tables(const std::vector<model::ReadTable>& tables, const std::filesystem::path& target) {
    Diagnostics findings;
    std::optional<Bytes> bytes = take(as_bytes(tables, suffix_of(target)), findings);
    if (!bytes) return findings;
    const Diagnostics problems = write_text(std::move(*bytes), target);
    findings.insert(findings.end(), problems.begin(), problems.end());
    return findings;
}

Result<Bytes> tables_as(std::string_view tables_json, std::string_view suffix) {
    const auto tables = read::read_tables_json(tables_json);
    return tables ? as_bytes(*tables, suffix) : Result<Bytes>::failed(tables.diagnostics);
}

Result<Bytes> tables_as(const std::vector<model::ReadTable>& tables, std::string_view suffix) {
    return as_bytes(tables, suffix);
}

Bytes told_tables(const std::vector<model::ReadTable>& tables) {
    return write::tables_json(tables, write::CellPlaces::told);
}

Diagnostics write_text(std::string text, const std::filesystem::path& target) {
    Outcome outcome;
    Outputs outputs;
    outputs.stage(target, std::move(text), outcome);
    outputs.commit(outcome);
    return outcome.diagnostics;
}

} // namespace vanthu::jobs
