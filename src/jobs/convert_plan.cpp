#include "jobs/convert_plan.h"

#include "jobs/inputs.h"

#include <algorithm>
#include <set>

namespace vanthu::jobs {
namespace {

namespace fs = std::filesystem;

/// Names in the output folder that are the reports'.
const std::set<std::string> reserved_names = {"report"};

std::string stem_of(const std::string& file) {
    const fs::path path(file);
    return (path.parent_path() / path.stem()).generic_string();
}

class Names {
  public:
    Names(const std::vector<FoundFile>& files, const Entries& done) {
        for (const auto& [file, entry] : done)
            if (!entry.name.empty()) taken_.emplace(entry.name, file);
        for (const FoundFile& file : files)
            if (is_document_name(file.path)) ++stems_[stem_of(file.file)];
    }

    std::string of(const std::string& file) {
        std::string name = stem_of(file);
        const auto stem = stems_.find(name);
        if (stem == stems_.end() || stem->second > 1 || !take(name, file)) {
            name = file;
            for (unsigned i = 2; !take(name, file); ++i) name = file + "-" + std::to_string(i);
        }
        return name;
    }

  private:
    bool take(const std::string& name, const std::string& file) {
        if (reserved_names.contains(name)) return false;
        return taken_.emplace(name, file).first->second == file;
    }

    std::map<std::string, std::string> taken_; ///< with the file that has it
    std::map<std::string, std::size_t> stems_;
};

bool is_same_file(const FoundFile& found, const write::FileEntry& entry) {
    return !found.sha512.empty() && entry.size == found.size && entry.modified == found.modified &&
           entry.sha512 == found.sha512;
}

bool has_own_outputs(const write::FileEntry& entry) {
    return entry.state == write::FileState::good || entry.state == write::FileState::doubtful;
}

class Plan {
  public:
    Plan(const Entries& done, const std::function<bool(const write::FileEntry&)>& is_complete)
        : done_(done), is_complete_(is_complete) {}

    std::vector<PlannedFile> make(std::vector<FoundFile> files) {
        Names names(files, done_);
        keep_done(files);
        std::vector<PlannedFile> plan;
        for (FoundFile& file : files) {
            PlannedFile planned{std::move(file), PlannedAction::convert, {}, {}};
            decide(planned);
            if (planned.same_as.empty()) planned.name = name_of(planned.found, names);
            plan.push_back(std::move(planned));
        }
        return plan;
    }

  private:
    void keep_done(const std::vector<FoundFile>& files) {
        std::set<std::string> present;
        for (const FoundFile& file : files) {
            present.insert(file.file);
            const auto entry = done_.find(file.file);
            if (entry == done_.end() || !is_same_file(file, entry->second)) continue;
            const bool is_skipped = entry->second.state == write::FileState::skipped;
            if (!is_skipped && !(has_own_outputs(entry->second) && is_complete_(entry->second))) continue;
            kept_.insert(file.file);
            owners_.emplace(entry->second.sha512, file.file);
        }
        // A file that was taken away has been converted all the same.
        for (const auto& [file, entry] : done_)
            if (!present.contains(file) && has_own_outputs(entry) && is_complete_(entry))
                owners_.emplace(entry.sha512, file);
    }

    void decide(PlannedFile& planned) {
        const FoundFile& found = planned.found;
        if (kept_.contains(found.file)) {
            planned.action = PlannedAction::keep;
            return;
        }
        // Empty files are as many failures, not copies of one.
        if (found.sha512.empty() || found.size == 0) return;
        const auto [owner, is_first] = owners_.emplace(found.sha512, found.file);
        if (is_first) return;
        const auto told = done_.find(found.file);
        const bool is_known =
            told != done_.end() && is_same_file(found, told->second) && told->second.same_as == owner->second;
        planned.action = is_known ? PlannedAction::keep : PlannedAction::duplicate;
        planned.same_as = owner->second;
    }

    std::string name_of(const FoundFile& found, Names& names) const {
        const auto entry = done_.find(found.file);
        return entry != done_.end() && !entry->second.name.empty() ? entry->second.name : names.of(found.file);
    }

    const Entries& done_;
    const std::function<bool(const write::FileEntry&)>& is_complete_;
    std::set<std::string> kept_;
    std::map<std::string, std::string> owners_; ///< by digest
};

} // namespace

std::vector<PlannedFile> plan_files(std::vector<FoundFile> files, const Entries& done,
                                    const std::function<bool(const write::FileEntry&)>& is_complete) {
    return Plan(done, is_complete).make(std::move(files));
}

} // namespace vanthu::jobs
