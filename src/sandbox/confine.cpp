#include "sandbox/confine.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <memory>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define VANTHU_SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer) || __has_feature(memory_sanitizer)
#define VANTHU_SANITIZED 1
#endif
#endif

namespace vanthu::sandbox {
namespace {

#ifdef VANTHU_SANITIZED
constexpr bool is_sanitized = true;
#else
constexpr bool is_sanitized = false;
#endif

constexpr rlim_t stack_bytes = rlim_t{16} << 20;
constexpr rlim_t open_files = 16;

/// What the process has mapped, from the first number (pages) of /proc/self/statm; 0: not known.
std::size_t mapped_bytes() {
    const int file = ::open("/proc/self/statm", O_RDONLY | O_CLOEXEC);
    if (file < 0) return 0;
    std::array<char, 128> text{};
    const ssize_t size = ::read(file, text.data(), text.size() - 1);
    ::close(file);
    const unsigned long long pages = size > 0 ? std::strtoull(text.data(), nullptr, 10) : 0;
    return static_cast<std::size_t>(pages) * static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
}

bool set_limit(__rlimit_resource_t resource, rlim_t value) {
    rlimit limit{};
    if (::getrlimit(resource, &limit) != 0) return false;
    value = std::min(value, limit.rlim_max);
    limit = {value, value};
    return ::setrlimit(resource, &limit) == 0;
}

bool set_limits(const Limits& limits) {
    const std::size_t memory = std::max(limits.memory, mapped_bytes() + limits.memory / 2);
    return (is_sanitized || set_limit(RLIMIT_AS, memory)) && set_limit(RLIMIT_FSIZE, 0) &&
           set_limit(RLIMIT_NOFILE, open_files) && set_limit(RLIMIT_NPROC, 0) && set_limit(RLIMIT_CORE, 0) &&
           set_limit(RLIMIT_STACK, stack_bytes);
}

/// Computing, memory, the socket it has, and its own end. fstat() and friends are not here: they tell of files.
constexpr std::array allowed_calls = {SCMP_SYS(read),
                                      SCMP_SYS(write),
                                      SCMP_SYS(recvfrom),
                                      SCMP_SYS(sendto),
                                      SCMP_SYS(poll),
                                      SCMP_SYS(ppoll),
                                      SCMP_SYS(close),
                                      SCMP_SYS(lseek),
                                      SCMP_SYS(fstat),
                                      SCMP_SYS(munmap),
                                      SCMP_SYS(brk),
                                      SCMP_SYS(mremap),
                                      SCMP_SYS(madvise),
                                      SCMP_SYS(futex),
                                      SCMP_SYS(clock_gettime),
                                      SCMP_SYS(clock_getres),

                                      SCMP_SYS(time),
                                      SCMP_SYS(getrandom),
                                      SCMP_SYS(exit),
                                      SCMP_SYS(exit_group),
                                      SCMP_SYS(rt_sigreturn),
                                      SCMP_SYS(rt_sigaction),
                                      SCMP_SYS(rt_sigprocmask),
                                      SCMP_SYS(sigaltstack),
                                      SCMP_SYS(getpid),
                                      SCMP_SYS(gettid),
                                      SCMP_SYS(setitimer),
                                      SCMP_SYS(sched_yield),
                                      SCMP_SYS(getrusage),
                                      SCMP_SYS(sysinfo),
                                      SCMP_SYS(sched_getaffinity),
                                      SCMP_SYS(restart_syscall),
                                      SCMP_SYS(rseq),
                                      SCMP_SYS(set_robust_list),
                                      SCMP_SYS(uname)};

/// No library does these by accident: the child has been taken over.
constexpr std::array deadly_calls = {SCMP_SYS(execve),           SCMP_SYS(execveat), SCMP_SYS(socket),
                                     SCMP_SYS(connect),          SCMP_SYS(ptrace),   SCMP_SYS(process_vm_readv),
                                     SCMP_SYS(process_vm_writev)};

using Filter = std::unique_ptr<void, decltype(&::seccomp_release)>;

/// Only where an argument leaves no way to run written memory, to limit or signal another process.
bool add_narrow_rules(scmp_filter_ctx filter) {
    const auto self = static_cast<scmp_datum_t>(::getpid());
    // The argument's number, the comparison, its operands. The macros SCMP_A0 … are C99, which clang does not take.
    const scmp_arg_cmp not_executable{2, SCMP_CMP_MASKED_EQ, PROT_EXEC, 0};
    const scmp_arg_cmp to_self{0, SCMP_CMP_EQ, self, 0};
    const scmp_arg_cmp only_asks{2, SCMP_CMP_EQ, 0, 0};
    return ::seccomp_rule_add_array(filter, SCMP_ACT_ALLOW, SCMP_SYS(mmap), 1, &not_executable) == 0 &&
           ::seccomp_rule_add_array(filter, SCMP_ACT_ALLOW, SCMP_SYS(mprotect), 1, &not_executable) == 0 &&
           ::seccomp_rule_add_array(filter, SCMP_ACT_ALLOW, SCMP_SYS(tgkill), 1, &to_self) == 0 &&
           ::seccomp_rule_add_array(filter, SCMP_ACT_ALLOW, SCMP_SYS(prlimit64), 1, &only_asks) == 0;
}

bool load_filter() {
    const Filter filter(::seccomp_init(SCMP_ACT_ERRNO(EPERM)), ::seccomp_release);
    if (!filter) return false;
    // UBSan looks by way of a pipe whether an address can be read; without one it takes good objects for bad ones.
    if (is_sanitized && (::seccomp_rule_add(filter.get(), SCMP_ACT_ALLOW, SCMP_SYS(pipe), 0) != 0 ||
                         ::seccomp_rule_add(filter.get(), SCMP_ACT_ALLOW, SCMP_SYS(pipe2), 0) != 0))
        return false;
    for (const int call : allowed_calls)
        if (::seccomp_rule_add(filter.get(), SCMP_ACT_ALLOW, call, 0) != 0) return false;
    for (const int call : deadly_calls)
        if (::seccomp_rule_add(filter.get(), SCMP_ACT_KILL_PROCESS, call, 0) != 0) return false;
    return add_narrow_rules(filter.get()) && ::seccomp_load(filter.get()) == 0;
}

} // namespace

bool close_all_but(int kept) {
    const int nowhere = ::open("/dev/null", O_RDWR);
    if (nowhere < 0) return false;
    // Sanitizers tell of faults on standard error.
    for (int stream = STDIN_FILENO; stream <= (is_sanitized ? STDOUT_FILENO : STDERR_FILENO); ++stream)
        if (stream != kept && ::dup2(nowhere, stream) < 0) return false;
    constexpr unsigned first = STDERR_FILENO + 1;
    const auto middle = static_cast<unsigned>(kept);
    return (middle <= first || ::close_range(first, middle - 1, 0) == 0) &&
           ::close_range(std::max(first, middle + 1), ~0U, 0) == 0;
}

bool confine(const Limits& limits) {
    if (limits.niceness != 0) ::setpriority(PRIO_PROCESS, 0, limits.niceness);
    return ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0 && set_limits(limits) &&
           ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && load_filter();
}

} // namespace vanthu::sandbox
