// Messages over a socket: eight bytes of length, then the bytes. Private to sandbox.
#pragma once

#include "base/bytes.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>

namespace vanthu::sandbox {

/// A descriptor that is closed on the way out.
class Descriptor {
  public:
    explicit Descriptor(int number = -1) : number_(number) {}
    Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
    Descriptor& operator=(Descriptor&& other) noexcept {
        std::swap(number_, other.number_);
        return *this;
    }
    ~Descriptor();
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    int number() const { return number_; }
    explicit operator bool() const { return number_ >= 0; }

  private:
    int number_;
};

/// Two connected sockets that no other program inherits; both invalid where the system has none left.
std::pair<Descriptor, Descriptor> make_pair();

using Deadline = std::chrono::steady_clock::time_point;
constexpr Deadline no_deadline = Deadline::max();

enum class Transfer : std::uint8_t { done, closed, late, too_long };

Transfer send_bytes(int socket, const void* bytes, std::size_t size, Deadline deadline);
Transfer receive_bytes(int socket, void* bytes, std::size_t size, Deadline deadline);

/// `message` and `rest` as one message.
Transfer send_message(int socket, std::string_view message, std::string_view rest, Deadline deadline);

/// A length over `limit` is too_long; nothing of its size is allocated.
Transfer receive_message(int socket, Bytes& message, std::size_t limit, Deadline deadline);

} // namespace vanthu::sandbox
