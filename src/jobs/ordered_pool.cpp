#include "jobs/ordered_pool.h"

#include "jobs/findings.h"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <new>
#include <optional>
#include <thread>
#include <utility>

namespace vanthu::jobs {
namespace {

Outcome perform(const PoolWork& work, std::size_t task, std::size_t worker) {
    Outcome outcome;
    try {
        work.perform(task, worker, outcome);
    } catch (const std::bad_alloc&) {
        outcome.diagnostics.push_back({"out-of-memory", Severity::error, {}, {}});
    } catch (const std::exception& fault) {
        outcome.diagnostics.push_back({"internal-error", Severity::error, {{"reason", fault.what()}}, {}});
    }
    name_file(outcome.diagnostics, outcome.file);
    return outcome;
}

bool run_in_line(const PoolWork& work, const std::function<void(const Outcome&)>& report) {
    for (std::size_t task = 0; task < work.tasks; ++task) {
        if (work.is_stopped()) return false;
        report(perform(work, task, 0));
    }
    return true;
}

/// Hands the tasks out to threads and the outcomes back in order.
class Pool {
  public:
    explicit Pool(const PoolWork& work) : work_(work), outcomes_(work.tasks), working_(work.threads) {
        for (std::size_t worker = 0; worker < work.threads; ++worker)
            threads_.emplace_back([this, worker] { run(worker); });
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
    void run(std::size_t worker) {
        for (std::size_t task = next_++; task < work_.tasks && !work_.is_stopped(); task = next_++) {
            Outcome outcome = perform(work_, task, worker);
            const std::lock_guard lock(mutex_);
            outcomes_[task] = std::move(outcome);
            changed_.notify_one();
        }
        const std::lock_guard lock(mutex_);
        --working_;
        changed_.notify_one();
    }

    const PoolWork& work_;
    std::vector<std::optional<Outcome>> outcomes_;
    std::atomic<std::size_t> next_{0};
    std::size_t working_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<std::jthread> threads_; ///< last: joined before anything they use goes
};

} // namespace

std::size_t thread_count(unsigned wanted, std::size_t tasks) {
    const std::size_t cores = wanted ? wanted : std::max(1U, std::thread::hardware_concurrency());
    return std::max<std::size_t>(1, std::min(cores, tasks));
}

bool run_in_order(const PoolWork& work, const std::function<void(const Outcome&)>& report) {
    return work.threads <= 1 ? run_in_line(work, report) : Pool(work).deliver(report);
}

} // namespace vanthu::jobs
