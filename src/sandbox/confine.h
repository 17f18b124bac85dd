// Takes from a process all it does not need for computing. Private to sandbox.
#pragma once

#include "sandbox/sandbox.h"

namespace vanthu::sandbox {

/// Closes every descriptor but `kept`; standard streams lead nowhere. False where that cannot be done.
bool close_all_but(int kept);

/// Resource limits, no new privileges, no core, no debugger, and the filter of system calls. For the calling process,
/// which must have one thread. False where the machine does not allow it: nothing may run then.
bool confine(const Limits& limits);

} // namespace vanthu::sandbox
