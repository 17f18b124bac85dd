#include "cli/subcommand.h"

namespace vanthu::cli {

std::vector<std::shared_ptr<Subcommand>> make_subcommands() { return {}; }

} // namespace vanthu::cli
