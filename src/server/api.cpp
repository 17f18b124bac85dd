#include "server/api.h"

#include "server/archives.h"
#include "server/batch_runner.h"
#include "server/handlers.h"
#include "server/job_runner.h"
#include "server/readings.h"

namespace vanthu::server {
namespace {

/// Whatever lives as long as the service, in the order in which it is made.
class WholeApi final : public Api {
  public:
    WholeApi(jobs::Workshop workshop, jobs::ReadingKit kit) : workshop_(std::move(workshop)), kit_(std::move(kit)) {}
    ~WholeApi() override {
        if (batches_) batches_->stop();
    }

    Diagnostics start(const ApiOptions& options, const forms::Messages& messages);
    Core& core() override { return *core_; }
    Router& router(std::span<const Asset> assets) override;
    std::filesystem::path folder() const override { return archives_->office_folder(); }

  private:
    jobs::Workshop workshop_;
    jobs::ReadingKit kit_;
    std::unique_ptr<Archives> archives_;
    std::unique_ptr<office::Office> office_;
    std::unique_ptr<Core> core_;
    std::unique_ptr<Readings> readings_;
    std::unique_ptr<BatchRunner> batches_;
    std::unique_ptr<JobRunner> runner_;
    std::unique_ptr<Router> router_;
};

Diagnostics WholeApi::start(const ApiOptions& options, const forms::Messages& messages) {
    // Forks the sandboxes: before any thread.
    runner_ = std::make_unique<JobRunner>(kit_, options.office_program);
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
                         Guard(*office_, options.hosts),
                         {},
                         {}});
    readings_ = std::make_unique<Readings>(*core_, *runner_);
    batches_ = std::make_unique<BatchRunner>(*core_, *runner_);
    runner_->start();
    readings_->take_up();
    batches_->start();
    return {};
}

Router& WholeApi::router(std::span<const Asset> assets) {
    router_ = std::make_unique<Router>(core_->problems, core_->guard, core_->metrics, assets);
    for (const auto& routes :
         {about_routes(*core_, *runner_), session_routes(*core_), user_routes(*core_),
          document_routes(*core_, *batches_), draft_routes(*core_), event_routes(*core_),
          work_routes(*core_, *runner_, *batches_), batch_routes(*core_, *batches_),
          reading_routes(*core_, *runner_, *readings_), archive_routes(*core_, *archives_, *runner_),
          issue_routes(*core_, *archives_, *runner_), register_routes(*core_, *archives_),
          start_routes(*core_, *archives_, *readings_)})
        router_->add(routes);
    return *router_;
}

} // namespace

Result<std::unique_ptr<Api>> Api::open(const ApiOptions& options, const forms::Messages& messages) {
    using Opened = Result<std::unique_ptr<Api>>;
    auto workshop = jobs::Workshop::open({options.templates, {}});
    if (!workshop) return Opened::failed(std::move(workshop.diagnostics));
    auto kit = jobs::ReadingKit::open(options.templates);
    if (!kit) return Opened::failed(std::move(kit.diagnostics));
    auto api = std::make_unique<WholeApi>(std::move(*workshop), std::move(*kit));
    Diagnostics why = api->start(options, messages);
    if (has_errors(why)) return Opened::failed(std::move(why));
    return Opened::of(std::move(api), std::move(why));
}

} // namespace vanthu::server
