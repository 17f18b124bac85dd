#include "cli/users_command.h"

#include "base/printable.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/grammar.h"
#include "cli/option_values.h"
#include "office/office.h"
#include "office/users.h"
#include "server/archives.h"

#include <array>
#include <cstdlib>
#include <iostream>
#include <optional>
#include <termios.h>
#include <unistd.h>

namespace vanthu::cli {
namespace {

constexpr std::array<const char*, 4> role_names = {"reader", "clerk", "officer", "admin"};

/// The terminal shows nothing while a password is typed.
class Silence {
  public:
    Silence() {
        is_terminal_ = ::tcgetattr(STDIN_FILENO, &before_) == 0;
        termios silent = before_;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        if (is_terminal_) ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    }
    ~Silence() {
        if (is_terminal_) ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
    }
    Silence(const Silence&) = delete;
    Silence& operator=(const Silence&) = delete;
    bool is_terminal() const { return is_terminal_; }

  private:
    termios before_{};
    bool is_terminal_ = false;
};

std::string ask_password(const Voice& voice) {
    const Silence silence;
    if (silence.is_terminal()) print_error(voice.say("users-password"));
    std::string password;
    std::getline(std::cin, password);
    if (silence.is_terminal()) print_error("\n");
    return password;
}

class UsersCommand : public Subcommand {
  public:
    void add_to(Grammar& grammar) override {
        app_ = &grammar.add_command("users", "help-users", "help-usage-users");
        grammar.add_words(*app_, "ACTION", words_, "help-words-users");
        grammar.add_option(*app_, "--store", store_, "STORE", "help-option-store");
        grammar.add_option(*app_, "--role", role_, "ROLE", "help-option-role");
        grammar.add_option(*app_, "--full-name", full_name_, "NAME", "help-option-full-name");
        grammar.add_flag(*app_, "--locked", is_locked_, "help-option-locked");
        grammar.add_language(*app_);
        grammar.add_footer(*app_, "help-footer-users");
    }

    bool is_called() const override { return app_ != nullptr && app_->parsed(); }

    Diagnostics check() override {
        Diagnostics mistakes;
        if (store_.empty())
            if (const char* store = std::getenv("VANTHU_STORE")) // NOLINT(concurrency-mt-unsafe): there is one thread
                store_ = store;
        if (store_.empty()) mistakes.push_back(usage_error("usage-store-missing"));
        const bool is_list = words_.size() == 1 && words_[0] == "list";
        const bool is_of_one =
            words_.size() == 2 && (words_[0] == "add" || words_[0] == "change" || words_[0] == "remove" ||
                                   words_[0] == "password" || words_[0] == "token");
        if (!is_list && !is_of_one) mistakes.push_back(usage_error("usage-users"));
        if (!role_.empty() && !role())
            mistakes.push_back({"usage-bad-value",
                                Severity::error,
                                {{"option", "--role"}, {"value", role_}, {"allowed", "reader, clerk, officer, admin"}},
                                {}});
        return mistakes;
    }

    ExitCode run(const Voice& voice) const override {
        const auto archives = server::Archives::open(store_);
        if (!archives) return tell(archives.diagnostics, voice);
        const auto office = office::Office::open((*archives)->office_folder());
        if (!office) return tell(office.diagnostics, voice);
        office::Users users(**office);
        if (words_[0] == "list") return list(users, voice);
        if (words_[0] == "token") return token(users, voice);
        return tell(act(users, voice), voice);
    }

  private:
    std::optional<office::Role> role() const {
        for (std::size_t i = 0; i < role_names.size(); ++i)
            if (role_names[i] == role_) return static_cast<office::Role>(i);
        return std::nullopt;
    }

    static ExitCode tell(const Diagnostics& found, const Voice& voice) {
        print_error(diagnostic_lines(found, voice));
        return exit_code_of(found);
    }

    Diagnostics act(office::Users& users, const Voice& voice) const {
        const std::string& name = words_[1];
        if (words_[0] == "remove") return users.remove(name);
        if (words_[0] == "password") return users.set_password(name, ask_password(voice));
        if (words_[0] == "add")
            return users.add({name, full_name_, role().value_or(office::Role::clerk), is_locked_}, ask_password(voice));
        return change(users, name);
    }

    /// What is not named stays.
    Diagnostics change(office::Users& users, const std::string& name) const {
        const auto all = users.all();
        if (!all) return all.diagnostics;
        for (office::User user : *all)
            if (user.name == name) {
                if (role()) user.role = *role();
                if (!full_name_.empty()) user.full_name = full_name_;
                user.is_locked = is_locked_;
                return users.change(user);
            }
        return {{"user-unknown", Severity::error, {{"name", name}}, {}}};
    }

    static ExitCode list(office::Users& users, const Voice& voice) {
        const auto all = users.all();
        if (!all) return tell(all.diagnostics, voice);
        std::string text;
        for (const office::User& user : *all)
            text += user.name + "\t" + role_names[static_cast<std::size_t>(user.role)] + "\t" +
                    printable(user.full_name) + (user.is_locked ? "\t" + voice.say("users-locked") : "") + "\n";
        return print_result(text, voice);
    }

    ExitCode token(office::Users& users, const Voice& voice) const {
        const auto secret = users.make_token(words_[1]);
        return secret ? print_result(*secret + "\n", voice) : tell(secret.diagnostics, voice);
    }

    CLI::App* app_ = nullptr;
    std::vector<std::string> words_;
    std::string store_, role_, full_name_;
    bool is_locked_ = false;
};

} // namespace

std::shared_ptr<Subcommand> make_users_command() { return std::make_shared<UsersCommand>(); }

} // namespace vanthu::cli
