#include "server/http/stream.h"

#include <algorithm>
#include <cstring>

namespace vanthu::server {
namespace {

/// A client that reads nothing any more is let go before it fills the memory.
constexpr std::size_t most_pending = std::size_t{1} << 20;

} // namespace

bool Stream::push(std::string_view name, std::string_view data) {
    std::string event = "event: ";
    event.append(name).append("\ndata: ").append(data).append("\n\n");
    return send(event);
}

bool Stream::send(std::string_view text) {
    const std::lock_guard lock(mutex_);
    if (connection_ == nullptr || is_closed_) return false;
    if (pending_.size() + text.size() > most_pending)
        is_closed_ = true;
    else
        pending_ += text;
    wake();
    return !is_closed_;
}

void Stream::close() {
    const std::lock_guard lock(mutex_);
    is_closed_ = true;
    wake();
}

void Stream::wake() {
    if (!is_asleep_ || connection_ == nullptr) return;
    is_asleep_ = false;
    MHD_resume_connection(connection_);
}

ssize_t Stream::read(char* target, std::size_t most) {
    const std::lock_guard lock(mutex_);
    if (pending_.empty()) {
        if (is_closed_) return MHD_CONTENT_READER_END_OF_STREAM;
        is_asleep_ = true;
        MHD_suspend_connection(connection_);
        return 0;
    }
    const std::size_t size = std::min(most, pending_.size());
    std::memcpy(target, pending_.data(), size);
    pending_.erase(0, size);
    return static_cast<ssize_t>(size);
}

void Stream::abandon() {
    const std::lock_guard lock(mutex_);
    connection_ = nullptr;
}

} // namespace vanthu::server
