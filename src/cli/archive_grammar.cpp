#include "cli/archive_grammar.h"

#include "cli/console.h"
#include "cli/grammar.h"
#include "cli/option_values.h"

#include <cstdlib>
#include <iterator>
#include <utility>

namespace vanthu::cli {
namespace {

CLI::App& parent_of(Grammar& grammar) {
    constexpr const char* name = "archive";
    const auto made = grammar.app().get_subcommands([&](const CLI::App* one) { return one->get_name() == name; });
    if (!made.empty()) return *made.front();
    CLI::App& parent = grammar.add_command(name, "help-archive", "help-usage-archive");
    grammar.add_language(parent);
    grammar.add_footer(parent, "help-footer-archive");
    return parent;
}

} // namespace

void ArchiveCommand::add_to(Grammar& grammar) {
    app_ = &grammar.add_command(parent_of(grammar), name_, description_, usage_);
    grammar.add_option(*app_, "--store", store_, "STORE", "help-option-store");
    add_words(grammar, *app_);
    grammar.add_language(*app_);
    grammar.add_flag(*app_, "--json", json_, "help-option-json-archive");
}

bool ArchiveCommand::is_called() const { return app_->parsed(); }

Diagnostics ArchiveCommand::check() {
    Diagnostics mistakes = check_words();
    const char* usual = std::getenv("VANTHU_STORE"); // NOLINT(concurrency-mt-unsafe): no thread exists yet
    if (store_.empty() && usual) store_ = usual;
    if (store_.empty()) mistakes.push_back(usage_error("usage-store-missing"));
    return mistakes;
}

ExitCode ArchiveCommand::tell(const Diagnostics& found, const Voice& voice) const {
    if (!found.empty()) print_error(json_ ? json_line({store_, {}, found}, voice) : diagnostic_lines(found, voice));
    return exit_code_of(found);
}

std::optional<archive::Archive> ArchiveCommand::open(const Voice& voice, ExitCode& code, archive::Use use) const {
    auto opened = archive::Archive::open(store_, use);
    code = tell(opened.diagnostics, voice);
    return std::move(opened.value);
}

} // namespace vanthu::cli
