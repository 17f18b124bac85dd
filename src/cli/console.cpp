#include "cli/console.h"

#include <unistd.h>

#include <csignal>
#include <cstdio>

namespace vanthu::cli {
namespace {

volatile std::sig_atomic_t interrupted = 0;

void interrupt(int) { interrupted = 1; }

bool put(std::FILE* stream, std::string_view text) {
    return std::fwrite(text.data(), 1, text.size(), stream) == text.size() && std::fflush(stream) == 0;
}

} // namespace

bool print(std::string_view text) { return put(stdout, text); }
void print_error(std::string_view text) { put(stderr, text); }

bool is_output_terminal() { return ::isatty(STDOUT_FILENO) == 1; }
bool is_error_terminal() { return ::isatty(STDERR_FILENO) == 1; }

void handle_signals() {
    struct sigaction action {};
    action.sa_handler = interrupt;
    // Without SA_RESTART, so that waiting for standard input ends too.
    action.sa_flags = static_cast<int>(SA_RESETHAND);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) ::sigaction(signal, &action, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);
}

bool is_interrupted() { return interrupted != 0; }

} // namespace vanthu::cli
