// vanthu archive tasks
#include "archive/list_json.h"
#include "cli/archive_commands.h"
#include "cli/archive_filter.h"
#include "cli/archive_grammar.h"
#include "cli/commands.h"
#include "cli/option_values.h"
#include "cli/text_table.h"
#include "jobs/archive_tables.h"
#include "jobs/files.h"
#include "jobs/read_batch.h"

namespace vanthu::cli {
namespace {

class Tasks final : public ArchiveCommand {
  public:
    Tasks() : ArchiveCommand("tasks", "help-archive-tasks", "help-usage-archive-tasks") {}
    ExitCode run(const Voice& voice) const override {
        ExitCode code = done;
        auto archive = open(voice, code);
        if (!archive) return code;
        archive::TaskQuery query = query_;
        query.limit = page_.limit();
        query.offset = page_.offset();
        const auto found = archive->index().tasks(query);
        if (!found) return tell(found.diagnostics, voice);
        if (!output_.empty()) return write(*found, voice);
        if (json()) return print_result(archive::json_of(*found), voice);
        if (found->hits.empty()) return print_result(voice.say("tasks-nothing") + "\n", voice);
        return print_result(rows_of(found->hits, voice) +
                                voice.say("tasks-total", {{"count", std::to_string(found->hits.size())}}) + "\n",
                            voice);
    }

  private:
    void add_words(Grammar& grammar, CLI::App& app) override {
        grammar.add_words(app, "WORDS", words_, "help-words-task");
        grammar.add_option(app, "--lead", query_.lead, "NAME", "help-option-lead");
        grammar.add_option(app, "--partner", query_.partner, "NAME", "help-option-partner");
        grammar.add_option(app, "--due", due_, "DATE", "help-option-due");
        page_.add_to(grammar, app);
        grammar.add_option(app, "-o,--output", output_, "FILE", "help-option-output-tables");
    }
    Diagnostics check_words() override {
        for (const std::string& word : words_) query_.words += (query_.words.empty() ? "" : " ") + word;
        Diagnostics mistakes = page_.check();
        if (!due_.empty() && !parse_period(due_, query_.due_from, query_.due_to))
            mistakes.push_back(bad_value("--due", due_, "2022, 2022-06, 2022-01-01..2022-06-30"));
        if (!output_.empty() && !is_table_file(output_))
            mistakes.push_back(bad_value("--output", output_, "*.xlsx, *.csv, *.json"));
        return mistakes;
    }

    ExitCode write(const archive::TaskHits& found, const Voice& voice) const {
        if (output_.ends_with(".json")) return tell(jobs::write_text(archive::json_of(found), output_), voice);
        return tell(jobs::write_tables({jobs::table_of(found.hits, voice.messages, voice.language)}, output_), voice);
    }

    static std::string rows_of(const std::vector<archive::TaskHit>& hits, const Voice& voice) {
        TextTable table({{voice.say("column-due"), 22},
                         {voice.say("column-lead"), 30},
                         {voice.say("column-task"), 70},
                         {voice.say("column-number"), 16},
                         {voice.say("column-id"), 11}});
        for (const archive::TaskHit& hit : hits)
            table.add({hit.task.time.raw, jobs::joined_names(hit.task.lead), hit.task.task,
                       jobs::written_number(hit.number, hit.symbol), hit.id.substr(0, 11)});
        return table.text();
    }

    std::vector<std::string> words_;
    archive::TaskQuery query_;
    std::string due_, output_;
    PageOptions page_{1000};
};

} // namespace

std::shared_ptr<Subcommand> archive_tasks() { return std::make_shared<Tasks>(); }

} // namespace vanthu::cli
