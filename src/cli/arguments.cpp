#include "cli/arguments.h"

#include "cli/grammar.h"
#include "cli/option_values.h"
#include "cli/subcommand.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <memory>
#include <utility>

namespace vanthu::cli {
namespace {

using forms::Language;
using forms::Messages;

/// What CLI11 fills in; values stay text until all words are known.
struct Words {
    std::string format, level, jobs, page, kind;
    bool no_furniture = false;
    bool version = false;
};

/// The commands that share Arguments.
class OlderCommands {
  public:
    OlderCommands(Grammar& grammar, Arguments& arguments, Words& words)
        : grammar_(grammar), arguments_(arguments), words_(words) {
        grammar_.add_flag(grammar_.app(), "--version", words_.version, "help-option-version");
        grammar_.add_language(grammar_.app());
        grammar_.add_footer(grammar_.app(), "help-footer");
        add_generate();
        add_read();
        add_tables();
        add_text();
        CLI::App& schema = grammar_.add_command("schema", "help-schema", "help-usage-schema");
        grammar_.add_language(schema);
        CLI::App& templates = grammar_.add_command("templates", "help-templates", "help-usage-templates");
        add_templates(templates);
        grammar_.add_language(templates);
    }

  private:
    void add_inputs(CLI::App& app, std::string_view description) {
        grammar_.add_words(app, "FILE", arguments_.inputs, description);
    }

    void add_jobs(CLI::App& app) { grammar_.add_option(app, "--jobs,-j", words_.jobs, "N", "help-option-jobs"); }

    void add_templates(CLI::App& app) {
        grammar_.add_option(app, "--templates", arguments_.office, "DIR", "help-option-templates");
    }

    void add_generate() {
        CLI::App& app = grammar_.add_command("generate", "help-generate", "help-usage-generate");
        add_inputs(app, "help-inputs");
        grammar_.add_option(app, "-o,--output", arguments_.output, "DIR", "help-option-output");
        grammar_.add_option(app, "--format", words_.format, "pdf,docx", "help-option-format");
        grammar_.add_option(app, "--pdfa", words_.level, "3a|2a|1b", "help-option-pdfa");
        add_jobs(app);
        add_templates(app);
        grammar_.add_option(app, "--font", arguments_.font, "NAME", "help-option-font");
        grammar_.add_language(app);
        grammar_.add_flag(app, "--json", arguments_.json, "help-option-json");
        grammar_.add_flag(app, "--strict", arguments_.strict, "help-option-strict");
        grammar_.add_flag(app, "--quiet,-q", arguments_.quiet, "help-option-quiet");
        grammar_.add_flag(app, "--stats", arguments_.stats, "help-option-stats");
        grammar_.add_footer(app, "help-footer-generate");
    }

    void add_read() {
        CLI::App& app = grammar_.add_command("read", "help-read", "help-usage-read");
        add_inputs(app, "help-inputs-read");
        grammar_.add_option(app, "-o,--output", arguments_.output, "DIR", "help-option-output-read");
        grammar_.add_option(app, "--show", arguments_.show, "PNG", "help-option-show");
        grammar_.add_option(app, "--page", words_.page, "N", "help-option-page");
        grammar_.add_flag(app, "--ignore-attached", arguments_.ignore_attached, "help-option-ignore-attached");
        add_reading(app, "help-footer-read");
    }

    void add_tables() {
        CLI::App& app = grammar_.add_command("tables", "help-tables", "help-usage-tables");
        add_inputs(app, "help-inputs-read");
        grammar_.add_option(app, "-o,--output", arguments_.output, "FILE", "help-option-output-tables");
        grammar_.add_option(app, "--kind", words_.kind, "task|all", "help-option-kind");
        add_reading(app, "help-footer-tables");
    }

    void add_text() {
        CLI::App& app = grammar_.add_command("text", "help-text", "help-usage-text");
        add_inputs(app, "help-inputs-read");
        grammar_.add_option(app, "-o,--output", arguments_.output, "DIR", "help-option-output-text");
        grammar_.add_flag(app, "--no-furniture", words_.no_furniture, "help-option-no-furniture");
        add_reading(app, "help-footer-text");
    }

    /// What all commands that read have.
    void add_reading(CLI::App& app, std::string_view footer) {
        add_jobs(app);
        add_templates(app);
        grammar_.add_language(app);
        grammar_.add_flag(app, "--json", arguments_.json, "help-option-json-read");
        grammar_.add_flag(app, "--strict", arguments_.strict, "help-option-strict");
        grammar_.add_flag(app, "--quiet,-q", arguments_.quiet, "help-option-quiet");
        grammar_.add_flag(app, "--stats", arguments_.stats, "help-option-stats");
        grammar_.add_footer(app, footer);
    }

