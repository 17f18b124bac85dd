#include "cli/console.h"

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <sys/eventfd.h>
#include <unistd.h>

namespace vanthu::cli {
namespace {

volatile std::sig_atomic_t interrupted = 0;
volatile std::sig_atomic_t wake = -1; ///< an eventfd: whichever thread takes the signal, whoever waits wakes up

bool reader_gone = false;

void interrupt(int) {
    const int before = errno;
    interrupted = 1;
    if (wake >= 0) ::eventfd_write(wake, 1);
    errno = before;
}

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

void wait_for_interrupt() {
    wake = ::eventfd(0, EFD_CLOEXEC);
    eventfd_t count = 0;
    while (!is_interrupted()) ::eventfd_read(wake, &count);
}

} // namespace vanthu::cli
