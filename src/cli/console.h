// The two streams of the process. Private to cli.
#pragma once

#include <string_view>

namespace vanthu::cli {

/// Puts the text out at once. False where nobody takes it: disk full, reader gone.
bool print(std::string_view text);
void print_error(std::string_view text);

/// Whether print() failed because whoever read has gone, as `head` does: nothing to complain about.
bool is_reader_gone();

bool is_output_terminal();
bool is_error_terminal();

/// From now on SIGINT, SIGTERM and SIGHUP let the work stop at a place where it leaves nothing half done; a second one
/// ends the process. Writing to a reader that is gone, or beyond a limit, becomes an error instead of a signal.
void handle_signals();
bool is_interrupted();
/// Returns when one of them has come.
void wait_for_interrupt();

} // namespace vanthu::cli
