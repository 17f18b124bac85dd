#include "cli/teller.h"

#include "cli/commands.h"
#include "cli/console.h"

#include <algorithm>

namespace vanthu::cli {

Teller::Teller(const TellerOptions& options, const Voice& voice, std::size_t total)
    : options_(options), voice_(voice), progress_(total, !options.quiet, voice), planned_(total) {
    progress_.show(0);
}

void Teller::tell(const jobs::Outcome& outcome) {
    count(outcome);
    progress_.clear();
    if (options_.json && options_.json_to_error)
        print_error(json_line(outcome, voice_));
    else if (options_.json)
        take(print(json_line(outcome, voice_)));
    else {
        print_error(diagnostic_lines(outcome.diagnostics, voice_));
        if (!options_.silent) take(print(status_line(outcome, options_.words.failed, voice_)));
    }
    progress_.show(total_);
}

ExitCode Teller::finish(bool is_complete) {
    progress_.clear();
    if (options_.stats) take(print(clock_.line()));
    if (!options_.silent && !options_.json && planned_ > 1) take(print(summary(is_complete)));
    if (!is_complete) print_error(diagnostic_line({"interrupted", Severity::error, {}, {}}, voice_));
    if (is_stream_broken_) complain_of_stream(voice_);
    if (!is_complete || worst_ == interrupted) return interrupted;
    return exit_code();
}

void Teller::count(const jobs::Outcome& outcome) {
    clock_.count();
    ++total_;
    for (const Diagnostic& diagnostic : outcome.diagnostics)
        if (diagnostic.severity != Severity::note) has_findings_ = true;
    if (!has_errors(outcome.diagnostics)) return;
    ++failed_;
    worst_ = std::max(worst_, exit_code_of(outcome.diagnostics));
}

std::string Teller::summary(bool is_complete) const {
    const std::vector<Argument> figures = {{"total", std::to_string(planned_)},
                                           {"made", std::to_string(successes())},
                                           {"failed", std::to_string(failed_)}};
    if (!is_complete) return voice_.say(options_.words.stopped, figures) + "\n";
    return voice_.say(failed_ == 0 ? options_.words.all_done : options_.words.some_failed, figures) + "\n";
}

ExitCode Teller::exit_code() const {
    if (worst_ == bug) return bug;
    if (is_stream_broken_) return unwritable;
    if (failed_ == total_) return worst_;
    if (failed_ != 0 || (options_.strict && has_findings_)) return findings;
    return done;
}

ExitCode fail_early(const Diagnostics& reasons, bool json, const Voice& voice) {
    if (json)
        print(json_line({"", {}, reasons}, voice));
    else
        print_error(diagnostic_lines(reasons, voice));
    return exit_code_of(reasons);
}

} // namespace vanthu::cli
