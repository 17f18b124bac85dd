#include "jobs/layer_batch.h"

#include "jobs/files.h"
#include "jobs/findings.h"
#include "jobs/layer_maker.h"
#include "jobs/outputs.h"

#include <memory>
#include <optional>
#include <system_error>

namespace vanthu::jobs {
namespace {

bool is_same_file(const std::filesystem::path& input, const std::filesystem::path& output) {
    std::error_code ignored;
    return std::filesystem::equivalent(input, output, ignored);
}

void make_one(LayerMaker& maker, const LayerTask& task, Outcome& outcome) {
    if (is_same_file(task.input.path, task.output)) {
        outcome.diagnostics.push_back({"ocr-over-input", Severity::error, {}, {}});
        return;
    }
    std::optional<Bytes> file = take(read_file(task.input.path), outcome.diagnostics);
    if (!file) return;
    std::optional<Bytes> result = take(maker.make(*file), outcome.diagnostics);
    Outputs outputs;
    outputs.stage(task.output, std::move(result), outcome);
    outputs.commit(outcome);
}

} // namespace

bool run_layer_batch(const ReadingKit& kit, const std::vector<LayerTask>& tasks, const LayerBatchOptions& options,
                     const std::function<void(const Outcome&)>& report) {
    PoolWork work;
    work.tasks = tasks.size();
    work.threads = thread_count(options.jobs, tasks.size());
    work.is_stopped = options.is_stopped;
    const auto scans = std::make_shared<ScanPool>(options.jobs);
    std::vector<std::unique_ptr<LayerMaker>> makers;
    for (std::size_t i = 0; i < work.threads; ++i)
        makers.push_back(std::make_unique<LayerMaker>(kit, scans, options.is_stopped));
    work.perform = [&](std::size_t task, std::size_t worker, Outcome& outcome) {
        outcome.file = tasks[task].input.path.string();
        make_one(*makers[worker], tasks[task], outcome);
    };
    return run_in_order(work, report);
}

} // namespace vanthu::jobs
