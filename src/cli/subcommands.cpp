#include "cli/convert_command.h"
#include "cli/subcommand.h"
#include "cli/worker_command.h"

namespace vanthu::cli {

std::vector<std::shared_ptr<Subcommand>> make_subcommands() { return {make_convert_command(), make_worker_command()}; }

} // namespace vanthu::cli
