#include "cli/worker_command.h"

#include "archive/server.h"
#include "base/printable.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/grammar.h"
#include "cli/option_values.h"
#include "jobs/worker.h"

#include <cstdio>
#include <cstdlib>

namespace vanthu::cli {
namespace {

constexpr std::size_t most_listed = 1000;
constexpr unsigned long least_lease = 5, most_lease = 3600;

Diagnostic bad_option(const char* option, std::string value, const char* allowed) {
    return {"usage-bad-value",
            Severity::error,
            {{"option", option}, {"value", std::move(value)}, {"allowed", allowed}},
            {}};
}

ExitCode fail(const Diagnostics& reasons, const Voice& voice) {
    print_error(diagnostic_lines(reasons, voice));
    return exit_code_of(reasons);
}

class WorkerCommand : public Subcommand {
  public:
    void add_to(Grammar& grammar) override {
        app_ = &grammar.add_command("worker", "help-worker", "help-usage-worker");
        grammar.add_option(*app_, "--store", options_.store, "postgres://…", "help-option-store-worker");
        grammar.add_flag(*app_, "--once", options_.once, "help-option-once");
        grammar.add_flag(*app_, "--status", is_status_, "help-option-status");
        grammar.add_option(*app_, "--lease", lease_, "N", "help-option-lease");
        grammar.add_option(*app_, "--jobs,-j", jobs_, "N", "help-option-jobs");
        grammar.add_option(*app_, "--templates", office_, "DIR", "help-option-templates");
        grammar.add_language(*app_);
        grammar.add_flag(*app_, "--quiet,-q", is_quiet_, "help-option-quiet");
        grammar.add_footer(*app_, "help-footer-worker");
    }

    bool is_called() const override { return app_ != nullptr && app_->parsed(); }

    Diagnostics check() override {
        Diagnostics mistakes;
        if (options_.store.empty())
            if (const char* store = std::getenv("VANTHU_STORE"))
                options_.store = store; // NOLINT(concurrency-mt-unsafe)
        if (!archive::is_server(options_.store))
            mistakes.push_back(bad_option("--store", archive::shown_store(options_.store), "postgres://…"));
        if (!parse_jobs(jobs_, options_.jobs)) mistakes.push_back(bad_option("--jobs", jobs_, "1 … 256"));
        if (!take_lease()) mistakes.push_back(bad_option("--lease", lease_, "5 … 3600"));
        return mistakes;
    }

    ExitCode run(const Voice& voice) const override {
        if (is_status_) return tell_status(voice);
        auto kit = jobs::ReadingKit::open(office_);
        auto workshop = jobs::Workshop::open({office_, {}});
        if (!kit) return fail(kit.diagnostics, voice);
        if (!workshop) return fail(workshop.diagnostics, voice);
        std::size_t failed = 0;
        jobs::WorkerEvents events;
        events.is_stopped = is_interrupted;
        events.trouble = [&](const Diagnostics& reasons) { print_error(diagnostic_lines(reasons, voice)); };
        events.done = [&](const archive::Job& job, const jobs::JobOutcome& outcome) {
            failed += job.error.empty() ? 0 : 1;
            tell(job, outcome, voice);
        };
        const jobs::WorkerEnd end = jobs::run_worker(*kit, *workshop, options_, events);
        if (!end.problems.empty()) return fail(end.problems, voice);
        const ExitCode code = is_interrupted() ? interrupted : failed != 0 ? findings : done;
        if (end.is_abandoned) {
            // Threads still use what would be torn down now.
            std::fflush(nullptr);
            std::_Exit(code);
        }
        return code;
    }

  private:
    bool take_lease() {
        if (lease_.empty()) return true;
        char* end = nullptr;
        const unsigned long seconds = std::strtoul(lease_.c_str(), &end, 10);
        options_.lease_seconds = static_cast<std::uint32_t>(seconds);
        return *end == 0 && seconds >= least_lease && seconds <= most_lease;
    }

    void tell(const archive::Job& job, const jobs::JobOutcome& outcome, const Voice& voice) const {
        if (!job.error.empty()) {
            Diagnostics reasons = outcome.reasons;
            for (Diagnostic& reason : reasons) reason.place.file = job.input;
            print_error(diagnostic_lines(reasons, voice));
        } else if (!is_quiet_) {
            print(voice.say("worker-done", {{"file", printable(job.input)}, {"output", printable(job.output)}}) + "\n");
        }
    }

    ExitCode tell_status(const Voice& voice) const {
        const auto server = archive::open_server(options_.store);
        if (!server) return fail(server.diagnostics, voice);
        const auto queue = (*server)->queue();
        const auto totals = queue->totals();
        if (!totals) return fail(totals.diagnostics, voice);
        std::string text = voice.say("worker-totals", {{"waiting", std::to_string(totals->waiting)},
                                                       {"taken", std::to_string(totals->taken)},
                                                       {"done", std::to_string(totals->done)},
                                                       {"failed", std::to_string(totals->failed)}}) +
                           "\n";
        for (const auto state : {archive::JobState::taken, archive::JobState::failed}) {
            const auto jobs = queue->jobs(state, most_listed);
            if (!jobs) return fail(jobs.diagnostics, voice);
            for (const archive::Job& job : *jobs)
                text += voice.say(state == archive::JobState::taken ? "worker-taken" : "worker-failed",
                                  {{"file", printable(job.input)},
                                   {"worker", printable(job.worker)},
                                   {"reason", printable(job.error + (job.detail.empty() ? "" : ": " + job.detail))},
                                   {"attempts", std::to_string(job.attempts)}}) +
                        "\n";
        }
        return print_result(text, voice);
    }

    CLI::App* app_ = nullptr;
    jobs::WorkerOptions options_;
    std::string lease_, jobs_, office_;
    bool is_status_ = false, is_quiet_ = false;
};

} // namespace

std::shared_ptr<Subcommand> make_worker_command() { return std::make_shared<WorkerCommand>(); }

} // namespace vanthu::cli
