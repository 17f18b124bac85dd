// Takes jobs of a server's queue until it is stopped. Any number of workers on any number of hosts may share a queue.
#pragma once

#include "jobs/queue_convert.h"
#include "sandbox/sandbox.h"

#include <chrono>

namespace vanthu::jobs {

struct WorkerOptions {
    std::string store;
    unsigned jobs = 0;                ///< threads; 0: one for each core
    bool once = false;                ///< ends when no job waits or is under way anywhere
    std::uint32_t lease_seconds = 60; ///< a worker that says nothing for so long has lost its jobs
    std::uint32_t most_attempts = 3;
    sandbox::Limits limits{};
};

struct WorkerEvents {
    std::function<bool()> is_stopped;
    std::function<void(const archive::Job&, const JobOutcome&)> done; ///< in the caller's thread
    std::function<void(const Diagnostics&)> trouble; ///< the server cannot be reached just now; also in that thread
};

struct WorkerEnd {
    Diagnostics problems;      ///< errors: it could not begin
    bool is_abandoned = false; ///< threads still read what was given back: end the process without waiting for them
};

/// Told to stop, it ends within five seconds: a job under way is finished, or given back and taken by another.
WorkerEnd run_worker(const ReadingKit& reading, const Workshop& workshop, const WorkerOptions& options,
                     const WorkerEvents& events);

} // namespace vanthu::jobs
