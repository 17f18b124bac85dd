// What the commands' grammars are built of. Options stand in the order in which help lists them. Private to cli.
#pragma once

#include "cli/arguments.h"
#include "forms/messages.h"

#include <CLI/CLI.hpp>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace vanthu::cli {

/// All texts are codes of the message catalogue.
class Grammar {
  public:
    Grammar(const forms::Messages& messages, forms::Language language);

    CLI::App& app() { return *app_; }
    std::string text(std::string_view code) const { return messages_.text(code, language_); }

    /// A command of the program.
    CLI::App& add_command(const std::string& name, std::string_view description, std::string_view usage);
    /// A command of a command, as `archive search`.
    CLI::App& add_command(CLI::App& parent, const std::string& name, std::string_view description,
                          std::string_view usage);

    void add_option(CLI::App& app, const std::string& names, std::string& value, const char* type,
                    std::string_view description) const;
    void add_flag(CLI::App& app, const std::string& names, bool& value, std::string_view description) const;
    /// The words without a dash; `name` is what help and mistakes call them.
    void add_words(CLI::App& app, const char* name, std::vector<std::string>& values,
                   std::string_view description) const;
    void add_footer(CLI::App& app, std::string_view code) const { app.footer(text(code)); }
    /// --lang, which every command has; its value is language_of() already.
    void add_language(CLI::App& app);
    const std::string& language_word() const { return language_word_; }

  private:
    std::shared_ptr<CLI::Formatter> help(std::string_view usage) const;

    const forms::Messages& messages_;
    forms::Language language_;
    std::string language_word_;
    std::unique_ptr<CLI::App> app_;
};

} // namespace vanthu::cli
