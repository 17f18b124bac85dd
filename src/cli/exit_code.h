// What the process tells the shell. Private to cli.
#pragma once

#include "base/diagnostic.h"

namespace vanthu::cli {

enum ExitCode : int {
    done = 0,
    findings = 1, ///< under --strict, or some files of a batch failed
    usage = 2,
    refused = 3,
    limit = 4,
    unwritable = 5,
    bug = 70,
    interrupted = 130 ///< as a shell tells of SIGINT
};

/// Of something that failed for these reasons: the gravest of them.
ExitCode exit_code_of(const Diagnostics& reasons);

} // namespace vanthu::cli
