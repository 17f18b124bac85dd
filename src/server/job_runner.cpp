#include "server/job_runner.h"

#include <sys/resource.h>

namespace vanthu::server {
namespace {

constexpr std::size_t bench_count = 3;
constexpr std::size_t most_waiting = 2000;
constexpr int niceness = 10;

sandbox::Limits gentle(sandbox::Limits limits) {
    limits.niceness = niceness;
    return limits;
}

jobs::OfficeOptions office_options(const std::filesystem::path& program, std::function<bool()> is_stopped) {
    jobs::OfficeOptions options;
    options.program = program;
    options.is_stopped = std::move(is_stopped);
    return options;
}

} // namespace

Bench::Bench(const jobs::ReadingKit& kit, const std::shared_ptr<jobs::ScanPool>& scans,
             const std::filesystem::path& office_program)
    : reader_(kit, gentle({}), office_options(office_program, [this] { return stopped_ != nullptr && *stopped_; }),
              scans),
      layers_(
          kit, scans, [this] { return stopped_ != nullptr && *stopped_; }, gentle(jobs::layer_limits())) {}

JobRunner::JobRunner(const jobs::ReadingKit& kit, const std::filesystem::path& office_program)
    : scans_(std::make_shared<jobs::ScanPool>(0, gentle(jobs::scan_limits()))), running_(bench_count) {
    for (std::size_t i = 0; i < bench_count; ++i)
        benches_.push_back(std::make_unique<Bench>(kit, scans_, office_program));
}

JobRunner::~JobRunner() {
    {
        const std::lock_guard lock(mutex_);
        is_ending_ = true;
        for (auto& queue : lanes_) queue.clear();
        for (const auto& task : running_)
            if (task) task->is_stopped = true;
    }
    changed_.notify_all();
    // A sheet may take a minute.
    scans_->stop();
    for (std::thread& thread : threads_) thread.join();
}

void JobRunner::start() {
    for (std::size_t i = 0; i < benches_.size(); ++i) threads_.emplace_back([this, i] { work(i); });
}

bool JobRunner::submit(std::shared_ptr<Task> task, Lane lane) {
    {
        const std::lock_guard lock(mutex_);
        auto& queue = lanes_[static_cast<std::size_t>(lane)];
        if (lane != Lane::batch && queue.size() >= most_waiting) return false;
        queue.push_back(std::move(task));
    }
    changed_.notify_all(); // not every thread serves every lane
    return true;
}

std::size_t JobRunner::waiting() {
    const std::lock_guard lock(mutex_);
    std::size_t count = 0;
    for (const auto& queue : lanes_) count += queue.size();
    return count;
}

/// The first thread is for those who wait, so that documents which take minutes are never before them; the others take
/// from the desk and from batches in turn.
std::deque<std::shared_ptr<Task>>* JobRunner::next_lane(std::size_t index) {
    auto& [prompt, desk, batch] = lanes_;
    if (!prompt.empty()) return &prompt;
    if (index == 0) return nullptr;
    const bool is_batch = desk.empty() || (is_batch_next_ && !batch.empty());
    auto& chosen = is_batch ? batch : desk;
    if (chosen.empty()) return nullptr;
    is_batch_next_ = !is_batch;
    return &chosen;
}

void JobRunner::work(std::size_t index) {
    // Of this thread alone: what is generated here gives way to previews.
    if (index != 0) ::setpriority(PRIO_PROCESS, 0, niceness);
    Bench& bench = *benches_[index];
    std::unique_lock lock(mutex_);
    while (true) {
        std::deque<std::shared_ptr<Task>>* queue = nullptr;
        changed_.wait(lock, [&] { return is_ending_ || (queue = next_lane(index)) != nullptr; });
        if (is_ending_) return;
        const std::shared_ptr<Task> task = std::move(queue->front());
        queue->pop_front();
        running_[index] = task;
        lock.unlock();
        bench.stopped_ = &task->is_stopped;
        task->run(bench);
        bench.stopped_ = nullptr;
        bench.reader_.tell_sheets({});
        lock.lock();
        running_[index].reset();
    }
}

} // namespace vanthu::server
