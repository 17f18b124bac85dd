#include "cli/archive_commands.h"
#include "cli/convert_command.h"
#include "cli/ocr_command.h"
#include "cli/serve_command.h"
#include "cli/subcommand.h"
#include "cli/users_command.h"
#include "cli/worker_command.h"

namespace vanthu::cli {

std::vector<std::shared_ptr<Subcommand>> make_subcommands() {
    std::vector<std::shared_ptr<Subcommand>> commands = {make_ocr_command(), make_convert_command()};
    for (auto& one : make_archive_commands()) commands.push_back(std::move(one));
    commands.push_back(make_worker_command());
    commands.push_back(make_serve_command());
    commands.push_back(make_users_command());
    return commands;
}

} // namespace vanthu::cli
