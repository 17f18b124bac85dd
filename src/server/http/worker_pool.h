// Threads that answer requests, so that the transport's own thread never waits. Private to server/http.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace vanthu::server {

class WorkerPool {
  public:
    using Work = std::function<void()>;

    WorkerPool(unsigned threads, std::size_t most_waiting);
    /// Waits for what is under way; what still waits is done too.
    ~WorkerPool();
    WorkerPool(const WorkerPool&) = delete;
    WorkerPool& operator=(const WorkerPool&) = delete;

    /// False where too much waits already.
    bool submit(Work work);

  private:
    void serve();

    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Work> waiting_;
    std::size_t most_waiting_;
    bool is_ending_ = false;
    std::vector<std::thread> threads_;
};

} // namespace vanthu::server
