// The queue in PostgreSQL. Time is the server's, so that the hosts' clocks do not matter. Private to the module.
#pragma once

#include "archive/postgres/session.h"
#include "archive/queue.h"

namespace vanthu::archive {

class PostgresQueue : public Queue {
  public:
    explicit PostgresQueue(std::shared_ptr<Session> session) : session_(std::move(session)) {}

    Result<bool> submit(const Job& job) override;
    Result<std::optional<Job>> take(const std::string& worker, std::uint32_t lease_seconds,
                                    std::uint32_t most_attempts) override;
    Result<bool> extend(const Job& job, std::uint32_t lease_seconds) override;
    Result<bool> finish(const Job& job) override;
    Result<bool> give_back(const Job& job) override;
    Result<QueueTotals> totals() override;
    Result<std::vector<Job>> jobs(JobState state, std::size_t limit) override;

  private:
    std::shared_ptr<Session> session_;
};

} // namespace vanthu::archive
