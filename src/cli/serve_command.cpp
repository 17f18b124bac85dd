#include "cli/serve_command.h"

#include "cli/commands.h"
#include "cli/console.h"
#include "cli/grammar.h"
#include "cli/option_values.h"
#include "cli/supervisor.h"
#include "server/service.h"

#include <charconv>
#include <cstdio>
#include <cstdlib>

namespace vanthu::cli {
namespace {

class ServeCommand : public Subcommand {
  public:
    void add_to(Grammar& grammar) override {
        app_ = &grammar.add_command("serve", "help-serve", "help-usage-serve");
        grammar.add_option(*app_, "--listen", listen_, "ADDRESS:PORT", "help-option-listen");
        grammar.add_option(*app_, "--store", options_.store, "STORE", "help-option-store-serve");
        grammar.add_option(*app_, "--public-host", host_, "NAME", "help-option-public-host");
        grammar.add_option(*app_, "--templates", options_.office, "DIR", "help-option-templates");
        grammar.add_language(*app_);
        grammar.add_footer(*app_, "help-footer-serve");
    }

    bool is_called() const override { return app_ != nullptr && app_->parsed(); }

    Diagnostics check() override {
        Diagnostics mistakes;
        if (options_.store.empty())
            if (const char* store = std::getenv("VANTHU_STORE")) // NOLINT(concurrency-mt-unsafe): there is one thread
                options_.store = store;
        if (options_.store.empty()) mistakes.push_back(usage_error("usage-store-missing"));
        if (!take_address())
            mistakes.push_back({"usage-bad-value",
                                Severity::error,
                                {{"option", "--listen"}, {"value", listen_}, {"allowed", "127.0.0.1:8088, [::1]:8088"}},
                                {}});
        if (!host_.empty()) options_.hosts.push_back(host_);
        return mistakes;
    }

    ExitCode run(const Voice& voice) const override {
        const auto service = server::start_service(options_, voice.messages);
        print_error(diagnostic_lines(service.diagnostics, voice));
        if (!service) return exit_code_of(service.diagnostics);
        print(voice.say("serve-listening", {{"address", (*service)->address()}}) + "\n");
        std::fflush(stdout);
        tell_supervisor("READY=1");
        wait_for_interrupt();
        tell_supervisor("STOPPING=1");
        return done;
    }

  private:
    /// "127.0.0.1:8088", "[::1]:8088"; port 0: any.
    bool take_address() {
        const std::size_t colon = listen_.rfind(':');
        if (colon == std::string::npos) return false;
        std::string address = listen_.substr(0, colon);
        if (address.starts_with('[') && address.ends_with(']')) address = address.substr(1, address.size() - 2);
        const char* end = listen_.data() + listen_.size();
        const auto [stop, fault] = std::from_chars(listen_.data() + colon + 1, end, options_.listen.port);
        options_.listen.address = address;
        return !address.empty() && fault == std::errc() && stop == end;
    }

    CLI::App* app_ = nullptr;
    server::ServiceOptions options_;
    std::string listen_ = "127.0.0.1:8088", host_;
};

} // namespace

std::shared_ptr<Subcommand> make_serve_command() { return std::make_shared<ServeCommand>(); }

} // namespace vanthu::cli
