// vanthu archive register take|show|export|assign|start|check
#include "archive/list_json.h"
#include "cli/archive_commands.h"
#include "cli/archive_filter.h"
#include "cli/archive_grammar.h"
#include "cli/commands.h"
#include "cli/grammar.h"
#include "cli/option_values.h"
#include "cli/text_table.h"
#include "jobs/archive_add.h"
#include "jobs/archive_tables.h"
#include "jobs/files.h"
#include "jobs/read_batch.h"
#include "jobs/today.h"

namespace vanthu::cli {
namespace {

bool is_iso_date(const std::string& word) {
    std::string from, to;
    return word.size() == 10 && parse_period(word, from, to);
}

class RegisterCommand final : public ArchiveCommand {
  public:
    RegisterCommand() : ArchiveCommand("register", "help-archive-register", "help-usage-archive-register") {}
    ExitCode run(const Voice& voice) const override {
        ExitCode code = done;
        auto archive = open(voice, code);
        if (!archive) return code;
        archive::Register& numbers = archive->numbers();
        if (action_ == "take") return take(numbers, voice);
        if (action_ == "assign") return assign(*archive, voice);
        if (action_ == "start") return tell(numbers.start(entry_.book, year_, number_), voice);
        if (action_ == "check") return check_numbers(numbers, voice);
        return show(numbers, voice);
    }

  private:
    void add_words(Grammar& grammar, CLI::App& app) override {
        CLI::App& taking = action(grammar, app, "take", "help-register-take", "help-usage-register-take");
        add_entry(grammar, taking);
        for (CLI::App* one : {&action(grammar, app, "show", "help-register-show", "help-usage-register-show"),
                              &action(grammar, app, "export", "help-register-export", "help-usage-register-export"),
                              &action(grammar, app, "assign", "help-register-assign", "help-usage-register-assign"),
                              &action(grammar, app, "start", "help-register-start", "help-usage-register-start"),
                              &action(grammar, app, "check", "help-register-check", "help-usage-register-check")}) {
            const std::string& name = one->get_name();
            if (name == "assign" || name == "start") grammar.add_words(*one, "N", words_, "help-words-register");
            if (name == "assign") grammar.add_option(*one, "--id", entry_.id, "ID", "help-option-id");
            if (name == "export")
                grammar.add_option(*one, "-o,--output", output_, "FILE", "help-option-output-register");
            if (name != "check") add_book(grammar, *one);
        }
        for (CLI::App* one : actions_) {
            grammar.add_language(*one);
            grammar.add_flag(*one, "--json", json_, "help-option-json-archive");
        }
        grammar.add_footer(app, "help-footer-archive-register");
    }

    CLI::App& action(Grammar& grammar, CLI::App& parent, const char* name, const char* help, const char* usage) {
        CLI::App& made = grammar.add_command(parent, name, help, usage);
        grammar.add_option(made, "--store", store_, "STORE", "help-option-store");
        actions_.push_back(&made);
        return made;
    }

    void add_book(Grammar& grammar, CLI::App& app) {
        grammar.add_option(app, "--book", entry_.book, "NAME", "help-option-book");
        grammar.add_option(app, "--year", year_word_, "YYYY", "help-option-register-year");
    }

    void add_entry(Grammar& grammar, CLI::App& app) {
        grammar.add_option(app, "--symbol", entry_.symbol, "SYMBOL", "help-option-symbol");
        grammar.add_option(app, "--type", entry_.type, "NAME", "help-option-entry-type");
        grammar.add_option(app, "--subject", entry_.subject, "TEXT", "help-option-subject");
        grammar.add_option(app, "--date", entry_.date, "YYYY-MM-DD", "help-option-date");
        grammar.add_option(app, "--signer", entry_.signer, "NAME", "help-option-entry-signer");
        grammar.add_option(app, "--recipients", entry_.recipients, "TEXT", "help-option-recipients");
        grammar.add_option(app, "--drafter", entry_.drafter, "NAME", "help-option-drafter");
        grammar.add_option(app, "--copies", copies_, "N", "help-option-copies");
        grammar.add_option(app, "--note", entry_.note, "TEXT", "help-option-note");
        add_book(grammar, app);
    }

