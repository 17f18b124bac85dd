#include "jobs/outside_program.h"

#include <fmt/format.h>

#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <string_view>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace vanthu::jobs {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int cannot_start = 127;

std::vector<char*> pointers(const std::vector<std::string>& words) {
    std::vector<char*> result;
    for (const std::string& word : words) result.push_back(const_cast<char*>(word.c_str()));
    result.push_back(nullptr);
    return result;
}

/// Everything the child needs, made before the fork: after it nothing may allocate, for another thread may have held
/// the heap's lock.
struct Launch {
    explicit Launch(const Program& program)
        : words(program.arguments), path(program.path.string()), limits(program.limits),
          uid_map(fmt::format("{0} {0} 1", ::getuid())), gid_map(fmt::format("{0} {0} 1", ::getgid())) {
        words.insert(words.begin(), path);
        arguments = pointers(words);
        environment = pointers(program.environment);
    }

    std::vector<std::string> words;
    std::string path;
    ProgramLimits limits;
    std::string uid_map, gid_map;
    std::vector<char*> arguments, environment;
};

void limit(__rlimit_resource what, std::uint64_t value) {
    const rlimit both{value, value};
    ::setrlimit(what, &both);
}

void write_to(const char* path, std::string_view text) {
    const int file = ::open(path, O_WRONLY | O_CLOEXEC);
    if (file < 0) return;
    [[maybe_unused]] const ssize_t written = ::write(file, text.data(), text.size());
    ::close(file);
}

/// Documents name pictures and templates on servers; without a network nobody learns that one was opened.
void leave_network(const Launch& launch) {
    if (::unshare(CLONE_NEWUSER | CLONE_NEWNET) != 0) return;
    write_to("/proc/self/setgroups", "deny");
    write_to("/proc/self/uid_map", launch.uid_map);
    write_to("/proc/self/gid_map", launch.gid_map);
}

[[noreturn]] void become(const Launch& launch) {
    sigset_t none;
    ::sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
    for (const int number : {SIGINT, SIGTERM, SIGHUP, SIGPIPE}) ::signal(number, SIG_DFL);
    leave_network(launch);
    ::close_range(STDERR_FILENO + 1, ~0U, 0);
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_CPU, launch.limits.cpu_seconds);
    limit(RLIMIT_AS, launch.limits.memory);
    limit(RLIMIT_FSIZE, launch.limits.file_size);
    ::execve(launch.path.c_str(), launch.arguments.data(), launch.environment.data());
    ::_exit(cannot_start);
}

int handle_of(pid_t process) { return static_cast<int>(::syscall(SYS_pidfd_open, process, 0)); }

/// The first process of the group: waits for the program, and ends the group when ours dies, which shows at the other
/// end of `lifeline`. So not even a kill -9 leaves a hanging program behind.
[[noreturn]] void watch_over(const Launch& launch, int lifeline) {
    constexpr int kept = STDERR_FILENO + 1;
    ::setpgid(0, 0);
    ::dup2(lifeline, kept);
    ::close_range(kept + 1, ~0U, 0);
    const int nothing = ::open("/dev/null", O_RDWR | O_CLOEXEC);
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) ::dup2(nothing, stream);
    const pid_t child = ::fork();
    if (child == 0) become(launch);
    pollfd watched[] = {{kept, POLLIN, 0}, {child > 0 ? handle_of(child) : -1, POLLIN, 0}};
    while (child > 0 && ::poll(watched, 2, -1) < 0 && errno == EINTR) {
    }
    if (watched[1].revents == 0) ::kill(0, SIGKILL);
    int status = 0;
    ::waitpid(child, &status, 0);
    ::_exit(WIFEXITED(status) ? WEXITSTATUS(status) : cannot_start - 1);
}

/// `done` when the child has ended, which leaves it unreaped.
ProgramEnd wait_for(pid_t child, const Program& program) {
    const auto deadline = Clock::now() + program.limits.wall;
    const int handle = handle_of(child);
    if (handle < 0) return ProgramEnd::not_started;
    ProgramEnd end = ProgramEnd::timed_out;
    while (Clock::now() < deadline) {
        pollfd waiting{handle, POLLIN, 0};
        if (::poll(&waiting, 1, 100) > 0) {
            end = ProgramEnd::done;
            break;
        }
        if (program.is_stopped && program.is_stopped()) {
            end = ProgramEnd::stopped;
            break;
        }
    }
    ::close(handle);
    return end;
}

ProgramEnd finish(pid_t child, const Program& program) {
    // Also here: whoever comes first, the group exists before it is killed.
    ::setpgid(child, child);
    const ProgramEnd end = wait_for(child, program);
    // Unreaped, so that the number still is this group's.
    ::kill(-child, SIGKILL);
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    if (end != ProgramEnd::done) return end;
    if (WIFEXITED(status) && WEXITSTATUS(status) == cannot_start) return ProgramEnd::not_started;
    return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? ProgramEnd::done : ProgramEnd::failed;
}

} // namespace

ProgramEnd run_program(const Program& program) {
    const Launch launch(program);
    int lifeline[2];
    if (::pipe2(lifeline, O_CLOEXEC) != 0) return ProgramEnd::not_started;
    const pid_t child = ::fork();
    if (child == 0) watch_over(launch, lifeline[0]);
    ::close(lifeline[0]);
    const ProgramEnd end = child < 0 ? ProgramEnd::not_started : finish(child, program);
    ::close(lifeline[1]);
    return end;
}

} // namespace vanthu::jobs
