// A process with one thread that forks the children: a fork of a program with threads would leave the locks of the
// others locked for ever in the child. Private to sandbox.
#pragma once

#include "sandbox/channel.h"
#include "sandbox/sandbox.h"
#include "sandbox/worker.h"

#include <optional>
#include <sys/types.h>

namespace vanthu::sandbox {

class Keeper {
  public:
    /// Forks the keeper.
    Keeper(const Task& task, const Limits& limits);
    ~Keeper();
    Keeper(const Keeper&) = delete;
    Keeper& operator=(const Keeper&) = delete;

    /// A new child's socket; the child before it ends. Invalid where there can be none.
    Descriptor start_child();

    /// Ends it and its child, and lets whoever waits for that child know. For any thread; there are no more children.
    void stop();

    /// Ends the child where it still runs. What wait() says of its end; none where there was no child.
    std::optional<int> end_child();

  private:
    Descriptor control_;
    pid_t process_ = -1;
};

} // namespace vanthu::sandbox
