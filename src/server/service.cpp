#include "server/service.h"

#include "base/module.h"
#include "jobs/office_converter.h"
#include "server/api.h"

#include <fmt/format.h>

#include <cstdlib>

namespace vanthu::server {
namespace {

bool is_loopback(std::string_view address) { return address.starts_with("127.") || address == "::1"; }

ApiOptions api_options(const ServiceOptions& options) {
    std::set<std::string> names = {"localhost", "127.0.0.1", "[::1]", options.listen.address,
                                   "[" + options.listen.address + "]"};
    names.insert(options.hosts.begin(), options.hosts.end());
    const char* search_path = std::getenv("PATH"); // NOLINT(concurrency-mt-unsafe): there is one thread
    return {options.store, options.office, std::move(names),
            jobs::find_office(search_path == nullptr ? "" : search_path)};
}

class RunningService final : public Service {
  public:
    explicit RunningService(std::unique_ptr<Api> api) : api_(std::move(api)) {}

    Diagnostics listen(const ServiceOptions& service);
    std::string address() const override { return address_; }

  private:
    Diagnostics check_users(const ServiceOptions& service) const;

    std::unique_ptr<Api> api_;
    std::unique_ptr<Listener> listener_;
    std::string address_;
};

/// Where others than this machine's own users can ask, nobody may be admin by being there.
Diagnostics RunningService::check_users(const ServiceOptions& service) const {
    const bool is_closed = is_loopback(service.listen.address) && service.hosts.empty();
    if (is_closed) return {};
    const Result<bool> users = api_->core().guard.has_users();
    if (!users) return users.diagnostics;
    if (*users) return {};
    const std::string& name = is_loopback(service.listen.address) ? service.hosts.front() : service.listen.address;
    return {{"listen-no-users", Severity::error, {{"address", name}}, {}}};
}

Diagnostics RunningService::listen(const ServiceOptions& service) {
    if (Diagnostics why = check_users(service); !why.empty()) return why;
    ListenOptions options = service.listen;
    const Result<void*> symbol = module_symbol("vanthu_http", http_module_symbol);
    if (!symbol) return symbol.diagnostics;
    const auto& module = *static_cast<const HttpModule*>(*symbol);
    options.spool = api_->folder();
    auto listener = module.listen(options, api_->router(module.assets()));
    if (!listener) return listener.diagnostics;
    listener_ = std::move(*listener);
    const bool is_v6 = options.address.find(':') != std::string::npos;
    const std::string host = is_v6 ? "[" + options.address + "]" : options.address;
    address_ = fmt::format("http://{}:{}", host, listener_->port());
    return {};
}

} // namespace

Result<std::unique_ptr<Service>> start_service(const ServiceOptions& options, const forms::Messages& messages) {
    using Started = Result<std::unique_ptr<Service>>;
    auto api = Api::open(api_options(options), messages);
    if (!api) return Started::failed(std::move(api.diagnostics));
    auto service = std::make_unique<RunningService>(std::move(*api));
    Diagnostics why = service->listen(options);
    if (has_errors(why)) return Started::failed(std::move(why));
    return Started::of(std::move(service), std::move(why));
}

} // namespace vanthu::server
