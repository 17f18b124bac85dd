// Work that takes longer than a page waits: reading, recognising, layering. Done by a few threads, each with readers of
// its own, so that previews and searches never stand behind it. Private to server.
#pragma once

#include "jobs/layer_maker.h"
#include "jobs/reader.h"
#include "jobs/reading_kit.h"
#include "jobs/scan_pool.h"

#include <array>
#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace vanthu::server {

/// What a thread works with. Its children give way to those who wait for a page.
class Bench {
  public:
    Bench(const jobs::ReadingKit& kit, const std::shared_ptr<jobs::ScanPool>& scans,
          const std::filesystem::path& office_program);

    jobs::Reader& reader() { return reader_; }
    jobs::LayerMaker& layers() { return layers_; }

  private:
    friend class JobRunner;
    std::atomic<bool>* stopped_ = nullptr; ///< of the task in hand
    jobs::Reader reader_;
    jobs::LayerMaker layers_;
};

enum class Lane : std::uint8_t {
    prompt, ///< somebody waits for the answer
    desk,   ///< documents that clerks have put on the desk
    batch   ///< nobody looks
};

/// One piece of work. Whoever made it may stop it; it then ends at the next sheet.
struct Task {
    std::function<void(Bench&)> run;
    std::atomic<bool> is_stopped{false};
};

class JobRunner {
  public:
    /// Forks: before the first thread. `office_program`: jobs::find_office().
    JobRunner(const jobs::ReadingKit& kit, const std::filesystem::path& office_program);
    /// Stops what runs; what waits is never begun.
    ~JobRunner();
    JobRunner(const JobRunner&) = delete;
    JobRunner& operator=(const JobRunner&) = delete;

    void start();
    /// False where too much waits. Batches only give what is taken soon: that is never refused.
    bool submit(std::shared_ptr<Task> task, Lane lane);
    std::size_t waiting();

  private:
    void work(std::size_t index);
    std::deque<std::shared_ptr<Task>>* next_lane(std::size_t index);

    std::shared_ptr<jobs::ScanPool> scans_;
    std::vector<std::unique_ptr<Bench>> benches_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::array<std::deque<std::shared_ptr<Task>>, 3> lanes_;
    bool is_batch_next_ = false; ///< of desk and batch
    std::vector<std::shared_ptr<Task>> running_;
    bool is_ending_ = false;
    std::vector<std::thread> threads_;
};

} // namespace vanthu::server
