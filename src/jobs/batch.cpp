#include "jobs/batch.h"

#include "jobs/files.h"
#include "jobs/findings.h"

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <new>
#include <optional>
#include <thread>

namespace vanthu::jobs {
namespace {

/// All files of one document, or none of them.
class Outputs {
  public:
    void stage(const std::filesystem::path& target, std::optional<Bytes> bytes, Outcome& outcome) {
        if (!bytes || has_errors(outcome.diagnostics)) return;
        std::optional<StagedFile> file = take(StagedFile::write(target, std::move(*bytes)), outcome.diagnostics);
        if (file) staged_.push_back({target.string(), std::move(*file)});
    }

    void commit(Outcome& outcome) {
        if (has_errors(outcome.diagnostics)) return;
        for (auto& [name, file] : staged_) {
            const Diagnostics problems = file.commit();
            outcome.diagnostics.insert(outcome.diagnostics.end(), problems.begin(), problems.end());
            if (has_errors(problems)) return;
            outcome.outputs.push_back(name);
        }
    }

  private:
    std::vector<std::pair<std::string, StagedFile>> staged_;
};

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

/// One bad document, even one that shows a fault of ours, never stops the others.
Outcome run_task(const Workshop& workshop, const Task& task, const BatchOptions& options) {
    Outcome outcome{task.input.path.string(), {}, {}};
    try {
        make_document(workshop, task, options, outcome);
    } catch (const std::bad_alloc&) {
        outcome.diagnostics.push_back({"out-of-memory", Severity::error, {}, {}});
    } catch (const std::exception& fault) {
        outcome.diagnostics.push_back({"internal-error", Severity::error, {{"reason", fault.what()}}, {}});
    }
    name_file(outcome.diagnostics, outcome.file);
    return outcome;
}

bool run_in_line(const Workshop& workshop, const std::vector<Task>& tasks, const BatchOptions& options,
                 const std::function<void(const Outcome&)>& report) {
    for (const Task& task : tasks) {
        if (options.is_stopped()) return false;
        report(run_task(workshop, task, options));
    }
    return true;
}

/// Hands the tasks out to threads and the outcomes back in order.
class Pool {
  public:
    Pool(const Workshop& workshop, const std::vector<Task>& tasks, const BatchOptions& options, std::size_t threads)
        : workshop_(workshop), tasks_(tasks), options_(options), outcomes_(tasks.size()), working_(threads) {
        for (std::size_t i = 0; i < threads; ++i) threads_.emplace_back([this] { work(); });
    }

    bool deliver(const std::function<void(const Outcome&)>& report) {
        for (std::optional<Outcome>& slot : outcomes_) {
            std::unique_lock lock(mutex_);
            changed_.wait(lock, [&] { return slot || working_ == 0; });
            if (!slot) return false;
            const Outcome outcome = *std::exchange(slot, std::nullopt);
            lock.unlock();
            report(outcome);
        }
        return true;
    }

  private:
    void work() {
        for (std::size_t i = next_++; i < tasks_.size() && !options_.is_stopped(); i = next_++) {
            Outcome outcome = run_task(workshop_, tasks_[i], options_);
            const std::lock_guard lock(mutex_);
            outcomes_[i] = std::move(outcome);
            changed_.notify_one();
        }
        const std::lock_guard lock(mutex_);
        --working_;
        changed_.notify_one();
    }

    const Workshop& workshop_;
    const std::vector<Task>& tasks_;
    const BatchOptions& options_;
    std::vector<std::optional<Outcome>> outcomes_;
    std::atomic<std::size_t> next_{0};
    std::size_t working_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<std::jthread> threads_; ///< last: joined before anything they use goes
};

} // namespace

bool run_batch(const Workshop& workshop, const std::vector<Task>& tasks, const BatchOptions& options,
               const std::function<void(const Outcome&)>& report) {
    const std::size_t cores = options.jobs ? options.jobs : std::max(1U, std::thread::hardware_concurrency());
    const std::size_t threads = std::min(cores, tasks.size());
    if (threads <= 1) return run_in_line(workshop, tasks, options, report);
    return Pool(workshop, tasks, options, threads).deliver(report);
}

} // namespace vanthu::jobs
