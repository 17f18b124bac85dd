#include "cli/ocr_command.h"

#include "cli/console.h"
#include "cli/grammar.h"
#include "cli/option_values.h"
#include "cli/teller.h"
#include "jobs/files.h"
#include "jobs/layer_batch.h"

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace vanthu::cli {
namespace {

using Tasks = std::vector<jobs::LayerTask>;

class OcrCommand : public Subcommand {
  public:
    void add_to(Grammar& grammar) override {
        app_ = &grammar.add_command("ocr", "help-ocr", "help-usage-ocr");
        grammar.add_words(*app_, "FILE", inputs_, "help-inputs-ocr");
        grammar.add_option(*app_, "-o,--output", output_, "PDF", "help-option-output-ocr");
        grammar.add_option(*app_, "--jobs,-j", jobs_word_, "N", "help-option-jobs");
        grammar.add_language(*app_);
        grammar.add_flag(*app_, "--json", json_, "help-option-json");
        grammar.add_flag(*app_, "--quiet,-q", quiet_, "help-option-quiet");
        grammar.add_footer(*app_, "help-footer-ocr");
    }

    bool is_called() const override { return app_ != nullptr && app_->parsed(); }

    Diagnostics check() override {
        Diagnostics mistakes;
        if (inputs_.empty()) mistakes.push_back(usage_error("usage-input-missing"));
        if (output_.empty()) mistakes.push_back(usage_error("usage-output-missing"));
        if (is_one_file() && (inputs_.size() > 1 || (inputs_.size() == 1 && std::filesystem::is_directory(inputs_[0]))))
            mistakes.push_back(usage_error("usage-one-output", {{"output", output_}}));
        if (to_stream() && is_output_terminal()) mistakes.push_back(usage_error("usage-stream-is-terminal"));
        if (!parse_jobs(jobs_word_, jobs_)) mistakes.push_back(bad_value("--jobs", jobs_word_, "1 … 256"));
        return mistakes;
    }

    ExitCode run(const Voice& voice) const override {
        const auto tasks = tasks_of();
        if (!tasks) return fail_early(tasks.diagnostics, json_, voice);
        const auto kit = jobs::ReadingKit::open({});
        if (!kit) return fail_early(kit.diagnostics, json_, voice);
        Teller teller({json_, to_stream(), quiet_ || to_stream(), quiet_, false, false, words_of_layering}, voice,
                      tasks->size());
        const bool is_complete = jobs::run_layer_batch(*kit, *tasks, {jobs_, is_interrupted},
                                                       [&](const jobs::Outcome& outcome) { teller.tell(outcome); });
        return teller.finish(is_complete);
    }

  private:
    bool to_stream() const { return output_ == jobs::standard_stream; }
    bool is_one_file() const {
        return to_stream() || (output_.ends_with(".pdf") && !std::filesystem::is_directory(output_));
    }

    Result<Tasks> tasks_of() const {
        auto inputs = jobs::find_inputs(inputs_, jobs::scan_suffixes);
        if (!inputs) return Result<Tasks>::failed(std::move(inputs.diagnostics));
        std::vector<std::filesystem::path> targets = {output_};
        if (!is_one_file()) targets = jobs::plan_targets(*inputs, output_, ".pdf");
        Tasks tasks;
        for (std::size_t i = 0; i < inputs->size(); ++i) tasks.push_back({std::move((*inputs)[i]), targets[i]});
        return Result<Tasks>::of(std::move(tasks));
    }

    CLI::App* app_ = nullptr;
    std::vector<std::string> inputs_;
    std::string output_, jobs_word_;
    unsigned jobs_ = 0;
    bool json_ = false, quiet_ = false;
};

} // namespace

std::shared_ptr<Subcommand> make_ocr_command() { return std::make_shared<OcrCommand>(); }

} // namespace vanthu::cli
