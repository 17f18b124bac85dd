#include "jobs/worker.h"

#include "archive/server.h"
#include "jobs/convert_run.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <unistd.h>

namespace vanthu::jobs {
namespace {

using archive::Job;
using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

constexpr auto rest = 500ms;           ///< between two looks into an empty queue
constexpr auto after_trouble = 2s;     ///< before the next job, so that other hosts get it
constexpr auto patience = 3s;          ///< for jobs under way when it is told to stop
constexpr auto patience_to_write = 1s; ///< longer, for outputs that are being written

std::string host_name() {
    std::array<char, 256> name{};
    return gethostname(name.data(), name.size() - 1) == 0 ? name.data() : "host";
}

enum class Stage : std::uint8_t { idle, reading, writing, abandoned };

/// What one thread works on, for the thread that extends the leases.
struct Slot {
    std::mutex mutex;
    Stage stage = Stage::idle;
    std::optional<Job> job;

    void set(Stage next, std::optional<Job> work) {
        const std::lock_guard lock(mutex);
        if (stage == Stage::abandoned) return;
        stage = next;
        job = std::move(work);
    }
};

struct Told {
    Job job;
    JobOutcome outcome;
    Diagnostics trouble;
};

/// Shared with the threads, which may outlive the call.
class Shared {
  public:
    Shared(WorkerOptions given, std::vector<std::unique_ptr<Reader>> made)
        : options(std::move(given)), readers(std::move(made)), slots(readers.size()), running_(readers.size()) {}

    const WorkerOptions options;
    std::vector<std::unique_ptr<Reader>> readers;
    std::deque<Slot> slots;
    std::atomic<bool> is_stopped{false};

    void tell(Told one) {
        const std::lock_guard lock(mutex_);
        told_.push_back(std::move(one));
        changed_.notify_all();
    }

    void end() {
        const std::lock_guard lock(mutex_);
        --running_;
        changed_.notify_all();
    }

    /// What was told since the last call; waits a little for it.
    std::vector<Told> next(bool& is_over) {
        std::unique_lock lock(mutex_);
        changed_.wait_for(lock, 100ms, [this] { return !told_.empty() || running_ == 0; });
        is_over = running_ == 0;
        return std::exchange(told_, {});
    }

    void wait(std::chrono::milliseconds time) const {
        for (const auto end = Clock::now() + time; !is_stopped && Clock::now() < end;)
            std::this_thread::sleep_for(50ms);
    }

  private:
    std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<Told> told_;
    std::size_t running_;
};

/// One thread of a worker.
class Hand {
  public:
    Hand(std::shared_ptr<Shared> shared, const ReadingKit& reading, const Workshop& workshop, std::size_t number)
        : shared_(std::move(shared)), reading_(reading), workshop_(workshop), number_(number),
          name_(fmt::format("{}:{}:{}", host_name(), getpid(), number)) {}

    void work() {
        while (!shared_->is_stopped)
            if (!(server_ ? take_one() : connect())) break;
        shared_->end();
    }

  private:
    bool connect() {
        auto server = archive::open_server(shared_->options.store);
        if (!server) return trouble(std::move(server.diagnostics));
        server_ = std::move(*server);
        queue_ = server_->queue();
        return true;
    }

    bool trouble(Diagnostics reasons) {
        shared_->tell({{}, {}, std::move(reasons)});
        shared_->wait(after_trouble);
        return true;
    }

    /// False where there will be nothing more to do.
    bool take_one() {
        auto job = queue_->take(name_, shared_->options.lease_seconds, shared_->options.most_attempts);
        if (!job) return trouble(std::move(job.diagnostics));
        if (*job) {
            perform(**job);
            return true;
        }
        if (shared_->options.once) {
            const auto totals = queue_->totals();
            if (totals && totals->waiting + totals->taken == 0) return false;
        }
        shared_->wait(rest);
        return true;
    }

    void perform(const Job& job) {
        Slot& slot = shared_->slots[number_];
        slot.set(Stage::reading, job);
        JobOutcome outcome = outcome_of(job, slot);
        if (is_mine(slot)) report(job, std::move(outcome));
        slot.set(Stage::idle, std::nullopt);
    }

    JobOutcome outcome_of(const Job& job, Slot& slot) {
        try {
            return perform_convert(job, reading_, workshop_, *shared_->readers[number_],
                                   [&] { return begin_writing(slot); });
        } catch (const std::exception& fault) {
            return {{{"internal-error", Severity::error, {{"reason", fault.what()}}, {}}}, {}};
        }
    }

    static bool is_mine(Slot& slot) {
        const std::lock_guard lock(slot.mutex);
        return slot.stage != Stage::abandoned && slot.job;
    }

