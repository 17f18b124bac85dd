#include "cli/commands.h"
#include "cli/console.h"
#include "cli/option_values.h"
#include "cli/progress.h"
#include "jobs/batch.h"
#include "jobs/files.h"
#include "jobs/inputs.h"

#include <algorithm>

namespace vanthu::cli {
namespace {

/// What stands in the outcomes, once all are told.
struct Tally {
    std::size_t total = 0;
    std::size_t failed = 0;
    bool findings = false;
    ExitCode worst = done;
};

/// Tells each outcome as it comes.
class Teller {
  public:
    Teller(const Arguments& arguments, const Voice& voice, std::size_t total)
        : arguments_(arguments), voice_(voice), progress_(total, !arguments.quiet), planned_(total),
          is_silent_(arguments.quiet || arguments.output == jobs::standard_stream) {
        progress_.show(0);
    }

    void tell(const jobs::Outcome& outcome) {
        count(outcome);
        progress_.clear();
        if (arguments_.json)
            take(print(json_line(outcome, voice_)));
        else {
            print_error(diagnostic_lines(outcome.diagnostics, voice_));
            if (!is_silent_) take(print(status_line(outcome, voice_)));
        }
        progress_.show(tally_.total);
    }

    ExitCode finish(bool is_complete) {
        progress_.clear();
        if (arguments_.stats) take(print(clock_.line()));
        if (!is_silent_ && !arguments_.json && planned_ > 1) take(print(summary(is_complete)));
        if (!is_complete) print_error(diagnostic_line({"interrupted", Severity::error, {}, {}}, voice_));
        if (is_stream_broken_) complain_of_stream(voice_);
        if (!is_complete || tally_.worst == interrupted) return interrupted;
        return exit_code();
    }

  private:
    void count(const jobs::Outcome& outcome) {
        clock_.count();
        ++tally_.total;
        for (const Diagnostic& diagnostic : outcome.diagnostics)
            if (diagnostic.severity != Severity::note) tally_.findings = true;
        if (!has_errors(outcome.diagnostics)) return;
        ++tally_.failed;
        tally_.worst = std::max(tally_.worst, exit_code_of(outcome.diagnostics));
    }

    void take(bool is_printed) { is_stream_broken_ = is_stream_broken_ || !is_printed; }

    std::string summary(bool is_complete) const {
        const std::vector<Argument> figures = {{"total", std::to_string(planned_)},
                                               {"made", std::to_string(tally_.total - tally_.failed)},
                                               {"failed", std::to_string(tally_.failed)}};
        if (!is_complete) return voice_.say("summary-stopped", figures) + "\n";
        return voice_.say(tally_.failed == 0 ? "summary-done" : "summary-failed", figures) + "\n";
    }

    ExitCode exit_code() const {
        if (tally_.worst == bug) return bug;
        if (is_stream_broken_) return unwritable;
        if (tally_.failed == tally_.total) return tally_.worst;
        if (tally_.failed != 0 || (arguments_.strict && tally_.findings)) return findings;
        return done;
    }

    const Arguments& arguments_;
    const Voice& voice_;
    ProgressLine progress_;
    WarmClock clock_;
    Tally tally_;
    std::size_t planned_;
    bool is_silent_;
    bool is_stream_broken_ = false;
};

/// The one output that `-o FILE` or `-o -` names.
jobs::Task single_task(const Arguments& arguments) {
    jobs::Task task{{arguments.inputs.front(), {}}, {}, {}};
    (arguments.pdf ? task.pdf : task.docx) = arguments.output;
    return task;
}

Result<std::vector<jobs::Task>> tasks_of(const Arguments& arguments) {
    using Tasks = std::vector<jobs::Task>;
    if (arguments.output == jobs::standard_stream || names_file(arguments.output))
        return Result<Tasks>::of({single_task(arguments)});
    auto inputs = jobs::find_inputs(arguments.inputs);
    if (!inputs) return Result<Tasks>::failed(std::move(inputs.diagnostics));
    return jobs::plan_tasks(std::move(*inputs), {arguments.output, arguments.pdf, arguments.docx});
}

/// What goes wrong before any document: told in the way that was asked for.
ExitCode fail(const Diagnostics& reasons, const Arguments& arguments, const Voice& voice) {
    if (arguments.json)
        print(json_line({"", {}, reasons}, voice));
    else
        print_error(diagnostic_lines(reasons, voice));
    return exit_code_of(reasons);
}

} // namespace

ExitCode run_generate(const Arguments& arguments, const Voice& voice) {
    if (arguments.output == jobs::standard_stream && is_output_terminal()) {
        print_error(diagnostic_line({"usage-stream-is-terminal", Severity::error, {}, {}}, voice));
        return usage;
    }
    const auto tasks = tasks_of(arguments);
    if (!tasks) return fail(tasks.diagnostics, arguments, voice);
    auto workshop = jobs::Workshop::open({arguments.office, arguments.font});
    if (!workshop) return fail(workshop.diagnostics, arguments, voice);
    print_error(diagnostic_lines(workshop.diagnostics, voice));

    Teller teller(arguments, voice, tasks->size());
    jobs::BatchOptions options;
    options.generate.level = arguments.level;
    options.jobs = arguments.jobs;
    options.is_stopped = is_interrupted;
    const bool is_complete =
        jobs::run_batch(*workshop, *tasks, options, [&](const jobs::Outcome& outcome) { teller.tell(outcome); });
    return teller.finish(is_complete);
}

} // namespace vanthu::cli
