// Server-sent events through a connection of libmicrohttpd that sleeps while there is nothing to send. Private to
// server/http.
#pragma once

#include "server/message.h"

#include <microhttpd.h>
#include <mutex>
#include <string>
#include <sys/types.h>

namespace vanthu::server {

class Stream final : public EventStream {
  public:
    explicit Stream(MHD_Connection* connection) : connection_(connection) {}

    bool push(std::string_view name, std::string_view data) override;
    void close() override;

    /// A line that says nothing: shows whether the client is still there.
    void keep_alive() { send(": \n\n"); }
    /// For MHD: the next bytes; puts the connection to sleep where there are none.
    ssize_t read(char* target, std::size_t most);
    /// The connection is no more.
    void abandon();

  private:
    bool send(std::string_view text);
    void wake();

    std::mutex mutex_;
    MHD_Connection* connection_; ///< null: the client has gone
    std::string pending_;
    bool is_asleep_ = false;
    bool is_closed_ = false;
};

} // namespace vanthu::server