    Grammar& grammar_;
    Arguments& arguments_;
    Words& words_;
};

void append(Diagnostics& all, Diagnostics more) { std::move(more.begin(), more.end(), std::back_inserter(all)); }

/// The option given more than once, or null.
const CLI::Option* repeated_option(const CLI::App& app) {
    for (const CLI::App* command : app.get_subcommands())
        if (const CLI::Option* option = repeated_option(*command)) return option;
    for (const CLI::Option* option : app.get_options())
        if (!option->get_positional() && option->get_type_size() > 0 && option->count() > 1) return option;
    return nullptr;
}

/// CLI11 speaks English; its kinds of mistakes have wordings of ours.
Diagnostic mistake(const CLI::ParseError& error, const CLI::App& app) {
    if (dynamic_cast<const CLI::ExtrasError*>(&error)) {
        const std::vector<std::string> unknown = app.remaining(true);
        return usage_error("usage-unknown-word", {{"word", unknown.empty() ? std::string() : unknown.front()}});
    }
    if (const CLI::Option* option = repeated_option(app))
        return usage_error("usage-option-repeated", {{"option", option->get_name()}});
    // "--jobs: 1 required TEXT missing": the option's name stands in front.
    const std::string what = error.what();
    return usage_error("usage-value-missing", {{"option", what.substr(0, what.find(':'))}});
}

constexpr std::array<std::pair<const char*, Command>, 6> commands = {{{"generate", Command::generate},
                                                                      {"read", Command::read},
                                                                      {"tables", Command::tables},
                                                                      {"text", Command::text},
                                                                      {"schema", Command::schema},
                                                                      {"templates", Command::templates}}};

void set_command(const CLI::App& app, const Words& words, Arguments& arguments, Diagnostics& mistakes) {
    arguments.command = Command::version;
    if (words.version) return;
    arguments.command = Command::subcommand;
    if (arguments.subcommand) return;
    const auto* found =
        std::find_if(commands.begin(), commands.end(), [&](const auto& one) { return app.got_subcommand(one.first); });
    if (found == commands.end()) return mistakes.push_back(usage_error("usage-command-missing"));
    arguments.command = found->second;
}

void check_command(Arguments& arguments, const Words& words, Diagnostics& mistakes) {
    if (arguments.command == Command::generate) check_generate(arguments, words.format.empty(), mistakes);
    if (arguments.command == Command::read) check_reading(arguments, ".json", mistakes);
    if (arguments.command == Command::text) check_reading(arguments, ".txt", mistakes);
    if (arguments.command == Command::tables) check_tables(arguments, mistakes);
    if (arguments.subcommand) append(mistakes, arguments.subcommand->check());
}

void set_values(const Words& words, const std::string& language, Arguments& arguments, Diagnostics& mistakes) {
    const auto refuse = [&](const char* option, const std::string& value, const char* allowed) {
        mistakes.push_back(bad_value(option, value, allowed));
    };
    if (!parse_language(language, arguments.language)) refuse("--lang", language, "vi, en");
    if (!parse_formats(words.format, arguments)) refuse("--format", words.format, "pdf, docx, pdf,docx");
    if (!parse_level(words.level, arguments.level)) refuse("--pdfa", words.level, "3a, 2a, 1b");
    if (!parse_jobs(words.jobs, arguments.jobs)) refuse("--jobs", words.jobs, "1 … 256");
    if (!parse_page(words.page, arguments.page)) refuse("--page", words.page, "1, 2, 3 …");
    if (!parse_kind(words.kind, arguments.tasks_only)) refuse("--kind", words.kind, "task, all");
    arguments.furniture = !words.no_furniture;
}

} // namespace

Result<Arguments> parse_arguments(int count, const char* const* words, const Messages& messages) {
    Arguments arguments;
    Words values;
    Grammar grammar(messages, language_of(count, words));
    const OlderCommands older(grammar, arguments, values);
    const auto subcommands = make_subcommands();
    for (const auto& one : subcommands) one->add_to(grammar);
    try {
        grammar.app().parse(count, words);
    } catch (const CLI::CallForHelp&) {
        arguments.command = Command::help;
        arguments.help = grammar.app().help();
        return Result<Arguments>::of(std::move(arguments));
    } catch (const CLI::ParseError& error) {
        return Result<Arguments>::failed(mistake(error, grammar.app()));
    }
    for (const auto& one : subcommands)
        if (one->is_called()) arguments.subcommand = one;
    Diagnostics mistakes;
    set_command(grammar.app(), values, arguments, mistakes);
    set_values(values, grammar.language_word(), arguments, mistakes);
    check_command(arguments, values, mistakes);
    if (!mistakes.empty()) return Result<Arguments>::failed(std::move(mistakes));
    return Result<Arguments>::of(std::move(arguments));
}

} // namespace vanthu::cli
