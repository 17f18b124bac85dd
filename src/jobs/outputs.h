#pragma once

#include "jobs/files.h"
#include "jobs/findings.h"
#include "jobs/ordered_pool.h"

#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace vanthu::jobs {

/// All files of one document, or none of them.
class Outputs {
  public:
    explicit Outputs(Durability durability = Durability::ordinary) : durability_(durability) {}

    void stage(const std::filesystem::path& target, std::optional<Bytes> bytes, Outcome& outcome) {
        if (!bytes || has_errors(outcome.diagnostics)) return;
        std::optional<StagedFile> file =
            take(StagedFile::write(target, std::move(*bytes), durability_), outcome.diagnostics);
        if (file) staged_.push_back({target.string(), std::move(*file)});
    }

    void commit(Outcome& outcome) {
        if (has_errors(outcome.diagnostics)) return;
        for (auto& [name, file] : staged_) {
            const Diagnostics problems = file.commit();
            outcome.diagnostics.insert(outcome.diagnostics.end(), problems.begin(), problems.end());
            if (has_errors(problems)) return;
            outcome.outputs.push_back(name);
        }
    }

    /// The names of what was committed, on the disk.
    void sync(Outcome& outcome) const {
        std::set<std::filesystem::path> folders;
        for (const std::string& output : outcome.outputs) folders.insert(std::filesystem::path(output).parent_path());
        for (const std::filesystem::path& folder : folders)
            if (const int error = sync_folder(folder)) outcome.diagnostics.push_back(output_error(folder, error));
    }

  private:
    Durability durability_;
    std::vector<std::pair<std::string, StagedFile>> staged_;
};

} // namespace vanthu::jobs
