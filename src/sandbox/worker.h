// The child: takes inputs from a socket and answers there, confined, until the socket closes. Private to sandbox.
#pragma once

#include "sandbox/sandbox.h"

namespace vanthu::sandbox {

/// The first byte of a child's message, and what it says.
enum class Word : char {
    ready = 'r',  ///< confined; once, before the first input
    answer = 'a', ///< a message follows
    last = 'l',   ///< the same, and the child ends: it has done enough
    no_memory = 'm',
    fault = 'f' ///< an exception
};

struct Task {
    Sandbox::Job job;
    Sandbox::Prepare prepare; ///< may be empty
};

/// Its exit code where it could not be confined.
inline constexpr int not_confined = 71;

/// Never returns.
[[noreturn]] void work(int socket, const Task& task, const Limits& limits);

} // namespace vanthu::sandbox
