// What the commands of `vanthu archive` share. Private to cli.
#pragma once

#include "archive/archive.h"
#include "cli/subcommand.h"

#include <string>

namespace CLI {
class App;
}

namespace vanthu::cli {

/// A command of `vanthu archive`, with --store, --json, --lang; a derived one adds words of its own.
class ArchiveCommand : public Subcommand {
  public:
    void add_to(Grammar& grammar) final;
    bool is_called() const final;
    Diagnostics check() final;

  protected:
    /// Codes of the words of its help.
    ArchiveCommand(const char* name, const char* description, const char* usage)
        : name_(name), description_(description), usage_(usage) {}
    virtual void add_words(Grammar& grammar, CLI::App& app) = 0;
    /// Beside the store, which must be named.
    virtual Diagnostics check_words() { return {}; }

    const std::string& store() const { return store_; }
    bool json() const { return json_; }
    /// Tells what hinders or was mended; none where the store cannot be opened, and the exit code in `code`.
    std::optional<archive::Archive> open(const Voice& voice, ExitCode& code,
                                         archive::Use use = archive::Use::work) const;
    /// Tells findings as lines or as one line of JSON; their exit code.
    ExitCode tell(const Diagnostics& found, const Voice& voice) const;

    std::string store_; ///< --store, else VANTHU_STORE
    bool json_ = false;

  private:
    const char *name_, *description_, *usage_;
    CLI::App* app_ = nullptr;
};

} // namespace vanthu::cli
