// Work that several processes on several hosts share. A job is leased to one worker at a time: who neither finishes nor
// extends in time has lost it, and another gets it. What a worker says of a job it has lost is not heard.
#pragma once

#include "base/diagnostic.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace vanthu::archive {

enum class JobState : std::uint8_t { waiting, taken, done, failed };

struct Job {
    std::uint64_t id = 0;
    std::string key;     ///< the same work has the same key; a key is queued once
    std::string kind;    ///< "convert"
    std::string input;   ///< path that all hosts see
    std::string output;  ///< the same
    std::string options; ///< for the kind to read
    JobState state = JobState::waiting;
    std::uint32_t attempts = 0; ///< this one included; tells one lease of a job from another
    std::string worker;         ///< who has or had it, "host:process"
    std::string error;          ///< code of the failure
    std::string detail;         ///< its values, for people

    bool operator==(const Job&) const = default;
};

struct QueueTotals {
    std::uint64_t waiting = 0, taken = 0, done = 0, failed = 0;
};

/// Not for several threads at once: have one each. All errors: queue-failed (reason), server-unreachable (reason).
class Queue {
  public:
    virtual ~Queue() = default;

    /// False where the key is known already: nothing changes, except that a failed job waits again.
    virtual Result<bool> submit(const Job& job) = 0;
    /// The oldest job that waits or whose lease has run out; none where there is nothing to do now. One that was lost
    /// `most_attempts` times has failed with "worker-lost".
    virtual Result<std::optional<Job>> take(const std::string& worker, std::uint32_t lease_seconds,
                                            std::uint32_t most_attempts) = 0;
    /// False: the job is lost, leave it.
    virtual Result<bool> extend(const Job& job, std::uint32_t lease_seconds) = 0;
    /// Done, or failed where `job.error` says why. False: the job was lost before.
    virtual Result<bool> finish(const Job& job) = 0;
    /// Lets it wait again as if it had never been taken. False: the job was lost before.
    virtual Result<bool> give_back(const Job& job) = 0;

    virtual Result<QueueTotals> totals() = 0;
    virtual Result<std::vector<Job>> jobs(JobState state, std::size_t limit) = 0; ///< oldest first
};

} // namespace vanthu::archive
