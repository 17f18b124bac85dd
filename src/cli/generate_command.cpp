#include "cli/commands.h"
#include "cli/console.h"
#include "cli/option_values.h"
#include "cli/teller.h"
#include "jobs/batch.h"
#include "jobs/files.h"
#include "jobs/inputs.h"

namespace vanthu::cli {
namespace {

/// The one output that `-o FILE` or `-o -` names.
jobs::Task single_task(const Arguments& arguments) {
    jobs::Task task{{arguments.inputs.front(), {}}, {}, {}};
    (arguments.pdf ? task.pdf : task.docx) = arguments.output;
    return task;
}

Result<std::vector<jobs::Task>> tasks_of(const Arguments& arguments) {
    using Tasks = std::vector<jobs::Task>;
    if (arguments.output == jobs::standard_stream || names_file(arguments.output))
        return Result<Tasks>::of({single_task(arguments)});
    auto inputs = jobs::find_inputs(arguments.inputs);
    if (!inputs) return Result<Tasks>::failed(std::move(inputs.diagnostics));
    return jobs::plan_tasks(std::move(*inputs), {arguments.output, arguments.pdf, arguments.docx});
}

} // namespace

ExitCode run_generate(const Arguments& arguments, const Voice& voice) {
    if (arguments.output == jobs::standard_stream && is_output_terminal()) {
        print_error(diagnostic_line({"usage-stream-is-terminal", Severity::error, {}, {}}, voice));
        return usage;
    }
    const auto tasks = tasks_of(arguments);
    if (!tasks) return fail_early(tasks.diagnostics, arguments.json, voice);
    auto workshop = jobs::Workshop::open({arguments.office, arguments.font});
    if (!workshop) return fail_early(workshop.diagnostics, arguments.json, voice);
    print_error(diagnostic_lines(workshop.diagnostics, voice));

    Teller teller({arguments.json, false, arguments.quiet || arguments.output == jobs::standard_stream, arguments.quiet,
                   arguments.strict, arguments.stats, words_of_generating},
                  voice, tasks->size());
    jobs::BatchOptions options;
    options.generate.level = arguments.level;
    options.jobs = arguments.jobs;
    options.is_stopped = is_interrupted;
    const bool is_complete =
        jobs::run_batch(*workshop, *tasks, options, [&](const jobs::Outcome& outcome) { teller.tell(outcome); });
    return teller.finish(is_complete);
}

} // namespace vanthu::cli
