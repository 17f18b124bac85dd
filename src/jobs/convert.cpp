#include "jobs/convert.h"

#include "jobs/convert_run.h"
#include "jobs/files.h"
#include "jobs/findings.h"
#include "jobs/folder_watch.h"
#include "jobs/outputs.h"
#include "write/report/html_report.h"

#include <algorithm>
#include <system_error>

namespace vanthu::jobs {
namespace {

namespace fs = std::filesystem;

using Counted = Result<ConvertCounts>;

/// Whether `inner` lies somewhere below `outer`. Both are canonical.
bool lies_below(const fs::path& inner, const fs::path& outer) {
    const auto [end, rest] = std::mismatch(outer.begin(), outer.end(), inner.begin(), inner.end());
    return end == outer.end();
}

/// An output must never get the name of an input.
Diagnostics check_folders(const ConvertOptions& options) {
    std::error_code error;
    const Place place{.file = options.input.string()};
    const fs::path input = fs::canonical(options.input, error);
    if (!error && !fs::is_directory(input)) error = std::make_error_code(std::errc::not_a_directory);
    if (error) return {{"folder-unreadable", Severity::error, {{"reason", error.message()}}, place}};
    const fs::path output = fs::weakly_canonical(options.output, error);
    if (input == output) return {{"convert-same-folder", Severity::error, {}, place}};
    if (lies_below(input, output)) return {{"convert-folder-inside", Severity::error, {}, place}};
    return {};
}

class Convert {
  public:
    Convert(const ConvertKit& kit, const write::ReportWords& words, const ConvertOptions& options,
            const ConvertEvents& events, ConvertJournal& journal)
        : words_(words), options_(options), events_(events), run_(kit, options, events, journal) {}

    Counted convert() {
        bool is_complete = once();
        if (options_.is_watching && is_complete) watch();
        write_reports();
        if (!run_.problems().empty()) return Counted::failed(run_.problems());
        ConvertCounts counts = count();
        counts.is_complete = is_complete;
        return Counted::of(counts, std::move(findings_));
    }

  private:
    bool once() {
        auto files = find_files(options_.input, options_.output);
        findings_ = files.diagnostics;
        return files && run_.convert(std::move(*files));
    }

    void watch() {
        FolderWatch watch(options_.input, options_.output);
        write_reports();
        events_.waiting();
        while (!events_.is_stopped() && run_.problems().empty()) {
            std::vector<FoundFile> files = watch.next(run_.entries());
            if (files.empty()) continue;
            run_.convert(std::move(files));
            write_reports();
            events_.waiting();
        }
    }

    void write_reports() {
        std::vector<const write::FileEntry*> entries;
        for (const auto& [file, entry] : run_.entries()) entries.push_back(&entry);
        Outcome outcome;
        Outputs outputs(Durability::synced);
        outputs.stage(options_.output / "report.html",
                      write::write_html_report({options_.input.string(), entries, findings_}, words_), outcome);
        outputs.stage(options_.output / "report.json", write::write_json_report(entries, words_), outcome);
        outputs.commit(outcome);
        if (has_errors(outcome.diagnostics)) run_.add_problems(std::move(outcome.diagnostics));
    }

    ConvertCounts count() const {
        ConvertCounts counts;
        counts.kept = run_.kept();
        for (const auto& [file, entry] : run_.entries()) {
            ++counts.files;
            counts.good += entry.state == write::FileState::good;
            counts.doubtful += entry.state == write::FileState::doubtful;
            counts.failed += entry.state == write::FileState::failed;
            counts.duplicates += entry.state == write::FileState::duplicate;
            counts.skipped += entry.state == write::FileState::skipped;
        }
        return counts;
    }

    const write::ReportWords& words_;
    const ConvertOptions& options_;
    const ConvertEvents& events_;
    ConvertRun run_;
    Diagnostics findings_; ///< of folders
};

} // namespace

Counted run_convert(const ReadingKit& reading, const Workshop& workshop, const forms::Messages& messages,
                    const ConvertOptions& options, const ConvertEvents& events) {
    Diagnostics mistakes = check_folders(options);
    if (!mistakes.empty()) return Counted::failed(std::move(mistakes));
    auto journal = ConvertJournal::open(options.output, options.is_resumed);
    if (!journal) return Counted::failed(std::move(journal.diagnostics));
    const ConvertKit kit{reading, workshop, options.formats};
    const write::ReportWords words{messages, options.language};
    return Convert(kit, words, options, events, *journal).convert();
}

} // namespace vanthu::jobs
