#include "sandbox/sandbox.h"

#include "sandbox/channel.h"
#include "sandbox/keeper.h"
#include "sandbox/worker.h"

#include <csignal>
#include <sys/wait.h>

namespace vanthu::sandbox {
namespace {

/// Moving hundreds of megabytes through a socket is no fault of the input's.
Deadline deadline_after(unsigned seconds) { return std::chrono::steady_clock::now() + std::chrono::seconds(seconds); }

Answer answer_of_status(std::optional<int> status) {
    if (!status) return {End::refused, {}, 0};
    if (WIFEXITED(*status)) return {WEXITSTATUS(*status) == not_confined ? End::refused : End::crashed, {}, 0};
    const int signal = WTERMSIG(*status);
    return {signal == SIGPROF || signal == SIGXCPU ? End::timed_out : End::crashed, {}, signal};
}

} // namespace

struct Sandbox::Child {
    Task task;
    Limits limits;
    Keeper keeper;
    Descriptor socket; ///< invalid: there is no child

    Child(Task work, const Limits& bounds) : task(std::move(work)), limits(bounds), keeper(task, limits) {}

    Answer end(End end) {
        { const Descriptor closed = std::exchange(socket, Descriptor()); }
        keeper.end_child();
        return {end, {}, 0};
    }

    /// Why the child no longer talks.
    Answer end_of(Transfer transfer) {
        if (transfer == Transfer::late) return end(End::timed_out);
        if (transfer == Transfer::too_long) return end(End::too_large);
        { const Descriptor closed = std::exchange(socket, Descriptor()); }
        return answer_of_status(keeper.end_child());
    }

    Transfer start(Deadline deadline) {
        if (socket) return Transfer::done;
        socket = keeper.start_child();
        if (!socket) return Transfer::closed;
        Word word{};
        return receive_bytes(socket.number(), &word, 1, deadline);
    }

    Answer receive(Deadline deadline) {
        Word word{};
        Transfer transfer = receive_bytes(socket.number(), &word, 1, deadline);
        if (transfer != Transfer::done) return end_of(transfer);
        if (word == Word::no_memory) return end(End::too_large);
        if (word != Word::answer && word != Word::last) return end(End::crashed);
        Answer answer{End::answered, {}, 0};
        transfer = receive_message(socket.number(), answer.bytes, limits.answer_bytes, deadline);
        if (transfer != Transfer::done) return end_of(transfer);
        if (word == Word::last) end(End::answered);
        return answer;
    }
};

Sandbox::Sandbox(Job job, Limits limits, Prepare prepare)
    : child_(std::make_unique<Child>(Task{std::move(job), std::move(prepare)}, limits)) {}

Sandbox::~Sandbox() = default;

void Sandbox::stop() { child_->keeper.stop(); }

Answer Sandbox::run(std::string_view request, std::string_view rest) {
    const Deadline deadline = deadline_after(child_->limits.wall_seconds);
    const Transfer started = child_->start(deadline);
    if (started != Transfer::done) return child_->end_of(started);
    const Transfer sent = send_message(child_->socket.number(), request, rest, deadline);
    // A child that dies or says no before it has the whole input has still something to tell.
    if (sent == Transfer::late) return child_->end_of(sent);
    return child_->receive(deadline);
}

} // namespace vanthu::sandbox
