#pragma once

#include "cli/subcommand.h"

#include <memory>

namespace vanthu::cli {

/// `vanthu serve`: the service with its web page.
std::shared_ptr<Subcommand> make_serve_command();

} // namespace vanthu::cli
