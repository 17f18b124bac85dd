#include "cli/convert_command.h"
#include "cli/subcommand.h"

namespace vanthu::cli {

std::vector<std::shared_ptr<Subcommand>> make_subcommands() { return {make_convert_command()}; }

} // namespace vanthu::cli
