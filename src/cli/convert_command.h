#pragma once

#include "cli/subcommand.h"

#include <memory>

namespace vanthu::cli {

/// vanthu convert IN_DIR OUT_DIR
std::shared_ptr<Subcommand> make_convert_command();

} // namespace vanthu::cli
