// Jobs that nobody waits for: their items are worked off beside everything else, and go on after the service was
// stopped. Private to server.
#pragma once

#include "office/batches.h"
#include "server/core.h"
#include "server/job_runner.h"
#include "server/making.h"

#include <condition_variable>
#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace vanthu::server {

class BatchRunner {
  public:
    /// The runner is made before and ends before: what it has not done then waits for the next start.
    BatchRunner(Core& core, JobRunner& runner) : core_(core), runner_(runner), store_(core.office) {}
    ~BatchRunner();
    BatchRunner(const BatchRunner&) = delete;
    BatchRunner& operator=(const BatchRunner&) = delete;

    /// Goes on with what was not done, and clears away what is old, now and every hour.
    void start();
    /// Nothing is begun any more.
    void stop();

    office::Batches& store() { return store_; }
    /// Errors: service-busy, those of Batches.
    Result<office::Batch> begin(const Call& call, const Order& order, const std::vector<office::BatchItem>& items);
    /// Running items end at their next sheet.
    Diagnostics cancel(std::uint64_t id);
    /// Tells how the batch stands, and every change until it has ended.
    void listen(const office::Batch& batch, std::shared_ptr<EventStream> stream);

  private:
    struct Work {
        office::BatchItem item;
        std::shared_ptr<Task> task;
    };
    void pump();
    bool submit(std::uint64_t id);
    void run(const office::BatchItem& item, const Task& task, Bench& bench);
    void work_on(office::BatchItem& item, Bench& bench);
    void settle(const office::BatchItem& item, bool is_interrupted);
    void tell(const office::Batch& batch, const office::BatchItem* item);
    void clear_away();
    void keep_clear();

    Core& core_;
    JobRunner& runner_;
    office::Batches store_;
    std::mutex mutex_; ///< of what follows
    std::condition_variable ending_;
    bool is_ending_ = false;
    std::deque<std::uint64_t> open_; ///< in turn
    std::vector<Work> works_;        ///< in hand
    std::multimap<std::uint64_t, std::shared_ptr<EventStream>> listeners_;
    std::thread keeper_;
};

/// Without items, as the events tell it.
void write_batch(Json& json, const office::Batch& batch);
void write_item(Json& json, const office::BatchItem& item, bool with_diagnostics);

} // namespace vanthu::server
