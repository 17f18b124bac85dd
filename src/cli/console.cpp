#include "cli/console.h"

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <unistd.h>

namespace vanthu::cli {
namespace {

volatile std::sig_atomic_t interrupted = 0;

bool reader_gone = false;

void interrupt(int) { interrupted = 1; }

bool put(std::FILE* stream, std::string_view text) {
    return std::fwrite(text.data(), 1, text.size(), stream) == text.size() && std::fflush(stream) == 0;
}

/// What whoever started us chose to ignore (nohup, a shell's background job) stays ignored.
void interrupt_on(int signal) {
    struct sigaction action {};
    if (::sigaction(signal, nullptr, &action) != 0 || action.sa_handler == SIG_IGN) return;
    action = {};
    action.sa_handler = interrupt;
    // Without SA_RESTART, so that waiting for standard input ends too.
    action.sa_flags = static_cast<int>(SA_RESETHAND);
    ::sigaction(signal, &action, nullptr);
}

} // namespace

bool print(std::string_view text) {
    if (put(stdout, text)) return true;
    reader_gone = errno == EPIPE;
    return false;
}

bool is_reader_gone() { return reader_gone; }

void print_error(std::string_view text) { put(stderr, text); }

bool is_output_terminal() { return ::isatty(STDOUT_FILENO) == 1; }
bool is_error_terminal() { return ::isatty(STDERR_FILENO) == 1; }

void handle_signals() {
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) interrupt_on(signal);
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);
}

bool is_interrupted() { return interrupted != 0; }

} // namespace vanthu::cli
