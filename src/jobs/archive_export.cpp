#include "jobs/archive_export.h"

#include "jobs/findings.h"
#include "jobs/outputs.h"

#include <optional>

namespace vanthu::jobs {

Outcome export_document(archive::Archive& archive, const std::string& id, const std::filesystem::path& folder) {
    Outcome outcome;
    outcome.file = id;
    const auto found = take(archive.index().find(id), outcome.diagnostics);
    if (!found) return outcome;
    if (!found->has_value()) {
        outcome.diagnostics.push_back({"archive-unknown-id", Severity::error, {{"id", id}}, {}});
        return outcome;
    }
    const archive::Record& record = **found;
    Outputs outputs;
    for (const archive::StoredFile& file : record.files) {
        std::optional<Bytes> bytes =
            take(archive.storage().file(record.id, record.version, file.path), outcome.diagnostics);
        if (bytes) outputs.stage(folder / record.id / file.path, std::move(*bytes), outcome);
    }
    outputs.commit(outcome);
    return outcome;
}

} // namespace vanthu::jobs
