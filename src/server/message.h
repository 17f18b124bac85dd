// A request as the service sees it and what it answers: HTTP without sockets.
#pragma once

#include "base/bytes.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vanthu::server {

/// The bytes of a request, kept in memory or in a mapped file. Copies and parts share them.
class Body {
  public:
    Body() = default;
    explicit Body(Bytes bytes) {
        const auto held = std::make_shared<const Bytes>(std::move(bytes));
        view_ = *held;
        keeper_ = held;
    }
    /// `view` lasts as long as `keeper`.
    Body(std::shared_ptr<const void> keeper, std::string_view view) : keeper_(std::move(keeper)), view_(view) {}

    std::string_view view() const { return view_; }
    operator std::string_view() const { return view_; } // NOLINT(google-explicit-constructor): it is one
    Bytes copy() const { return Bytes(view_); }
    /// `piece` of its own view.
    Body part(std::string_view piece) const { return {keeper_, piece}; }

  private:
    std::shared_ptr<const void> keeper_;
    std::string_view view_;
};

enum class Method : std::uint8_t { get, head, post, put, del, other };

struct Request {
    Method method = Method::get;
    std::string path;                                        ///< percent-decoded, "/api/v1/drafts/7"
    std::map<std::string, std::string, std::less<>> query;   ///< percent-decoded; of two with one name the last
    std::map<std::string, std::string, std::less<>> headers; ///< names in small letters
    std::string peer;                                        ///< address of who connected, "127.0.0.1"
    Body body;                                               ///< decoded of its transfer coding

    std::string_view header(std::string_view name) const {
        const auto found = headers.find(name);
        return found == headers.end() ? std::string_view() : std::string_view(found->second);
    }
    std::string_view parameter(std::string_view name) const {
        const auto found = query.find(name);
        return found == query.end() ? std::string_view() : std::string_view(found->second);
    }
};

/// Server-sent events on their way to one client. Several threads may push.
class EventStream {
  public:
    virtual ~EventStream() = default;
    /// One event; `name` and `data` without line ends. False: the client has gone.
    virtual bool push(std::string_view name, std::string_view data) = 0;
    virtual void close() = 0;
};

struct Response {
    int status = 200;
    std::string type = "application/json"; ///< with its charset where it has one
    Bytes body;
    std::string_view fixed; ///< instead of `body`: bytes that live as long as the program
    std::vector<std::pair<std::string, std::string>> headers;
    /// Instead of a body: called once when the client listens; the stream stays open until it is closed.
    std::function<void(std::shared_ptr<EventStream>)> events;
};

/// Called once, from any thread.
using Reply = std::function<void(Response)>;

/// What is done with a request, apart from its transport.
class Application {
  public:
    virtual ~Application() = default;

    struct Admission {
        std::optional<Response> refusal; ///< who asks may not, or there is no such thing: the body is never read
        std::size_t most_bytes = 0;      ///< of the body; more is answered with 413 or a closed connection
    };
    /// Asked when the head of a request is there. In the listener's thread: never waits.
    virtual Admission admit(const Request& head) = 0;
    /// Asked when the body is there too; in several threads at once. May answer at once or later from another thread.
    virtual void answer(Request request, Reply reply) = 0;
};

} // namespace vanthu::server
