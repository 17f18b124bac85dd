// Work in many threads, outcomes in one order.
#pragma once

#include "base/diagnostic.h"

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace vanthu::jobs {

/// What became of one input.
struct Outcome {
    std::string file;
    std::vector<std::string> outputs; ///< what was written; empty where the input was refused
    Diagnostics diagnostics;
};

/// Threads for `tasks` tasks where `wanted` were asked for; 0: one for each core. At least one.
std::size_t thread_count(unsigned wanted, std::size_t tasks);

struct PoolWork {
    std::size_t tasks = 0;
    std::size_t threads = 1;
    /// The task with that index in the worker with that index; called in several threads, once for each task. An
    /// exception of it becomes an error of the outcome: one bad input never stops the others.
    std::function<void(std::size_t task, std::size_t worker, Outcome& outcome)> perform;
    std::function<bool()> is_stopped; ///< asked before a task is begun
};

/// Calls `report` in the caller's thread, in the order of the tasks. False where it was stopped before the last.
bool run_in_order(const PoolWork& work, const std::function<void(const Outcome&)>& report);

} // namespace vanthu::jobs