    Diagnostics check_words() override {
        for (const CLI::App* one : actions_)
            if (one->parsed()) action_ = one->get_name();
        if (action_.empty()) return {usage_error("usage-action-missing")};
        Diagnostics mistakes = check_numbers_of_words();
        const auto require = [&](const char* action, const char* option, const std::string& value) {
            if (action_ == action && value.empty())
                mistakes.push_back(usage_error("usage-value-missing", {{"option", option}}));
        };
        require("take", "--symbol", entry_.symbol);
        require("assign", "--id", entry_.id);
        if (action_ == "export" && output_.empty()) mistakes.push_back(usage_error("usage-output-missing"));
        if (!output_.empty() && !is_table_file(output_))
            mistakes.push_back(bad_value("--output", output_, "*.xlsx, *.csv, *.json"));
        return mistakes;
    }

    /// Date, year, copies, and the number that some actions are called with.
    Diagnostics check_numbers_of_words() {
        Diagnostics mistakes;
        if (entry_.date.empty()) entry_.date = jobs::today();
        if (!is_iso_date(entry_.date)) mistakes.push_back(bad_value("--date", entry_.date, "2026-01-31"));
        std::size_t year = 0, copies = 0, number = 0;
        const bool all_years = year_word_.empty() && (action_ == "show" || action_ == "export");
        if (!parse_count(year_word_.empty() ? entry_.date.substr(0, 4) : year_word_, 1900, year))
            mistakes.push_back(bad_value("--year", year_word_, "2026"));
        if (!parse_count(copies_, 0, copies)) mistakes.push_back(bad_value("--copies", copies_, "0, 1, 2 …"));
        const bool wants_number = action_ == "assign" || action_ == "start";
        if (wants_number && (words_.size() != 1 || !parse_count(words_[0], 1, number)))
            mistakes.push_back(bad_value(action_, words_.empty() ? "" : words_.back(), "1, 2, 3 …"));
        year_ = all_years ? 0 : static_cast<std::uint32_t>(year);
        entry_.copies = static_cast<std::uint32_t>(copies);
        number_ = static_cast<std::uint32_t>(number);
        return mistakes;
    }

    ExitCode take(archive::Register& numbers, const Voice& voice) const {
        archive::Entry entry = entry_;
        entry.year = year_;
        entry.taken = jobs::now_utc();
        const auto taken = numbers.take(std::move(entry));
        if (!taken) return tell(taken.diagnostics, voice);
        if (json()) return print_result(archive::json_of(std::span(&*taken, 1)), voice);
        return print_result(jobs::written_number(jobs::written_number(taken->number), taken->symbol) + "\n", voice);
    }

    /// The archive must have the document.
    ExitCode assign(archive::Archive& archive, const Voice& voice) const {
        const auto found = archive.index().find(entry_.id);
        if (!found) return tell(found.diagnostics, voice);
        if (!found->has_value()) return tell({{"archive-unknown-id", Severity::error, {{"id", entry_.id}}, {}}}, voice);
        return tell(archive.numbers().assign(entry_.book, year_, number_, (*found)->id), voice);
    }

    ExitCode check_numbers(archive::Register& numbers, const Voice& voice) const {
        const Diagnostics found = numbers.check();
        if (!found.empty()) return tell(found, voice);
        return json() ? done : print_result(voice.say("register-sound") + "\n", voice);
    }

    ExitCode show(archive::Register& numbers, const Voice& voice) const {
        const auto entries = numbers.entries(entry_.book, year_);
        if (!entries) return tell(entries.diagnostics, voice);
        if (output_.ends_with(".json")) return tell(jobs::write_text(archive::json_of(*entries), output_), voice);
        if (!output_.empty())
            return tell(jobs::write_tables({jobs::table_of(*entries, voice.messages, voice.language)}, output_), voice);
        if (json()) return print_result(archive::json_of(*entries), voice);
        if (entries->empty()) return print_result(voice.say("register-empty") + "\n", voice);
        TextTable table({{voice.say("column-number"), 20},
                         {voice.say("column-date"), 10},
                         {voice.say("column-type-subject"), 60},
                         {voice.say("field-signer"), 24},
                         {voice.say("column-id"), 11}});
        for (const archive::Entry& one : *entries)
            table.add({jobs::written_number(jobs::written_number(one.number), one.symbol), jobs::written_date(one.date),
                       one.type + (one.type.empty() || one.subject.empty() ? "" : " ") + one.subject, one.signer,
                       one.id.substr(0, 11)});
        return print_result(table.text(), voice);
    }

    std::vector<CLI::App*> actions_;
    std::vector<std::string> words_;
    std::string action_;
    archive::Entry entry_;
    std::string year_word_, copies_, output_;
    std::uint32_t year_ = 0, number_ = 0;
};

} // namespace

std::shared_ptr<Subcommand> archive_register() { return std::make_shared<RegisterCommand>(); }

} // namespace vanthu::cli
