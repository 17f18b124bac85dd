// `vanthu worker`: takes jobs of a server's queue. Private to cli.
#pragma once

#include "cli/subcommand.h"

namespace vanthu::cli {

std::shared_ptr<Subcommand> make_worker_command();

} // namespace vanthu::cli
