// One request on its way through the transport: from its head to its answer. Private to server/http.
#pragma once

#include "server/http/module.h"
#include "server/http/spool.h"
#include "server/http/stream.h"

#include <atomic>
#include <chrono>
#include <microhttpd.h>
#include <mutex>
#include <optional>

namespace vanthu::server {

/// What libmicrohttpd tells of a request's head. Refusals: 400, 413, 414, 415, 431.
struct Head {
    Request request;
    std::optional<int> refusal; ///< status
    std::size_t announced = 0;  ///< Content-Length
};

Head read_head(MHD_Connection* connection, const char* url, const char* method);

/// Hands an answer to libmicrohttpd. `stream` is set where the answer is one of events.
MHD_Result send(MHD_Connection* connection, Response response, std::shared_ptr<Stream>& stream);

/// An answer of the transport itself, before any application was asked.
Response plain_refusal(int status);

/// Shared by the transport's thread and whoever answers: the later of both ends it.
class Exchange {
  public:
    explicit Exchange(const std::string& spool_folder) : spool(spool_folder) {}

    Request request;
    Spool spool; ///< its body, while it comes
    std::size_t most_bytes = 0;
    std::chrono::steady_clock::time_point body_since = std::chrono::steady_clock::now();
    std::shared_ptr<Stream> stream;

    /// The answer, or none: then the connection sleeps until it is there.
    std::optional<Response> take_answer_or_sleep(MHD_Connection* connection) {
        const std::lock_guard lock(mutex_);
        if (answer_) return std::exchange(answer_, std::nullopt);
        asleep_ = connection;
        MHD_suspend_connection(connection);
        return std::nullopt;
    }
    /// The first answer counts.
    void answer(Response response) {
        const std::lock_guard lock(mutex_);
        if (is_answered_) return;
        is_answered_ = true;
        answer_ = std::move(response);
        if (asleep_ != nullptr) MHD_resume_connection(std::exchange(asleep_, nullptr));
    }
    bool is_submitted = false; ///< only in the transport's thread

  private:
    std::mutex mutex_;
    MHD_Connection* asleep_ = nullptr;
    std::optional<Response> answer_;
    bool is_answered_ = false;
};

} // namespace vanthu::server
