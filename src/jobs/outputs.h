#pragma once

#include "jobs/files.h"
#include "jobs/findings.h"
#include "jobs/ordered_pool.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace vanthu::jobs {

/// All files of one document, or none of them.
class Outputs {
  public:
    void stage(const std::filesystem::path& target, std::optional<Bytes> bytes, Outcome& outcome) {
        if (!bytes || has_errors(outcome.diagnostics)) return;
        std::optional<StagedFile> file = take(StagedFile::write(target, std::move(*bytes)), outcome.diagnostics);
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

  private:
    std::vector<std::pair<std::string, StagedFile>> staged_;
};

} // namespace vanthu::jobs
