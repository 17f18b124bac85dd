// vanthu archive add
#include "cli/archive_commands.h"
#include "cli/archive_grammar.h"
#include "cli/console.h"
#include "cli/grammar.h"
#include "cli/option_values.h"
#include "cli/teller.h"
#include "jobs/archive_add.h"

#include <fmt/format.h>

#include <cstdlib>
#include <unistd.h>

namespace vanthu::cli {
namespace {

constexpr TellerWords words_of_adding = {"status-unarchived", "summary-archived-done", "summary-archived-failed",
                                         "summary-archived-stopped"};

/// Who stands in the history of a version.
std::string user_name() {
    const char* name = std::getenv("USER"); // NOLINT(concurrency-mt-unsafe): no thread exists yet
    return name && *name ? name : fmt::format("uid {}", ::getuid());
}

class Add final : public ArchiveCommand {
  public:
    Add() : ArchiveCommand("add", "help-archive-add", "help-usage-archive-add") {}
    ExitCode run(const Voice& voice) const override {
        const auto inputs = jobs::find_inputs(files_, jobs::document_suffixes);
        if (!inputs) return fail_early(inputs.diagnostics, json(), voice);
        if (!replaces_.empty() && inputs->size() != 1)
            return fail_early({usage_error("usage-one-input", {{"option", "--replaces"}})}, json(), voice);
        const auto kit = jobs::ReadingKit::open(office_);
        if (!kit) return fail_early(kit.diagnostics, json(), voice);
        ExitCode code = done;
        auto archive = open(voice, code);
        if (!archive) return code;
        jobs::ArchiveAddOptions options;
        options.batch.jobs = jobs_;
        options.batch.is_stopped = is_interrupted;
        options.user = user_name();
        options.replaces = replaces_;
        options.allow_same_number = same_number_;
        Teller teller({json(), false, quiet_, quiet_, strict_, stats_, words_of_adding}, voice, inputs->size());
        const bool is_complete = jobs::run_archive_add(*kit, *archive, *inputs, options,
                                                       [&](const jobs::Outcome& outcome) { teller.tell(outcome); });
        return teller.finish(is_complete);
    }

  private:
    void add_words(Grammar& grammar, CLI::App& app) override {
        grammar.add_words(app, "FILE", files_, "help-inputs-read");
        grammar.add_option(app, "--replaces", replaces_, "ID", "help-option-replaces");
        grammar.add_flag(app, "--same-number", same_number_, "help-option-same-number");
        grammar.add_option(app, "--jobs,-j", jobs_word_, "N", "help-option-jobs-read");
        grammar.add_option(app, "--templates", office_, "DIR", "help-option-templates");
        grammar.add_flag(app, "--strict", strict_, "help-option-strict");
        grammar.add_flag(app, "--quiet,-q", quiet_, "help-option-quiet");
        grammar.add_flag(app, "--stats", stats_, "help-option-stats");
    }
    Diagnostics check_words() override {
        Diagnostics mistakes;
        if (files_.empty()) mistakes.push_back(usage_error("usage-input-missing"));
        if (!parse_jobs(jobs_word_, jobs_)) mistakes.push_back(bad_value("--jobs", jobs_word_, "1 … 256"));
        return mistakes;
    }

    std::vector<std::string> files_;
    std::string replaces_, jobs_word_, office_;
    unsigned jobs_ = 0;
    bool same_number_ = false, strict_ = false, quiet_ = false, stats_ = false;
};

} // namespace

std::shared_ptr<Subcommand> archive_add() { return std::make_shared<Add>(); }

} // namespace vanthu::cli
