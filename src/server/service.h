// `vanthu serve`: everything behind the HTTP API and the page, put together.
#pragma once

#include "base/diagnostic.h"
#include "forms/messages.h"
#include "server/http/module.h"

#include <memory>
#include <string>
#include <vector>

namespace vanthu::server {

struct ServiceOptions {
    std::string store;  ///< folder, made where it is missing; or postgres://…
    std::string office; ///< folder with an office's own templates; empty: none
    ListenOptions listen;
    std::vector<std::string> hosts; ///< further names under which the service is called, behind a proxy
};

class Service {
  public:
    virtual ~Service() = default;
    /// "http://127.0.0.1:8088"
    virtual std::string address() const = 0;
};

/// Listens when it returns, until it is destroyed. Call it while there is one thread: it forks the sandboxes. Errors:
/// those of Workshop, ReadingKit, Archive, Office, module_symbol(); listen-failed, listen-no-users (address: another
/// than loopback, or a further host name).
Result<std::unique_ptr<Service>> start_service(const ServiceOptions& options, const forms::Messages& messages);

} // namespace vanthu::server
