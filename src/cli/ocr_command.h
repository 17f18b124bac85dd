// `vanthu ocr`. Private to cli.
#pragma once

#include "cli/subcommand.h"

namespace vanthu::cli {

std::shared_ptr<Subcommand> make_ocr_command();

} // namespace vanthu::cli
