#include "sandbox/worker.h"

#include "sandbox/channel.h"
#include "sandbox/confine.h"

#include <csignal>
#include <cstdlib>
#include <new>
#include <optional>
#include <stdexcept>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <unistd.h>

namespace vanthu::sandbox {
namespace {

bool say(int socket, Word word) { return send_bytes(socket, &word, 1, no_deadline) == Transfer::done; }

/// RLIMIT_CPU counts a whole life; this timer is wound for each input. SIGPROF ends the process.
void wind_clock(unsigned seconds) {
    itimerval timer{};
    timer.it_value.tv_sec = static_cast<time_t>(seconds);
    ::setitimer(ITIMER_PROF, &timer, nullptr);
}

/// Signals from the terminal are the parent's to answer; what this process does wrong must end it.
void reset_signals() {
    for (const int signal : {SIGINT, SIGHUP, SIGTERM, SIGPIPE}) std::signal(signal, SIG_IGN);
    for (const int signal : {SIGPROF, SIGXFSZ, SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGSEGV}) std::signal(signal, SIG_DFL);
    sigset_t all;
    ::sigemptyset(&all);
    ::sigprocmask(SIG_SETMASK, &all, nullptr); // NOLINT(concurrency-mt-unsafe): this process has one thread
}

bool has_grown(std::size_t limit) {
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    return static_cast<std::size_t>(usage.ru_maxrss) * 1024 > limit;
}

/// What the job gives, or the word to say instead.
Word perform(const Sandbox::Job& job, std::string_view request, Bytes& answer) {
    try {
        answer = job(request);
        return Word::answer;
    } catch (const std::bad_alloc&) {
        return Word::no_memory;
    } catch (const std::length_error&) {
        return Word::no_memory;
    } catch (...) {
        return Word::fault;
    }
}

std::optional<Bytes> next_request(int socket) {
    try {
        Bytes request;
        if (receive_message(socket, request, request.max_size(), no_deadline) != Transfer::done) ::_exit(0);
        return request;
    } catch (const std::bad_alloc&) {
        return std::nullopt;
    }
}

/// Whether the next input may come.
bool serve_one(int socket, const Sandbox::Job& job, const Limits& limits, bool is_last) {
    Bytes answer;
    Word word = Word::no_memory;
    {
        const std::optional<Bytes> request = next_request(socket);
        wind_clock(limits.cpu_seconds);
        if (request) word = perform(job, *request, answer);
        wind_clock(0);
    }
    if (answer.size() > limits.answer_bytes) word = Word::no_memory;
    if (word == Word::answer && (is_last || has_grown(limits.grown_bytes))) word = Word::last;
    if (!say(socket, word)) return false;
    if (word != Word::answer && word != Word::last) return false;
    return send_message(socket, answer, {}, no_deadline) == Transfer::done && word == Word::answer;
}

} // namespace

void work(int socket, const Task& task, const Limits& limits) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
    reset_signals();
    // What asks for the local time would open the machine's zone; reading depends on no place.
    ::setenv("TZ", "UTC0", 1); // NOLINT(concurrency-mt-unsafe): this process has one thread
    if (!close_all_but(socket)) ::_exit(not_confined);
    if (task.prepare) task.prepare();
    if (!confine(limits) || !say(socket, Word::ready)) ::_exit(not_confined);
    unsigned served = 1;
    while (serve_one(socket, task.job, limits, served >= limits.inputs_per_child)) ++served;
    ::_exit(0);
}

} // namespace vanthu::sandbox
