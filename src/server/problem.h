// Refusals as application/problem+json (RFC 9457) with the Diagnostics behind them. Private to server.
#pragma once

#include "base/diagnostic.h"
#include "forms/messages.h"
#include "server/json.h"
#include "server/message.h"

namespace vanthu::server {

class Problems {
  public:
    explicit Problems(const forms::Messages& messages) : messages_(messages) {}

    /// `code`: of a message whose text is the title.
    Response of(int status, std::string_view code, forms::Language language, const Arguments& arguments = {}) const;
    /// What a job refused. The status follows from the codes: 404, 409, 413, 503, else 422.
    Response of(const Diagnostics& reasons, forms::Language language) const;
    /// As JSON, in brackets.
    std::string list(const Diagnostics& diagnostics, forms::Language language) const;

    const forms::Messages& messages() const { return messages_; }

  private:
    const forms::Messages& messages_;
};

Response json_response(const Json& json, int status = 200);
Response json_response(Bytes json, int status = 200);

} // namespace vanthu::server
