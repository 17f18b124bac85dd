#include "sandbox/keeper.h"

#include "sandbox/confine.h"
#include "sandbox/worker.h"

#include <cerrno>
#include <csignal>
#include <cstring>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace vanthu::sandbox {
namespace {

enum class Order : char { start = 's', end = 'e' };

constexpr int no_status = -1;

int wait_for_end(pid_t process) {
    int status = 0;
    while (::waitpid(process, &status, 0) < 0)
        if (errno != EINTR) return no_status;
    return status;
}

/// One byte carries the descriptor; without one it says that there is none.
void send_descriptor(int socket, int descriptor) {
    char byte = descriptor >= 0 ? 'd' : 'n';
    iovec content{&byte, 1};
    alignas(cmsghdr) char space[CMSG_SPACE(sizeof(int))] = {};
    msghdr message{};
    message.msg_iov = &content;
    message.msg_iovlen = 1;
    if (descriptor >= 0) {
        message.msg_control = space;
        message.msg_controllen = sizeof space;
        cmsghdr* header = CMSG_FIRSTHDR(&message);
        header->cmsg_level = SOL_SOCKET;
        header->cmsg_type = SCM_RIGHTS;
        header->cmsg_len = CMSG_LEN(sizeof(int));
        std::memcpy(CMSG_DATA(header), &descriptor, sizeof(int));
    }
    while (::sendmsg(socket, &message, MSG_NOSIGNAL) < 0 && errno == EINTR) {
    }
}

Descriptor receive_descriptor(int socket) {
    char byte = 0;
    iovec content{&byte, 1};
    alignas(cmsghdr) char space[CMSG_SPACE(sizeof(int))] = {};
    msghdr message{};
    message.msg_iov = &content;
    message.msg_iovlen = 1;
    message.msg_control = space;
    message.msg_controllen = sizeof space;
    ssize_t got = -1;
    do got = ::recvmsg(socket, &message, MSG_CMSG_CLOEXEC);
    while (got < 0 && errno == EINTR);
    const cmsghdr* header = got > 0 ? CMSG_FIRSTHDR(&message) : nullptr;
    int descriptor = -1;
    if (header != nullptr && header->cmsg_type == SCM_RIGHTS) std::memcpy(&descriptor, CMSG_DATA(header), sizeof(int));
    return Descriptor(descriptor);
}

/// What runs in the keeper's process.
class Nursery {
  public:
    Nursery(int control, const Task& task, const Limits& limits) : control_(control), task_(task), limits_(limits) {}

    void run() {
        Order order{};
        while (receive_bytes(control_, &order, 1, no_deadline) == Transfer::done) {
            const int status = end();
            if (order == Order::end)
                send_bytes(control_, &status, sizeof status, no_deadline);
            else
                start();
        }
        end();
    }

  private:
    int end() {
        if (child_ < 0) return no_status;
        ::kill(child_, SIGKILL); // after its own end this changes nothing
        return wait_for_end(std::exchange(child_, -1));
    }

    void start() {
        auto [ours, theirs] = make_pair();
        if (ours) child_ = ::fork();
        if (child_ == 0) work(theirs.number(), task_, limits_);
        send_descriptor(control_, child_ > 0 ? ours.number() : -1);
    }

    int control_;
    const Task& task_;
    const Limits& limits_;
    pid_t child_ = -1;
};

[[noreturn]] void keep(int control, const Task& task, const Limits& limits) {
    for (const int signal : {SIGINT, SIGHUP, SIGTERM}) std::signal(signal, SIG_IGN);
    // Descriptors of other sandboxes would keep their keepers from seeing the program's end.
    if (close_all_but(control)) Nursery(control, task, limits).run();
    ::_exit(0);
}

} // namespace

Keeper::Keeper(const Task& task, const Limits& limits) {
    auto [ours, theirs] = make_pair();
    if (!ours) return;
    process_ = ::fork();
    if (process_ == 0) keep(theirs.number(), task, limits);
    if (process_ > 0) control_ = std::move(ours);
}

Keeper::~Keeper() {
    { const Descriptor closed = std::move(control_); }
    if (process_ > 0) wait_for_end(process_);
}

Descriptor Keeper::start_child() {
    constexpr Order order = Order::start;
    if (!control_ || send_bytes(control_.number(), &order, 1, no_deadline) != Transfer::done) return Descriptor();
    return receive_descriptor(control_.number());
}

void Keeper::stop() { ::shutdown(control_.number(), SHUT_WR); }

std::optional<int> Keeper::end_child() {
    constexpr Order order = Order::end;
    int status = no_status;
    if (!control_ || send_bytes(control_.number(), &order, 1, no_deadline) != Transfer::done) return std::nullopt;
    if (receive_bytes(control_.number(), &status, sizeof status, no_deadline) != Transfer::done) return std::nullopt;
    if (status == no_status) return std::nullopt;
    return status;
}

} // namespace vanthu::sandbox
