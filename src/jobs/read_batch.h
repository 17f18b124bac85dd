// Many files read over all cores, outcomes in the order of the inputs.
#pragma once

#include "jobs/inputs.h"
#include "jobs/ordered_pool.h"
#include "jobs/reader.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <vector>

namespace vanthu::jobs {

struct ReadTask {
    Input input;
    std::filesystem::path content; ///< document JSON or text; empty: not written
    std::filesystem::path overlay; ///< PNG; empty: not written
};

struct ReadBatchOptions {
    ReadOptions read;
    sandbox::Limits limits;
    unsigned jobs = 0;                ///< threads; 0: one for each core
    std::function<bool()> is_stopped; ///< asked before a file is begun and before its results are written
};

using Report = std::function<void(const Outcome&)>;

struct ReadHooks {
    /// Before a file is opened; false: it is passed over, which the outcome then says. Empty: every file is read.
    std::function<bool(std::size_t task, Outcome& outcome)> admit;
    /// None where the outcome has an error. Both are called in several threads.
    std::function<void(std::size_t task, std::optional<ReadResult> read, Outcome& outcome)> use;
};

/// Gives what was read to `hooks.use`; else as run_read_batch().
bool read_each(const ReadingKit& kit, const std::vector<ReadTask>& tasks, const ReadBatchOptions& options,
               const ReadHooks& hooks, const Report& report);

/// One sandbox a thread. Calls `report` in the caller's thread, in the order of the tasks; a file that could not be
/// read leaves no result. False where it was stopped before the last.
bool run_read_batch(const ReadingKit& kit, const std::vector<ReadTask>& tasks, const ReadBatchOptions& options,
                    const Report& report);

/// The same, gathering the tables of all files in order.
bool collect_tables(const ReadingKit& kit, const std::vector<ReadTask>& tasks, const ReadBatchOptions& options,
                    std::vector<model::ReadTable>& tables, const Report& report);

/// The tables in the format of the name's suffix: .xlsx, .csv, else JSON; "-" is JSON on standard output.
/// Errors: those of StagedFile and write_xlsx().
Diagnostics write_tables(const std::vector<model::ReadTable>& tables, const std::filesystem::path& target);
/// The same in memory, by suffix; of the JSON that the reading gave or somebody put right. Errors beside: those of
/// read::read_tables_json().
Result<Bytes> tables_as(std::string_view tables_json, std::string_view suffix);
Result<Bytes> tables_as(const std::vector<model::ReadTable>& tables, std::string_view suffix);
/// The JSON of tables with the places of their cells.
Bytes told_tables(const std::vector<model::ReadTable>& tables);
/// The same of a text.
Diagnostics write_text(std::string text, const std::filesystem::path& target);

} // namespace vanthu::jobs
