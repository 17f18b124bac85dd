// vanthu archive init, verify, backup, rescan
#include "archive/server.h"
#include "cli/archive_commands.h"
#include "cli/archive_grammar.h"
#include "cli/commands.h"
#include "cli/grammar.h"
#include "cli/option_values.h"
#include "office/office.h"

#include <fmt/format.h>

#include <iterator>

namespace vanthu::cli {
namespace {

using archive::Archive;

/// The one word that names a folder.
Diagnostics take_word(const std::vector<std::string>& words, std::string& word, const char* missing) {
    if (words.size() > 1) return {usage_error("usage-unknown-word", {{"word", words[1]}})};
    if (!words.empty()) word = words.front();
    return word.empty() ? Diagnostics{usage_error(missing)} : Diagnostics{};
}

class Init final : public ArchiveCommand {
  public:
    Init() : ArchiveCommand("init", "help-archive-init", "help-usage-archive-init") {}
    ExitCode run(const Voice& voice) const override {
        const auto made = Archive::init(store(), originals_);
        if (!made) return tell(made.diagnostics, voice);
        return print_result(voice.say("archive-made", {{"store", archive::shown_store(store())}}) + "\n", voice);
    }

  private:
    void add_words(Grammar& grammar, CLI::App& app) override {
        grammar.add_words(app, "STORE", words_, "help-words-store");
        grammar.add_option(app, "--originals", originals_, "DIR", "help-option-originals");
    }
    Diagnostics check_words() override {
        return words_.empty() ? Diagnostics{} : take_word(words_, store_, "usage-store-missing");
    }
    std::vector<std::string> words_;
    std::string originals_;
};

class Verify final : public ArchiveCommand {
  public:
    Verify() : ArchiveCommand("verify", "help-archive-verify", "help-usage-archive-verify") {}
    ExitCode run(const Voice& voice) const override {
        ExitCode code = done;
        auto archive = open(voice, code, archive::Use::verify);
        if (!archive) return code;
        std::uint64_t bytes = 0;
        const Diagnostics found =
            ids_.empty() ? verify_all(*archive, [&](std::uint64_t more) { bytes += more; }) : archive->verify(ids_);
        if (!found.empty()) return std::max(code, tell(found, voice));
        if (json()) return code;
        const std::string mib = fmt::format("{:.1f}", static_cast<double>(bytes) / (1 << 20));
        return std::max(code, print_result(voice.say(ids_.empty() ? "archive-sound" : "archive-documents-sound",
                                                     {{"store", archive::shown_store(store())}, {"size", mib}}) +
                                               "\n",
                                           voice));
    }

  private:
    void add_words(Grammar& grammar, CLI::App& app) override { grammar.add_words(app, "ID", ids_, "help-words-ids"); }
    static Diagnostics verify_all(Archive& archive, const std::function<void(std::uint64_t)>& visit) {
        Diagnostics found = archive.verify(visit);
        Diagnostics more = office::Office::verify(archive.storage().folder());
        std::move(more.begin(), more.end(), std::back_inserter(found));
        return found;
    }
    std::vector<std::string> ids_;
};

class Backup final : public ArchiveCommand {
  public:
    Backup() : ArchiveCommand("backup", "help-archive-backup", "help-usage-archive-backup") {}
    ExitCode run(const Voice& voice) const override {
        ExitCode code = done;
        auto archive = open(voice, code);
        if (!archive) return code;
        const auto office = [&](const std::filesystem::path& to) {
            return office::Office::copy(archive->storage().folder(), to);
        };
        const Diagnostics found = archive->backup(folder_, office);
        if (has_errors(found)) return tell(found, voice);
        return print_result(
            voice.say("archive-backed-up", {{"store", archive::shown_store(store())}, {"output", folder_}}) + "\n",
            voice);
    }

  private:
    void add_words(Grammar& grammar, CLI::App& app) override {
        grammar.add_words(app, "DIR", words_, "help-words-backup");
    }
    Diagnostics check_words() override { return take_word(words_, folder_, "usage-output-missing"); }
    std::vector<std::string> words_;
    std::string folder_;
};

class Rescan final : public ArchiveCommand {
  public:
    Rescan() : ArchiveCommand("rescan", "help-archive-rescan", "help-usage-archive-rescan") {}
    ExitCode run(const Voice& voice) const override {
        ExitCode code = done;
        auto archive = open(voice, code, archive::Use::rebuild);
        if (!archive) return code;
        std::size_t documents = 0;
        const Diagnostics found = archive->rescan([&](std::size_t count) { documents = count; });
        if (has_errors(found)) return tell(found, voice);
        return print_result(voice.say("archive-rescanned", {{"count", std::to_string(documents)}}) + "\n", voice);
    }

  private:
    void add_words(Grammar&, CLI::App&) override {}
};

} // namespace

std::shared_ptr<Subcommand> archive_init() { return std::make_shared<Init>(); }
std::shared_ptr<Subcommand> archive_verify() { return std::make_shared<Verify>(); }
std::shared_ptr<Subcommand> archive_backup() { return std::make_shared<Backup>(); }
std::shared_ptr<Subcommand> archive_rescan() { return std::make_shared<Rescan>(); }

} // namespace vanthu::cli
