#include "cli/convert_command.h"

#include "archive/server.h"
#include "base/printable.h"
#include "cli/console.h"
#include "cli/grammar.h"
#include "cli/option_values.h"
#include "cli/progress.h"
#include "jobs/convert.h"
#include "jobs/file_converter.h"
#include "jobs/queue_convert.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace vanthu::cli {
namespace {

Diagnostic usage_error(std::string code, std::vector<Argument> arguments = {}) {
    return {std::move(code), Severity::error, std::move(arguments), {}};
}

/// Tells of files as they are done.
class ConvertTeller {
  public:
    ConvertTeller(const Voice& voice, bool is_quiet) : voice_(voice), is_quiet_(is_quiet) {}

    jobs::ConvertEvents events() {
        return {is_interrupted, [this](std::size_t files) { begin(files); },
                [this](const write::FileEntry& entry) { tell(entry); }, [this] { wait(); }};
    }

    void clear() {
        if (progress_) progress_->clear();
    }
    bool is_stream_broken() const { return is_stream_broken_; }

  private:
    void begin(std::size_t files) {
        finished_ = 0;
        progress_.emplace(files, !is_quiet_, voice_);
        progress_->show(0);
    }

    void tell(const write::FileEntry& entry) {
        clear();
        const std::string file = printable(entry.file);
        if (entry.state == write::FileState::failed) {
            Diagnostics reasons = entry.findings;
            std::erase_if(reasons, [](const Diagnostic& one) { return one.severity != Severity::error; });
            for (Diagnostic& reason : reasons) reason.place.file = entry.file;
            print_error(diagnostic_lines(reasons, voice_));
        }
        if (!is_quiet_) is_stream_broken_ = !print(line_of(entry, file) + "\n") || is_stream_broken_;
        progress_->show(++finished_);
    }

    std::string line_of(const write::FileEntry& entry, const std::string& file) const {
        switch (entry.state) {
        case write::FileState::duplicate:
            return voice_.say("convert-duplicate", {{"file", file}, {"first", printable(entry.same_as)}});
        case write::FileState::skipped:
            return voice_.say("convert-skipped", {{"file", file}});
        case write::FileState::failed:
            return voice_.say("convert-failed", {{"file", file}});
        case write::FileState::doubtful:
        case write::FileState::good:
            break;
        }
        std::string formats;
        for (const std::string& format : entry.made) formats += (formats.empty() ? "" : ", ") + format;
        const bool is_good = entry.state == write::FileState::good;
        return voice_.say(is_good ? "convert-good" : "convert-doubtful",
                          {{"file", file}, {"output", printable(entry.name)}, {"formats", formats}});
    }

    void wait() {
        clear();
        if (!is_quiet_) is_stream_broken_ = !print(voice_.say("convert-waiting") + "\n") || is_stream_broken_;
    }

    const Voice& voice_;
    bool is_quiet_;
    bool is_stream_broken_ = false;
    std::size_t finished_ = 0;
    std::optional<ProgressLine> progress_;
};

class ConvertCommand : public Subcommand {
  public:
    void add_to(Grammar& grammar) override {
        app_ = &grammar.add_command("convert", "help-convert", "help-usage-convert");
        grammar.add_words(*app_, "DIR", folders_, "help-inputs-convert");
        grammar.add_option(*app_, "--to", formats_, "json,docx,pdf,xlsx", "help-option-to");
        grammar.add_flag(*app_, "--resume", options_.is_resumed, "help-option-resume");
        grammar.add_flag(*app_, "--watch", options_.is_watching, "help-option-watch");
        grammar.add_option(*app_, "--queue", queue_, "postgres://…", "help-option-queue");
        grammar.add_option(*app_, "--jobs,-j", jobs_, "N", "help-option-jobs");
        grammar.add_option(*app_, "--templates", office_, "DIR", "help-option-templates");
        grammar.add_language(*app_);
        grammar.add_flag(*app_, "--quiet,-q", is_quiet_, "help-option-quiet");
        grammar.add_footer(*app_, "help-footer-convert");
    }

    bool is_called() const override { return app_ != nullptr && app_->parsed(); }