    static bool begin_writing(Slot& slot) {
        const std::lock_guard lock(slot.mutex);
        if (slot.stage == Stage::abandoned || !slot.job) return false;
        slot.stage = Stage::writing;
        return true;
    }

    void report(Job job, JobOutcome outcome) {
        job.detail = outcome.state;
        if (has_errors(outcome.reasons)) {
            job.error = outcome.reasons.front().code;
            job.detail.clear();
            for (const Argument& one : outcome.reasons.front().arguments)
                job.detail += (job.detail.empty() ? "" : ", ") + one.value;
        }
        const bool is_later = is_of_the_host(outcome.reasons) && job.attempts < shared_->options.most_attempts;
        const auto heard = is_later ? queue_->give_back(job, true) : queue_->finish(job);
        if (!heard) {
            trouble(heard.diagnostics); // the lease runs out, and somebody does it again
            return;
        }
        if (*heard && !is_later) shared_->tell({std::move(job), std::move(outcome), {}});
        if (is_later) trouble(std::move(outcome.reasons));
    }

    std::shared_ptr<Shared> shared_;
    const ReadingKit& reading_;
    const Workshop& workshop_;
    std::size_t number_;
    std::string name_;
    std::unique_ptr<archive::Server> server_;
    std::unique_ptr<archive::Queue> queue_;
};

/// The connection of the thread that called: extends leases, gives back.
class Keeper {
  public:
    explicit Keeper(Shared& shared) : shared_(shared) {}

    Diagnostics connect() {
        auto server = archive::open_server(shared_.options.store);
        if (!server) return std::move(server.diagnostics);
        server_ = std::move(*server);
        queue_ = server_->queue();
        return {};
    }

    void extend_when_due() {
        if (Clock::now() - extended_ < std::chrono::milliseconds(shared_.options.lease_seconds * 1000 / 4)) return;
        extended_ = Clock::now();
        for (Slot& slot : shared_.slots) {
            std::unique_lock lock(slot.mutex);
            const std::optional<Job> job = slot.job;
            lock.unlock();
            if (!job) continue;
            const auto heard = queue_->extend(*job, shared_.options.lease_seconds);
            if (!heard || *heard) continue;
            lock.lock();
            if (slot.job && slot.job->id == job->id && slot.job->attempts == job->attempts) slot.job.reset();
        }
    }

    /// Jobs that are still being read. What is being written is left to be finished.
    bool give_back_all() {
        bool is_abandoned = false;
        for (Slot& slot : shared_.slots) {
            const std::lock_guard lock(slot.mutex);
            if (slot.stage == Stage::writing) is_abandoned = true;
            if (slot.stage != Stage::reading) continue;
            slot.stage = Stage::abandoned;
            is_abandoned = true;
            if (slot.job) queue_->give_back(*slot.job, false);
        }
        return is_abandoned;
    }

  private:
    Shared& shared_;
    std::unique_ptr<archive::Server> server_;
    std::unique_ptr<archive::Queue> queue_;
    Clock::time_point extended_ = Clock::now();
};

/// Tells of jobs until all threads have ended or there is no more time.
bool listen(Shared& shared, Keeper& keeper, const WorkerEvents& events, const std::function<bool()>& is_enough) {
    for (bool is_over = false; !is_over && !is_enough();) {
        for (const Told& one : shared.next(is_over))
            if (one.trouble.empty())
                events.done(one.job, one.outcome);
            else
                events.trouble(one.trouble);
        keeper.extend_when_due();
        if (is_over) return true;
    }
    return false;
}

} // namespace

WorkerEnd run_worker(const ReadingKit& reading, const Workshop& workshop, const WorkerOptions& options,
                     const WorkerEvents& events) {
    // The sandboxes first: they fork, and no connection should be open then.
    const auto shared =
        std::make_shared<Shared>(options, make_readers(reading, options.limits, options.jobs, events.is_stopped));
    Keeper keeper(*shared);
    if (Diagnostics problems = keeper.connect(); has_errors(problems)) return {std::move(problems), false};
    for (std::size_t i = 0; i < shared->readers.size(); ++i)
        std::thread([hand = std::make_shared<Hand>(shared, reading, workshop, i)] { hand->work(); }).detach();
    if (listen(*shared, keeper, events, events.is_stopped)) return {};
    shared->is_stopped = true;
    const auto stopped = Clock::now();
    if (listen(*shared, keeper, events, [&] { return Clock::now() - stopped > patience; })) return {};
    if (!keeper.give_back_all()) return {};
    const auto is_late = [&] { return Clock::now() - stopped > patience + patience_to_write; };
    return {{}, !listen(*shared, keeper, events, is_late)};
}

} // namespace vanthu::jobs
