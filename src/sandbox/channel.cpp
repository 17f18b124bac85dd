#include "sandbox/channel.h"

#include <algorithm>
#include <cerrno>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace vanthu::sandbox {
namespace {

/// One poll() of at most a minute: far deadlines overflow its milliseconds.
int milliseconds_until(Deadline deadline) {
    using std::chrono::milliseconds;
    constexpr milliseconds longest{60'000};
    if (deadline == no_deadline) return static_cast<int>(longest.count());
    const auto left = std::chrono::ceil<milliseconds>(deadline - std::chrono::steady_clock::now());
    return static_cast<int>(std::clamp(left, milliseconds{0}, longest).count());
}

/// False where the deadline has passed.
bool wait_for(int socket, short events, Deadline deadline) {
    pollfd waiting{socket, events, 0};
    while (true) {
        const int ready = ::poll(&waiting, 1, milliseconds_until(deadline));
        if (ready > 0 || (ready < 0 && errno != EINTR)) return true;
        if (deadline != no_deadline && std::chrono::steady_clock::now() >= deadline) return false;
    }
}

/// Moves all bytes by calls of `move(done so far)`, which returns what send() and recv() return.
template <class Move> Transfer transfer(int socket, short events, std::size_t size, Deadline deadline, Move move) {
    for (std::size_t done = 0; done < size;) {
        const ssize_t moved = move(done);
        if (moved > 0) {
            done += static_cast<std::size_t>(moved);
            continue;
        }
        if (moved == 0) return Transfer::closed;
        if (errno == EINTR) continue;
        if (errno != EAGAIN && errno != EWOULDBLOCK) return Transfer::closed;
        if (!wait_for(socket, events, deadline)) return Transfer::late;
    }
    return Transfer::done;
}

} // namespace

Descriptor::~Descriptor() {
    if (number_ >= 0) ::close(number_);
}

std::pair<Descriptor, Descriptor> make_pair() {
    int ends[2] = {-1, -1};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) ends[0] = ends[1] = -1;
    return {Descriptor(ends[0]), Descriptor(ends[1])};
}

Transfer send_bytes(int socket, const void* bytes, std::size_t size, Deadline deadline) {
    const char* from = static_cast<const char*>(bytes);
    return transfer(socket, POLLOUT, size, deadline, [&](std::size_t done) {
        return ::send(socket, from + done, size - done, MSG_DONTWAIT | MSG_NOSIGNAL);
    });
}

Transfer receive_bytes(int socket, void* bytes, std::size_t size, Deadline deadline) {
    char* to = static_cast<char*>(bytes);
    return transfer(socket, POLLIN, size, deadline,
                    [&](std::size_t done) { return ::recv(socket, to + done, size - done, MSG_DONTWAIT); });
}

Transfer send_message(int socket, std::string_view message, std::string_view rest, Deadline deadline) {
    const std::uint64_t size = message.size() + rest.size();
    Transfer sent = send_bytes(socket, &size, sizeof size, deadline);
    for (const std::string_view part : {message, rest})
        if (sent == Transfer::done) sent = send_bytes(socket, part.data(), part.size(), deadline);
    return sent;
}

Transfer receive_message(int socket, Bytes& message, std::size_t limit, Deadline deadline) {
    std::uint64_t size = 0;
    const Transfer head = receive_bytes(socket, &size, sizeof size, deadline);
    if (head != Transfer::done) return head;
    if (size > limit) return Transfer::too_long;
    message.resize(size);
    return receive_bytes(socket, message.data(), size, deadline);
}

} // namespace vanthu::sandbox
