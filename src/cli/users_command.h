#pragma once

#include "cli/subcommand.h"

#include <memory>

namespace vanthu::cli {

/// `vanthu users`: who may use the service.
std::shared_ptr<Subcommand> make_users_command();

} // namespace vanthu::cli
