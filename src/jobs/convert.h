// A folder of documents of any kind into data, clean documents and a report, killed and taken up again at any moment.
#pragma once

#include "base/diagnostic.h"
#include "forms/messages.h"
#include "jobs/ordered_pool.h"
#include "jobs/reading_kit.h"
#include "jobs/workshop.h"
#include "sandbox/sandbox.h"
#include "write/report/file_entry.h"

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace vanthu::jobs {

struct ConvertOptions {
    std::filesystem::path input, output; ///< folders
    std::vector<std::string> formats;    ///< json, docx, pdf, xlsx
    unsigned jobs = 0;                   ///< threads; 0: one for each core
    bool is_resumed = false;
    bool is_watching = false;
    sandbox::Limits limits{};
    forms::Language language = forms::Language::vi; ///< of the report
};

/// What whoever called is told while the work goes on. All are called in the caller's thread.
struct ConvertEvents {
    std::function<bool()> is_stopped;                  ///< asked before a file is begun
    std::function<void(std::size_t files)> planned;    ///< before the first of that many files is begun
    std::function<void(const write::FileEntry&)> done; ///< in the order of the files; kept ones are not told
    std::function<void()> waiting;                     ///< all that came is done, and it is watched for more
};

struct ConvertCounts {
    std::size_t files = 0, good = 0, doubtful = 0, failed = 0, duplicates = 0, skipped = 0;
    std::size_t kept = 0;    ///< done by an earlier run, and counted above
    bool is_complete = true; ///< false: it was stopped
};

/// Per file: outputs on the disk, then a line in OUT/.vanthu-convert; report.html and report.json at the end. Inputs
/// are only read. Errors: convert-same-folder, convert-folder-inside, folder-unreadable, those of ConvertJournal and of
/// StagedFile. A file that cannot be converted is an entry, no error.
Result<ConvertCounts> run_convert(const ReadingKit& reading, const Workshop& workshop, const forms::Messages& messages,
                                  const ConvertOptions& options, const ConvertEvents& events);

} // namespace vanthu::jobs
