// Runs a function over many inputs in a child process that can do nothing but compute: no files, no network, no further
// processes, bounded memory and CPU time. A crash of the child is an answer about one input, not the end of the
// program.
#pragma once

#include "base/bytes.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string_view>

namespace vanthu::sandbox {

struct Limits {
    /// Address space, with what the program had mapped before; at least half of it is left for the input. Not held
    /// under sanitizers, which map terabytes.
    std::size_t memory = std::size_t{1} << 30;
    unsigned cpu_seconds = 10;  ///< for one input
    unsigned wall_seconds = 20; ///< for one input
    std::size_t answer_bytes = std::size_t{512} << 20;
    int niceness = 0;                                 ///< 0..19: gives way to others of this machine
    unsigned inputs_per_child = 500;                  ///< then it is made anew
    std::size_t grown_bytes = std::size_t{256} << 20; ///< and when it has held more memory than this
};

enum class End : std::uint8_t {
    answered,
    crashed,   ///< a signal, or an exit of its own
    timed_out, ///< CPU or wall clock
    too_large, ///< out of memory, or an answer over the limit
    refused    ///< the machine does not let the sandbox be made
};

struct Answer {
    End end = End::crashed;
    Bytes bytes; ///< with End::answered
    int signal = 0;
};

/// One child, kept for many inputs and made anew after a crash or when it has grown. A keeper process is forked by the
/// constructor and forks the children: make all sandboxes before the program starts threads. Not for several threads at
/// once: have one each.
class Sandbox {
  public:
    using Job = std::function<Bytes(std::string_view request)>;
    using Prepare = std::function<void()>;

    /// `job` runs in the child only; whatever it needs (fonts, ICU data, templates) must be loaded before. Opening a
    /// file fails in there with EPERM; a socket or a program ends the child.
    /// `prepare` runs once in each child before that is confined, for what is too dear to load before the first input:
    /// it may open files. It must not throw.
    Sandbox(Job job, Limits limits, Prepare prepare = {});
    ~Sandbox();
    Sandbox(const Sandbox&) = delete;
    Sandbox& operator=(const Sandbox&) = delete;

    /// `rest`: the end of the request, where it need not be copied to stand behind the beginning.
    Answer run(std::string_view request, std::string_view rest = {});

    /// run() is refused from now on, and at once where it is waiting. For any thread.
    void stop();

  private:
    struct Child;
    std::unique_ptr<Child> child_;
};

} // namespace vanthu::sandbox
