#include "cli/grammar.h"

namespace vanthu::cli {
namespace {

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

} // namespace

Grammar::Grammar(const forms::Messages& messages, forms::Language language)
    : messages_(messages), language_(language), app_(std::make_unique<CLI::App>(text("help-vanthu"), "vanthu")) {
    app_->formatter(help("help-usage"));
    app_->option_defaults()->group(text("help-options"));
    app_->set_help_flag("-h,--help", text("help-option-help"));
}

std::shared_ptr<CLI::Formatter> Grammar::help(std::string_view usage) const {
    return std::make_shared<Help>(text("help-positionals"), text(usage));
}

CLI::App& Grammar::add_command(const std::string& name, std::string_view description, std::string_view usage) {
    return add_command(*app_, name, description, usage);
}

CLI::App& Grammar::add_command(CLI::App& parent, const std::string& name, std::string_view description,
                               std::string_view usage) {
    CLI::App& command = *parent.add_subcommand(name, text(description));
    command.formatter(help(usage));
    command.group(text("help-commands"));
    command.set_help_flag("-h,--help", text("help-option-help"));
    return command;
}

void Grammar::add_option(CLI::App& app, const std::string& names, std::string& value, const char* type,
                         std::string_view description) const {
    app.add_option(names, value, text(description))->type_name(type);
}

void Grammar::add_flag(CLI::App& app, const std::string& names, bool& value, std::string_view description) const {
    app.add_flag(names, value, text(description));
}

void Grammar::add_words(CLI::App& app, const char* name, std::vector<std::string>& values,
                        std::string_view description) const {
    app.add_option(name, values, text(description))->type_name("");
}

void Grammar::add_language(CLI::App& app) { add_option(app, "--lang", language_word_, "vi|en", "help-option-lang"); }

} // namespace vanthu::cli
