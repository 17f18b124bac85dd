// vanthu archive show, export
#include "base/printable.h"
#include "cli/archive_commands.h"
#include "cli/archive_grammar.h"
#include "cli/commands.h"
#include "cli/grammar.h"
#include "cli/option_values.h"
#include "cli/teller.h"
#include "jobs/archive_export.h"

#include <fmt/format.h>

namespace vanthu::cli {
namespace {

constexpr TellerWords words_of_exporting = {"status-unexported", "summary-exported-done", "summary-exported-failed",
                                            "summary-exported-stopped"};

/// Name and value of a field, for people.
std::string field_line(const char* code, const std::string& value, const Voice& voice) {
    return value.empty() ? std::string() : fmt::format("{}: {}\n", voice.say(code), printable(value));
}

std::string joined(const std::vector<std::string>& texts) {
    std::string all;
    for (const std::string& text : texts) all += (all.empty() ? "" : "; ") + text;
    return all;
}

std::string fields_of(const archive::Record& record, const Voice& voice) {
    const std::string number = record.number + (record.symbol.empty() ? "" : "/" + record.symbol);
    std::string text = record.id + "\n";
    text += field_line("field-type", record.type, voice) + field_line("field-number", number, voice);
    text += field_line("field-date", record.date, voice) + field_line("field-issuer", record.issuer, voice);
    text += field_line("field-subject", record.subject, voice) + field_line("field-signer", record.signer, voice);
    text += field_line("field-position", record.position, voice);
    text += field_line("field-recipients", joined(record.recipients), voice);
    if (record.pages != 0) text += field_line("field-pages", std::to_string(record.pages), voice);
    if (!record.tasks.empty()) text += field_line("field-tasks", std::to_string(record.tasks.size()), voice);
    return text;
}

std::string history_of(const std::vector<archive::Version>& versions) {
    std::string text;
    for (const archive::Version& version : versions) {
        text += fmt::format("v{}  {}  {}\n", version.number, version.created, printable(version.user));
        for (const archive::StoredFile& file : version.files)
            text += fmt::format("    {:>10}  {}  {}\n", file.size, file.sha512.substr(0, 16), printable(file.path));
    }
    return text;
}

class Show final : public ArchiveCommand {
  public:
    Show() : ArchiveCommand("show", "help-archive-show", "help-usage-archive-show") {}
    ExitCode run(const Voice& voice) const override {
        ExitCode code = done;
        auto archive = open(voice, code);
        if (!archive) return code;
        const auto found = archive->index().find(ids_.front());
        if (!found) return tell(found.diagnostics, voice);
        if (!found->has_value())
            return tell({{"archive-unknown-id", Severity::error, {{"id", ids_.front()}}, {}}}, voice);
        const std::string& id = (*found)->id;
        if (json()) {
            const auto record = archive->storage().file(id, 0, "record.json");
            return record ? print_result(*record + "\n", voice) : tell(record.diagnostics, voice);
        }
        const auto versions = archive->storage().versions(id);
        if (!versions) return tell(versions.diagnostics, voice);
        const ExitCode printed = print_result(fields_of(**found, voice) + history_of(*versions), voice);
        const std::vector<std::string> one = {id};
        return std::max(printed, tell(archive->verify(one), voice));
    }

  private:
    void add_words(Grammar& grammar, CLI::App& app) override { grammar.add_words(app, "ID", ids_, "help-words-id"); }
    Diagnostics check_words() override {
        if (ids_.empty()) return {usage_error("usage-id-missing")};
        if (ids_.size() > 1) return {usage_error("usage-unknown-word", {{"word", ids_[1]}})};
        return {};
    }
    std::vector<std::string> ids_;
};

class Export final : public ArchiveCommand {
  public:
    Export() : ArchiveCommand("export", "help-archive-export", "help-usage-archive-export") {}
    ExitCode run(const Voice& voice) const override {
        ExitCode code = done;
        auto archive = open(voice, code);
        if (!archive) return code;
        Teller teller({json(), false, false, true, false, false, words_of_exporting}, voice, ids_.size());
        for (const std::string& id : ids_) teller.tell(jobs::export_document(*archive, id, folder_));
        return teller.finish(true);
    }

  private:
    void add_words(Grammar& grammar, CLI::App& app) override {
        grammar.add_words(app, "ID", ids_, "help-words-ids-export");
        grammar.add_option(app, "-o,--output", folder_, "DIR", "help-option-output-export");
    }
    Diagnostics check_words() override {
        Diagnostics mistakes;
        if (ids_.empty()) mistakes.push_back(usage_error("usage-id-missing"));
        if (folder_.empty()) mistakes.push_back(usage_error("usage-output-missing"));
        return mistakes;
    }
    std::vector<std::string> ids_;
    std::string folder_;
};

} // namespace

std::shared_ptr<Subcommand> archive_show() { return std::make_shared<Show>(); }
std::shared_ptr<Subcommand> archive_export() { return std::make_shared<Export>(); }

} // namespace vanthu::cli
