#include "cli/arguments.h"

#include "cli/option_values.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

namespace vanthu::cli {
namespace {

using forms::Language;
using forms::Messages;

/// What CLI11 fills in; values stay text until all words are known.
struct Words {
    std::string format, level, jobs, language, page, kind;
    bool no_furniture = false;
    bool version = false;
};

/// Help in the wording of the message catalogue.
class Help : public CLI::Formatter {
  public:
    Help(std::string positionals, std::string usage) : usage_(std::move(usage)) {
        label("Positionals", std::move(positionals));
        column_width(26);
    }

    std::string make_usage(const CLI::App*, std::string) const override { return "\n" + usage_ + "\n"; }

    std::string make_option_opts(const CLI::Option* option) const override {
        const std::string type = option->get_type_name();
        return type.empty() ? type : " " + type;
    }

  private:
    std::string usage_;
};

/// Builds the grammar. Options stand in the order in which help lists them.
class Grammar {
  public:
    Grammar(const Messages& messages, Language language, Arguments& arguments, Words& words)
        : messages_(messages), language_(language), arguments_(arguments), words_(words),
          app_(std::make_unique<CLI::App>(text("help-vanthu"), "vanthu")) {
        app_->formatter(help("help-usage"));
        app_->option_defaults()->group(text("help-options"));
        app_->set_help_flag("-h,--help", text("help-option-help"));
        app_->add_flag("--version", words_.version, text("help-option-version"));
        add_language(*app_);
        app_->footer(text("help-footer"));
        add_generate();
        add_read();
        add_tables();
        add_text();
        CLI::App& schema = add_command("schema", "help-schema", "help-usage-schema");
        add_language(schema);
        CLI::App& templates = add_command("templates", "help-templates", "help-usage-templates");
        add_templates(templates);
        add_language(templates);
    }

    CLI::App& app() { return *app_; }

  private:
    std::string text(std::string_view code) const { return messages_.text(code, language_); }

    std::shared_ptr<Help> help(std::string_view usage) const {
        return std::make_shared<Help>(text("help-positionals"), text(usage));
    }

    CLI::App& add_command(const std::string& name, std::string_view description, std::string_view usage) {
        CLI::App& command = *app_->add_subcommand(name, text(description));
        command.formatter(help(usage));
        command.group(text("help-commands"));
        command.set_help_flag("-h,--help", text("help-option-help"));
        return command;
    }

    void add_option(CLI::App& app, const std::string& names, std::string& value, const char* type,
                    std::string_view description) {
        app.add_option(names, value, text(description))->type_name(type);
    }

    void add_flag(CLI::App& app, const std::string& names, bool& value, std::string_view description) {
        app.add_flag(names, value, text(description));
    }

    void add_inputs(CLI::App& app, std::string_view description) {
        app.add_option("FILE", arguments_.inputs, text(description))->type_name("");
    }

    void add_jobs(CLI::App& app) { add_option(app, "--jobs,-j", words_.jobs, "N", "help-option-jobs"); }

    void add_language(CLI::App& app) { add_option(app, "--lang", words_.language, "vi|en", "help-option-lang"); }

    void add_templates(CLI::App& app) {
        add_option(app, "--templates", arguments_.office, "DIR", "help-option-templates");
    }

    void add_generate() {
        CLI::App& app = add_command("generate", "help-generate", "help-usage-generate");
        add_inputs(app, "help-inputs");
        add_option(app, "-o,--output", arguments_.output, "DIR", "help-option-output");
        add_option(app, "--format", words_.format, "pdf,docx", "help-option-format");
        add_option(app, "--pdfa", words_.level, "3a|2a|1b", "help-option-pdfa");
        add_jobs(app);
        add_templates(app);
        add_option(app, "--font", arguments_.font, "NAME", "help-option-font");
        add_language(app);
        add_flag(app, "--json", arguments_.json, "help-option-json");
        add_flag(app, "--strict", arguments_.strict, "help-option-strict");
        add_flag(app, "--quiet,-q", arguments_.quiet, "help-option-quiet");
        add_flag(app, "--stats", arguments_.stats, "help-option-stats");
        app.footer(text("help-footer-generate"));
    }

    void add_read() {
        CLI::App& app = add_command("read", "help-read", "help-usage-read");
        add_inputs(app, "help-inputs-read");
        add_option(app, "-o,--output", arguments_.output, "DIR", "help-option-output-read");
        add_option(app, "--show", arguments_.show, "PNG", "help-option-show");
        add_option(app, "--page", words_.page, "N", "help-option-page");
        add_flag(app, "--ignore-attached", arguments_.ignore_attached, "help-option-ignore-attached");
        add_reading(app, "help-footer-read");
    }

    void add_tables() {
        CLI::App& app = add_command("tables", "help-tables", "help-usage-tables");
        add_inputs(app, "help-inputs-read");
        add_option(app, "-o,--output", arguments_.output, "FILE", "help-option-output-tables");
        add_option(app, "--kind", words_.kind, "task|all", "help-option-kind");
        add_reading(app, "help-footer-tables");
    }

    void add_text() {
        CLI::App& app = add_command("text", "help-text", "help-usage-text");
        add_inputs(app, "help-inputs-read");
        add_option(app, "-o,--output", arguments_.output, "DIR", "help-option-output-text");
        add_flag(app, "--no-furniture", words_.no_furniture, "help-option-no-furniture");
        add_reading(app, "help-footer-text");
    }

    /// What all commands that read have.
    void add_reading(CLI::App& app, std::string_view footer) {
        add_jobs(app);
        add_templates(app);
        add_language(app);
        add_flag(app, "--json", arguments_.json, "help-option-json-read");
        add_flag(app, "--strict", arguments_.strict, "help-option-strict");
        add_flag(app, "--quiet,-q", arguments_.quiet, "help-option-quiet");
        add_flag(app, "--stats", arguments_.stats, "help-option-stats");
        app.footer(text(footer));
    }

    const Messages& messages_;
    Language language_;
    Arguments& arguments_;
    Words& words_;
    std::unique_ptr<CLI::App> app_;
};

Diagnostic usage_error(std::string code, std::vector<Argument> arguments = {}) {
    return {std::move(code), Severity::error, std::move(arguments), {}};
}

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
}

void set_values(const Words& words, Arguments& arguments, Diagnostics& mistakes) {
    const auto refuse = [&](const char* option, const std::string& value, const char* allowed) {
        mistakes.push_back(
            usage_error("usage-bad-value", {{"option", option}, {"value", value}, {"allowed", allowed}}));
    };
    if (!parse_language(words.language, arguments.language)) refuse("--lang", words.language, "vi, en");
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
    Grammar grammar(messages, language_of(count, words), arguments, values);
    try {
        grammar.app().parse(count, words);
    } catch (const CLI::CallForHelp&) {
        arguments.command = Command::help;
        arguments.help = grammar.app().help();
        return Result<Arguments>::of(std::move(arguments));
    } catch (const CLI::ParseError& error) {
        return Result<Arguments>::failed(mistake(error, grammar.app()));
    }
    Diagnostics mistakes;
    set_command(grammar.app(), values, arguments, mistakes);
    set_values(values, arguments, mistakes);
    check_command(arguments, values, mistakes);
    if (!mistakes.empty()) return Result<Arguments>::failed(std::move(mistakes));
    return Result<Arguments>::of(std::move(arguments));
}

} // namespace vanthu::cli
