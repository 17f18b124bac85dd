// Many documents over all cores: the outcome of each in the order of the inputs, whatever the number of threads.
#pragma once

#include "jobs/generate.h"
#include "jobs/inputs.h"
#include "jobs/ordered_pool.h"

#include <functional>
#include <vector>

namespace vanthu::jobs {

struct BatchOptions {
    GenerateOptions generate;         ///< level only; the formats come from each task
    unsigned jobs = 0;                ///< threads; 0: one for each core
    std::function<bool()> is_stopped; ///< asked before a document is begun and before it is written
};

/// Calls `report` in the caller's thread, in the order of the tasks. A document with errors leaves no file, and all
/// files of one document appear together or not at all. Returns false where it was stopped before the last task.
bool run_batch(const Workshop& workshop, const std::vector<Task>& tasks, const BatchOptions& options,
               const std::function<void(const Outcome&)>& report);

} // namespace vanthu::jobs
