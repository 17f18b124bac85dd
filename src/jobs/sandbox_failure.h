#pragma once

#include "base/diagnostic.h"
#include "sandbox/sandbox.h"

namespace vanthu::jobs {

/// Why the sandbox gave no answer: read-crashed (signal), read-timed-out (seconds), read-too-large (limit),
/// sandbox-refused.
Diagnostic sandbox_failure(const sandbox::Answer& answer, const sandbox::Limits& limits);

} // namespace vanthu::jobs
