#include "server/service.h"

#include "base/module.h"
#include "server/archives.h"
#include "server/core.h"
#include "server/handlers.h"
#include "server/job_runner.h"
#include "server/readings.h"
#include "server/router.h"

#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>

namespace vanthu::server {
namespace {

using Started = Result<std::unique_ptr<Service>>;

bool is_loopback(std::string_view address) { return address.starts_with("127.") || address == "::1"; }

std::set<std::string> host_names(const ServiceOptions& options) {
    std::set<std::string> names = {"localhost", "127.0.0.1", "[::1]", options.listen.address,
                                   "[" + options.listen.address + "]"};
    names.insert(options.hosts.begin(), options.hosts.end());
    return names;
}

/// Whatever lives as long as the service, in the order in which it is made.
class RunningService final : public Service {
  public:
    RunningService(jobs::Workshop workshop, jobs::ReadingKit kit)
        : workshop_(std::move(workshop)), kit_(std::move(kit)) {}

    Diagnostics start(const ServiceOptions& options, const forms::Messages& messages);
    std::string address() const override { return address_; }

  private:
    Diagnostics open_store(const ServiceOptions& options, const forms::Messages& messages);
    Diagnostics listen(const ServiceOptions& options);

    jobs::Workshop workshop_;
    jobs::ReadingKit kit_;
    std::unique_ptr<office::Office> office_;
    std::unique_ptr<Core> core_;
    std::unique_ptr<Archives> archives_;
    std::unique_ptr<Readings> readings_;
    std::unique_ptr<JobRunner> runner_;
    std::unique_ptr<Router> router_;
    std::unique_ptr<Listener> listener_;
    std::string address_;
};

Diagnostics RunningService::open_store(const ServiceOptions& options, const forms::Messages& messages) {
    auto archives = Archives::open(options.store);
    if (!archives) return archives.diagnostics;
    archives_ = std::move(*archives);
    auto office = office::Office::open(archives_->office_folder());
    if (!office) return office.diagnostics;
    office_ = std::move(*office);
    core_.reset(new Core{workshop_,
                         kit_,
                         Problems(messages),
                         *office_,
                         office::Users(*office_),
                         office::Desk(*office_),
                         office::Audit(*office_),
                         Guard(*office_, host_names(options)),
                         {},
                         {}});
    if (is_loopback(options.listen.address)) return {};
    const Result<bool> users = core_->guard.has_users();
    if (!users) return users.diagnostics;
    if (!*users) return {{"listen-no-users", Severity::error, {{"address", options.listen.address}}, {}}};
    return {};
}

Diagnostics RunningService::listen(const ServiceOptions& options) {
    const Result<void*> symbol = module_symbol("vanthu_http", http_module_symbol);
    if (!symbol) return symbol.diagnostics;
    const auto& module = *static_cast<const HttpModule*>(*symbol);
    router_ = std::make_unique<Router>(core_->problems, core_->guard, core_->metrics, module.assets());
    for (const auto& routes :
         {about_routes(*core_), session_routes(*core_), user_routes(*core_), document_routes(*core_),
          draft_routes(*core_), event_routes(*core_), work_routes(*core_, *runner_),
          reading_routes(*core_, *runner_, *readings_), archive_routes(*core_, *archives_, *runner_),
          issue_routes(*core_, *archives_, *runner_), register_routes(*core_, *archives_, *readings_)})
        router_->add(routes);
    ListenOptions how = options.listen;
    how.spool = archives_->office_folder();
    auto listener = module.listen(how, *router_);
    if (!listener) return listener.diagnostics;
    listener_ = std::move(*listener);
    const bool is_v6 = options.listen.address.find(':') != std::string::npos;
    const std::string host = is_v6 ? "[" + options.listen.address + "]" : options.listen.address;
    address_ = fmt::format("http://{}:{}", host, listener_->port());
    return {};
}

Diagnostics RunningService::start(const ServiceOptions& options, const forms::Messages& messages) {
    // Forks the sandboxes: before any thread.
    const char* search_path = std::getenv("PATH"); // NOLINT(concurrency-mt-unsafe): there is one thread
    runner_ = std::make_unique<JobRunner>(kit_, jobs::find_office(search_path == nullptr ? "" : search_path));
    if (Diagnostics why = open_store(options, messages); has_errors(why)) return why;
    readings_ = std::make_unique<Readings>(*core_, *runner_);
    runner_->start();
    readings_->take_up();
    return listen(options);
}

} // namespace

Result<std::unique_ptr<Service>> start_service(const ServiceOptions& options, const forms::Messages& messages) {
    auto workshop = jobs::Workshop::open({options.office, {}});
    if (!workshop) return Started::failed(std::move(workshop.diagnostics));
    auto kit = jobs::ReadingKit::open(options.office);
    if (!kit) return Started::failed(std::move(kit.diagnostics));
    auto service = std::make_unique<RunningService>(std::move(*workshop), std::move(*kit));
    Diagnostics why = service->start(options, messages);
    if (has_errors(why)) return Started::failed(std::move(why));
    return Started::of(std::move(service), std::move(why));
}

} // namespace vanthu::server
