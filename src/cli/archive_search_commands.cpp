// vanthu archive search, list
#include "archive/list_json.h"
#include "base/printable.h"
#include "cli/archive_commands.h"
#include "cli/archive_filter.h"
#include "cli/archive_grammar.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "jobs/archive_tables.h"

#include <fmt/format.h>

namespace vanthu::cli {
namespace {

void replace_all(std::string& text, std::string_view what, std::string_view with) {
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
        text.replace(at, what.size(), with);
}

/// What was found in bold, where somebody looks at it.
std::string snippet_line(const std::string& snippet) {
    std::string text = printable(snippet);
    const bool bold = is_output_terminal();
    replace_all(text, "\xEE\x80\x80", bold ? "\x1B[1m" : "");
    replace_all(text, "\xEE\x80\x81", bold ? "\x1B[0m" : "");
    return text;
}

void add_part(std::string& line, const std::string& part) {
    if (part.empty()) return;
    line += (line.empty() ? "" : "  ") + printable(part);
}

std::string heading(const archive::Record& record) {
    std::string line;
    add_part(line, jobs::written_number(record.number, record.symbol));
    add_part(line, jobs::written_date(record.date));
    add_part(line, record.issuer);
    add_part(line, record.id);
    return line + "\n";
}

std::string lines_of(const archive::Hit& hit) {
    const std::string& subject = hit.record.subject.empty() ? hit.record.source : hit.record.subject;
    std::string lines = heading(hit.record) + "    " + printable(subject) + "\n";
    std::string plain = hit.snippet;
    replace_all(plain, "\xEE\x80\x80", "");
    replace_all(plain, "\xEE\x80\x81", "");
    return plain.empty() || plain == subject ? lines : lines + "    " + snippet_line(hit.snippet) + "\n";
}

class Search : public ArchiveCommand {
  public:
    Search() : ArchiveCommand("search", "help-archive-search", "help-usage-archive-search") {}
    ExitCode run(const Voice& voice) const override {
        ExitCode code = done;
        auto archive = open(voice, code);
        if (!archive) return code;
        const auto found = archive->index().search({words_, filter_.filter(), page_.limit(), page_.offset()});
        if (!found) return tell(found.diagnostics, voice);
        if (json()) return print_result(archive::json_of(*found), voice);
        std::string text;
        for (const archive::Hit& hit : found->hits) text += lines_of(hit);
        const std::vector<Argument> counts = {{"shown", std::to_string(found->hits.size())},
                                              {"total", std::to_string(found->total)}};
        return print_result(text + voice.say(found->total == 0 ? "search-nothing" : "search-total", counts) + "\n",
                            voice);
    }

  protected:
    Search(const char* name, const char* help, const char* usage) : ArchiveCommand(name, help, usage) {}
    void add_words(Grammar& grammar, CLI::App& app) override {
        grammar.add_words(app, "QUERY", query_, "help-words-query");
        add_filters(grammar, app);
    }
    void add_filters(Grammar& grammar, CLI::App& app) {
        filter_.add_to(grammar, app);
        page_.add_to(grammar, app);
    }
    Diagnostics check_words() override {
        for (const std::string& word : query_) {
            // The shell has taken the quotation marks of a phrase off.
            const bool phrase = word.find(' ') != std::string::npos && word.find('"') == std::string::npos;
            words_ += (words_.empty() ? "" : " ") + (phrase && query_.size() > 1 ? '"' + word + '"' : word);
        }
        Diagnostics mistakes = filter_.check();
        const Diagnostics more = page_.check();
        mistakes.insert(mistakes.end(), more.begin(), more.end());
        return mistakes;
    }

  private:
    std::vector<std::string> query_;
    std::string words_;
    FilterOptions filter_;
    PageOptions page_{20};
};

/// A search for no words.
class List final : public Search {
  public:
    List() : Search("list", "help-archive-list", "help-usage-archive-list") {}

  private:
    void add_words(Grammar& grammar, CLI::App& app) override { add_filters(grammar, app); }
};

} // namespace

std::shared_ptr<Subcommand> archive_search() { return std::make_shared<Search>(); }
std::shared_ptr<Subcommand> archive_list() { return std::make_shared<List>(); }

} // namespace vanthu::cli
