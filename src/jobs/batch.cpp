#include "jobs/batch.h"

#include "jobs/files.h"
#include "jobs/findings.h"
#include "jobs/outputs.h"

#include <optional>

namespace vanthu::jobs {
namespace {

void make_document(const Workshop& workshop, const Task& task, const BatchOptions& options, Outcome& outcome) {
    std::optional<Bytes> json = take(read_file(task.input.path), outcome.diagnostics);
    if (!json) return;
    const GenerateOptions wanted{!task.pdf.empty(), !task.docx.empty(), options.generate.level};
    auto made = take(generate(workshop, std::move(*json), outcome.file, wanted), outcome.diagnostics);
    if (!made) return;
    if (options.is_stopped()) outcome.diagnostics.push_back({"interrupted", Severity::error, {}, {}});
    Outputs outputs;
    outputs.stage(task.pdf, std::move(made->pdf), outcome);
    outputs.stage(task.docx, std::move(made->docx), outcome);
    outputs.commit(outcome);
}

} // namespace

bool run_batch(const Workshop& workshop, const std::vector<Task>& tasks, const BatchOptions& options,
               const std::function<void(const Outcome&)>& report) {
    PoolWork work;
    work.tasks = tasks.size();
    work.threads = thread_count(options.jobs, tasks.size());
    work.is_stopped = options.is_stopped;
    work.perform = [&](std::size_t index, std::size_t, Outcome& outcome) {
        outcome.file = tasks[index].input.path.string();
        make_document(workshop, tasks[index], options, outcome);
    };
    return run_in_order(work, report);
}

} // namespace vanthu::jobs
