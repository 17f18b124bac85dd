#include "cli/commands.h"
#include "cli/console.h"
#include "cli/teller.h"
#include "jobs/files.h"
#include "jobs/read_batch.h"

#include <utility>

namespace vanthu::cli {
namespace {

using Tasks = std::vector<jobs::ReadTask>;

Result<Tasks> tasks_of(const Arguments& arguments, std::string_view suffix) {
    auto inputs = jobs::find_inputs(arguments.inputs, jobs::document_suffixes);
    if (!inputs) return Result<Tasks>::failed(std::move(inputs.diagnostics));
    Tasks tasks;
    const bool to_folder = !arguments.output.empty() && !arguments.output_is_file && !suffix.empty();
    const auto targets = jobs::plan_targets(*inputs, arguments.output, suffix);
    for (std::size_t i = 0; i < inputs->size(); ++i) {
        const std::filesystem::path target = to_folder ? targets[i] : std::filesystem::path(arguments.output);
        tasks.push_back({std::move((*inputs)[i]), target, arguments.show});
    }
    return Result<Tasks>::of(std::move(tasks));
}

jobs::ReadBatchOptions options_of(const Arguments& arguments, jobs::Wanted wanted) {
    jobs::ReadBatchOptions options;
    options.read.wanted = wanted;
    options.read.overlay_page = arguments.show.empty() ? 0 : arguments.page;
    // A picture alone is asked for to see what was recognised.
    options.read.ignore_attached = arguments.ignore_attached || (!arguments.show.empty() && arguments.output.empty());
    options.read.furniture = arguments.furniture;
    options.jobs = arguments.jobs;
    options.is_stopped = is_interrupted;
    return options;
}

/// Results go to standard output, so what is said of them goes to standard error.
Teller teller_of(const Arguments& arguments, const Voice& voice, std::size_t total, bool is_silent) {
    return {{arguments.json, true, is_silent || arguments.quiet, arguments.quiet, arguments.strict, arguments.stats,
             words_of_reading},
            voice,
            total};
}

ExitCode fail(const Diagnostics& reasons, const Arguments& arguments, const Voice& voice) {
    print_error(arguments.json ? json_line({"", {}, reasons}, voice) : diagnostic_lines(reasons, voice));
    return exit_code_of(reasons);
}

ExitCode run_reading(const Arguments& arguments, const Voice& voice, jobs::Wanted wanted, std::string_view suffix) {
    const auto tasks = tasks_of(arguments, suffix);
    if (!tasks) return fail(tasks.diagnostics, arguments, voice);
    const auto kit = jobs::ReadingKit::open(arguments.office);
    if (!kit) return fail(kit.diagnostics, arguments, voice);
    Teller teller = teller_of(arguments, voice, tasks->size(), arguments.output == jobs::standard_stream);
    const bool is_complete = jobs::run_read_batch(*kit, *tasks, options_of(arguments, wanted),
                                                  [&](const jobs::Outcome& outcome) { teller.tell(outcome); });
    return teller.finish(is_complete);
}

/// What was found goes out where anything was; an empty workbook helps nobody, empty JSON does.
Diagnostics write_found(std::vector<model::ReadTable> tables, const Arguments& arguments, const Voice& voice) {
    if (arguments.tasks_only) std::erase_if(tables, [](const model::ReadTable& one) { return !one.is_task_table(); });
    const bool to_stream = arguments.output == jobs::standard_stream;
    if (tables.empty() && !to_stream) return {};
    Diagnostics problems = jobs::write_tables(tables, arguments.output);
    if (has_errors(problems) || to_stream || arguments.quiet || arguments.json) return problems;
    std::size_t count = 0;
    for (const model::ReadTable& table : tables) count += table.tasks.size();
    print(voice.say("tables-written", {{"output", arguments.output},
                                       {"tables", std::to_string(tables.size())},
                                       {"tasks", std::to_string(count)}}) +
          "\n");
    return problems;
}

} // namespace

ExitCode run_read(const Arguments& arguments, const Voice& voice) {
    return run_reading(arguments, voice, jobs::Wanted::document, ".json");
}

ExitCode run_text(const Arguments& arguments, const Voice& voice) {
    return run_reading(arguments, voice, jobs::Wanted::text, ".txt");
}

ExitCode run_tables(const Arguments& arguments, const Voice& voice) {
    const auto tasks = tasks_of(arguments, {});
    if (!tasks) return fail(tasks.diagnostics, arguments, voice);
    const auto kit = jobs::ReadingKit::open(arguments.office);
    if (!kit) return fail(kit.diagnostics, arguments, voice);
    Teller teller = teller_of(arguments, voice, tasks->size(), true);
    std::vector<model::ReadTable> tables;
    const bool is_complete = jobs::collect_tables(*kit, *tasks, options_of(arguments, jobs::Wanted::tables), tables,
                                                  [&](const jobs::Outcome& outcome) { teller.tell(outcome); });
    Diagnostics problems;
    if (is_complete && teller.successes() != 0) problems = write_found(std::move(tables), arguments, voice);
    const ExitCode code = teller.finish(is_complete);
    return has_errors(problems) ? fail(problems, arguments, voice) : code;
}

} // namespace vanthu::cli