    Diagnostics check() override {
        Diagnostics mistakes;
        if (folders_.size() != 2)
            mistakes.push_back(usage_error("usage-convert-folders"));
        else {
            options_.input = folders_[0];
            options_.output = folders_[1];
        }
        if (!parse_jobs(jobs_, options_.jobs))
            mistakes.push_back(
                usage_error("usage-bad-value", {{"option", "--jobs"}, {"value", jobs_}, {"allowed", "1 … 256"}}));
        if (!queue_.empty() && !archive::is_server(queue_))
            mistakes.push_back(usage_error(
                "usage-bad-value",
                {{"option", "--queue"}, {"value", archive::shown_store(queue_)}, {"allowed", "postgres://…"}}));
        if (!take_formats())
            mistakes.push_back(usage_error(
                "usage-bad-value", {{"option", "--to"}, {"value", formats_}, {"allowed", "json, docx, pdf, xlsx"}}));
        return mistakes;
    }

    ExitCode run(const Voice& voice) const override {
        if (!queue_.empty()) return run_queue(voice);
        auto kit = jobs::ReadingKit::open(office_);
        auto workshop = jobs::Workshop::open({office_, {}});
        if (!kit) return fail(kit.diagnostics, voice);
        if (!workshop) return fail(workshop.diagnostics, voice);
        jobs::ConvertOptions options = options_;
        options.language = voice.language;
        ConvertTeller teller(voice, is_quiet_);
        const auto counts = jobs::run_convert(*kit, *workshop, voice.messages, options, teller.events());
        teller.clear();
        if (!counts) return fail(counts.diagnostics, voice);
        print_error(diagnostic_lines(counts.diagnostics, voice));
        const bool is_told = is_quiet_ || print(summary(*counts, voice) + "\n");
        if (!counts->is_complete) {
            print_error(diagnostic_line({"convert-interrupted", Severity::error, {}, {}}, voice));
            return interrupted;
        }
        if (!is_told || teller.is_stream_broken()) return unwritable;
        return counts->failed != 0 || !counts.diagnostics.empty() ? findings : done;
    }

  private:
    /// All formats where none were asked for; each once, in one order.
    bool take_formats() {
        std::vector<std::string> wanted;
        for (std::size_t from = 0; from < formats_.size();) {
            const std::size_t end = std::min(formats_.find(',', from), formats_.size());
            wanted.push_back(formats_.substr(from, end - from));
            from = end + 1;
        }
        const auto& known = jobs::convert_formats;
        for (const std::string& one : wanted)
            if (std::find(known.begin(), known.end(), one) == known.end()) return false;
        for (const std::string_view format : known)
            if (wanted.empty() || std::find(wanted.begin(), wanted.end(), format) != wanted.end())
                options_.formats.emplace_back(format);
        return true;
    }

    /// For the workers: nothing is read here.
    ExitCode run_queue(const Voice& voice) const {
        const auto counts =
            jobs::queue_folder({queue_, options_.input, options_.output, options_.formats}, is_interrupted);
        if (!counts) return fail(counts.diagnostics, voice);
        print_error(diagnostic_lines(counts.diagnostics, voice));
        const std::string line = voice.say("convert-queued", {{"files", std::to_string(counts->files)},
                                                              {"queued", std::to_string(counts->queued)},
                                                              {"known", std::to_string(counts->known)}});
        if (!is_quiet_ && !print(line + "\n")) return unwritable;
        return counts.diagnostics.empty() ? done : findings;
    }

    static ExitCode fail(const Diagnostics& reasons, const Voice& voice) {
        print_error(diagnostic_lines(reasons, voice));
        return exit_code_of(reasons);
    }

    std::string summary(const jobs::ConvertCounts& counts, const Voice& voice) const {
        return voice.say("convert-summary", {{"files", std::to_string(counts.files)},
                                             {"good", std::to_string(counts.good)},
                                             {"doubtful", std::to_string(counts.doubtful)},
                                             {"failed", std::to_string(counts.failed)},
                                             {"duplicates", std::to_string(counts.duplicates)},
                                             {"skipped", std::to_string(counts.skipped)},
                                             {"kept", std::to_string(counts.kept)},
                                             {"report", printable((options_.output / "report.html").string())}});
    }

    CLI::App* app_ = nullptr;
    std::vector<std::string> folders_;
    std::string formats_, jobs_, office_, queue_;
    bool is_quiet_ = false;
    jobs::ConvertOptions options_;
};

} // namespace

std::shared_ptr<Subcommand> make_convert_command() { return std::make_shared<ConvertCommand>(); }

} // namespace vanthu::cli
