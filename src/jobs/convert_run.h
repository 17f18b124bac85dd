// The files of a folder that are there now, converted. Private to jobs.
#pragma once

#include "jobs/convert.h"
#include "jobs/convert_journal.h"
#include "jobs/convert_plan.h"
#include "jobs/file_converter.h"
#include "jobs/office_groups.h"

#include <atomic>
#include <memory>
#include <mutex>

namespace vanthu::jobs {

/// Holds the sandboxes: make it before the program starts threads.
class ConvertRun {
  public:
    ConvertRun(const ConvertKit& kit, const ConvertOptions& options, const ConvertEvents& events,
               ConvertJournal& journal);

    /// Whatever of the files has not been done yet. False where it was stopped, or an output could not be written.
    bool convert(std::vector<FoundFile> files);

    /// Of every file that was ever done here, by file.
    const Entries& entries() const { return entries_; }
    std::size_t kept() const { return kept_; }
    /// Why no more could be written; empty: nothing of that kind happened.
    const Diagnostics& problems() const { return problems_; }
    void add_problems(Diagnostics problems);

  private:
    bool is_stopped() const { return is_broken_ || events_.is_stopped(); }
    bool is_complete(const write::FileEntry& entry) const;
    void perform(const PlannedFile& file, OfficeGroups& groups, std::size_t index, std::size_t worker);
    void convert_one(const PlannedFile& file, std::optional<Result<Bytes>> converted, Reader& reader,
                     write::FileEntry& entry, Conversion& conversion);
    void keep(const write::FileEntry& entry, Conversion conversion);
    void remember(const write::FileEntry& entry);

    const ConvertKit& kit_;
    const ConvertOptions& options_;
    const ConvertEvents& events_;
    ConvertJournal& journal_;
    std::vector<std::unique_ptr<Reader>> readers_;
    Entries entries_;
    std::size_t kept_ = 0;
    std::atomic<bool> is_broken_{false};
    std::mutex mutex_; ///< of entries_ and problems_ while threads run
    Diagnostics problems_;
};

} // namespace vanthu::jobs
