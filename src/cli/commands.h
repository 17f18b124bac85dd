// What each command does. Each returns the exit code. Private to cli.
#pragma once

#include "cli/arguments.h"
#include "cli/exit_code.h"
#include "cli/report.h"

namespace vanthu::cli {

ExitCode run_generate(const Arguments& arguments, const Voice& voice);
ExitCode run_read(const Arguments& arguments, const Voice& voice);
ExitCode run_tables(const Arguments& arguments, const Voice& voice);
ExitCode run_text(const Arguments& arguments, const Voice& voice);
ExitCode run_schema(const Voice& voice);
ExitCode run_templates(const Arguments& arguments, const Voice& voice);
ExitCode run_version(const Voice& voice);

/// Puts out a text that the command was called for.
ExitCode print_result(std::string_view text, const Voice& voice);

/// Says that standard output could not be written.
void complain_of_stream(const Voice& voice);

} // namespace vanthu::cli
