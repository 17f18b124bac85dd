// vanthu archive register take|show|export|assign|start|check
#include "cli/archive_commands.h"
#include "cli/archive_filter.h"
#include "cli/archive_grammar.h"
#include "cli/archive_json.h"
#include "cli/commands.h"
#include "cli/option_values.h"
#include "cli/text_table.h"
#include "jobs/archive_add.h"
#include "jobs/archive_tables.h"
#include "jobs/files.h"
#include "jobs/read_batch.h"
#include "jobs/today.h"

#include <algorithm>
#include <array>

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
        const std::string& action = words_.front();
        if (action == "take") return take(numbers, voice);
        if (action == "assign") return assign(*archive, voice);
        if (action == "start") return tell(numbers.start(entry_.book, year_, number_), voice);
        if (action == "check") return check_numbers(numbers, voice);
        return show(numbers, voice);
    }

  private:
    void add_words(Grammar& grammar, CLI::App& app) override {
        grammar.add_words(app, "ACTION", words_, "help-words-register");
        grammar.add_option(app, "--symbol", entry_.symbol, "SYMBOL", "help-option-symbol");
        grammar.add_option(app, "--type", entry_.type, "NAME", "help-option-entry-type");
        grammar.add_option(app, "--subject", entry_.subject, "TEXT", "help-option-subject");
        grammar.add_option(app, "--date", entry_.date, "YYYY-MM-DD", "help-option-date");
        grammar.add_option(app, "--signer", entry_.signer, "NAME", "help-option-entry-signer");
        grammar.add_option(app, "--recipients", entry_.recipients, "TEXT", "help-option-recipients");
        grammar.add_option(app, "--drafter", entry_.drafter, "NAME", "help-option-drafter");
        grammar.add_option(app, "--copies", copies_, "N", "help-option-copies");
        grammar.add_option(app, "--note", entry_.note, "TEXT", "help-option-note");
        grammar.add_option(app, "--book", entry_.book, "NAME", "help-option-book");
        grammar.add_option(app, "--year", year_word_, "YYYY", "help-option-register-year");
        grammar.add_option(app, "--id", entry_.id, "ID", "help-option-id");
        grammar.add_option(app, "-o,--output", output_, "FILE", "help-option-output-register");
        grammar.add_footer(app, "help-footer-archive-register");
    }

    Diagnostics check_words() override {
        constexpr std::array actions = {"take", "show", "export", "assign", "start", "check"};
        if (words_.empty()) return {usage_error("usage-action-missing")};
        if (std::find(actions.begin(), actions.end(), words_.front()) == actions.end())
            return {usage_error("usage-unknown-word", {{"word", words_.front()}})};
        Diagnostics mistakes = check_numbers_of_words();
        if (words_.front() == "export" && output_.empty()) mistakes.push_back(usage_error("usage-output-missing"));
        if (!output_.empty() && !is_table_file(output_))
            mistakes.push_back(bad_value("--output", output_, "*.xlsx, *.csv, *.json"));
        if (words_.front() == "take" && entry_.symbol.empty())
            mistakes.push_back(usage_error("usage-value-missing", {{"option", "--symbol"}}));
        if (words_.front() == "assign" && entry_.id.empty())
            mistakes.push_back(usage_error("usage-value-missing", {{"option", "--id"}}));
        return mistakes;
    }

    /// Date, year, copies, and the number that some actions are called with.
    Diagnostics check_numbers_of_words() {
        Diagnostics mistakes;
        if (entry_.date.empty()) entry_.date = jobs::today();
        if (!is_iso_date(entry_.date)) mistakes.push_back(bad_value("--date", entry_.date, "2026-01-31"));
        std::size_t year = 0, copies = 0, number = 0;
        const bool all_years =
            year_word_.empty() && words_.front() != "take" && words_.front() != "start" && words_.front() != "assign";
        if (!parse_count(year_word_.empty() ? entry_.date.substr(0, 4) : year_word_, 1900, year))
            mistakes.push_back(bad_value("--year", year_word_, "2026"));
        if (!parse_count(copies_, 0, copies)) mistakes.push_back(bad_value("--copies", copies_, "0, 1, 2 …"));
        const bool wants_number = words_.front() == "assign" || words_.front() == "start";
        if (words_.size() > (wants_number ? 2U : 1U))
            mistakes.push_back(usage_error("usage-unknown-word", {{"word", words_.back()}}));
        else if (wants_number && (words_.size() < 2 || !parse_count(words_[1], 1, number)))
            mistakes.push_back(bad_value(words_.front(), words_.size() < 2 ? "" : words_[1], "1, 2, 3 …"));
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
        if (json()) return print_result(json_of(std::span(&*taken, 1)), voice);
        return print_result(jobs::written_number(std::to_string(taken->number), taken->symbol) + "\n", voice);
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
        if (output_.ends_with(".json")) return tell(jobs::write_text(json_of(*entries), output_), voice);
        if (!output_.empty())
            return tell(jobs::write_tables({jobs::table_of(*entries, voice.messages, voice.language)}, output_), voice);
        if (json()) return print_result(json_of(*entries), voice);
        if (entries->empty()) return print_result(voice.say("register-empty") + "\n", voice);
        TextTable table({{voice.say("column-number"), 20},
                         {voice.say("column-date"), 10},
                         {voice.say("column-type-subject"), 60},
                         {voice.say("field-signer"), 24},
                         {voice.say("column-id"), 11}});
        for (const archive::Entry& one : *entries)
            table.add({jobs::written_number(std::to_string(one.number), one.symbol), jobs::written_date(one.date),
                       one.type + (one.type.empty() || one.subject.empty() ? "" : " ") + one.subject, one.signer,
                       one.id.substr(0, 11)});
        return print_result(table.text(), voice);
    }

    std::vector<std::string> words_;
    archive::Entry entry_;
    std::string year_word_, copies_, output_;
    std::uint32_t year_ = 0, number_ = 0;
};

} // namespace

std::shared_ptr<Subcommand> archive_register() { return std::make_shared<RegisterCommand>(); }

} // namespace vanthu::cli
