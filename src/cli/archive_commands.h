// The commands of `vanthu archive`. Private to cli.
#pragma once

#include "cli/subcommand.h"

#include <memory>
#include <vector>

namespace vanthu::cli {

std::shared_ptr<Subcommand> archive_init();
std::shared_ptr<Subcommand> archive_add();
std::shared_ptr<Subcommand> archive_search();
std::shared_ptr<Subcommand> archive_list();
std::shared_ptr<Subcommand> archive_show();
std::shared_ptr<Subcommand> archive_tasks();
std::shared_ptr<Subcommand> archive_register();
std::shared_ptr<Subcommand> archive_export();
std::shared_ptr<Subcommand> archive_verify();
std::shared_ptr<Subcommand> archive_backup();
std::shared_ptr<Subcommand> archive_rescan();

/// In the order in which help lists them.
std::vector<std::shared_ptr<Subcommand>> make_archive_commands();

} // namespace vanthu::cli
