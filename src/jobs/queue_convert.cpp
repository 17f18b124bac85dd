#include "jobs/queue_convert.h"

#include "archive/digest.h"
#include "archive/server.h"
#include "jobs/convert_plan.h"
#include "jobs/convert_run.h"
#include "jobs/files.h"
#include "jobs/findings.h"
#include "jobs/outputs.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <system_error>

namespace vanthu::jobs {
namespace {

namespace fs = std::filesystem;

std::string joined(const std::vector<std::string>& formats) { return fmt::format("{}", fmt::join(formats, ",")); }

std::vector<std::string> parted(const std::string& formats) {
    std::vector<std::string> found;
    for (const std::string_view format : convert_formats)
        if ((',' + formats + ',').find(fmt::format(",{},", format)) != std::string::npos) found.emplace_back(format);
    return found;
}

archive::Job job_of(const PlannedFile& file, const fs::path& output, const std::string& formats) {
    archive::Job job;
    job.kind = convert_kind;
    job.input = fs::absolute(file.found.path).lexically_normal().string();
    job.output = (output / file.name).string();
    job.options = formats;
    job.key = archive::sha512(file.found.sha512 + '\n' + output.string() + '\n' + formats).substr(0, 64);
    return job;
}

const char* name_of(write::FileState state) {
    switch (state) {
    case write::FileState::doubtful:
        return "doubtful";
    case write::FileState::skipped:
        return "skipped";
    case write::FileState::good:
    case write::FileState::duplicate:
    case write::FileState::failed:
        break;
    }
    return "good";
}

} // namespace

Result<QueuedCounts> queue_folder(const QueuedFolder& folder, const std::function<bool()>& is_stopped) {
    using Counted = Result<QueuedCounts>;
    auto server = archive::open_server(folder.store);
    if (!server) return Counted::failed(std::move(server.diagnostics));
    auto files = find_files(folder.input, folder.output);
    if (!files) return Counted::failed(std::move(files.diagnostics));
    take_digests(*files, 0, is_stopped);
    const auto queue = (*server)->queue();
    const fs::path output = fs::absolute(folder.output).lexically_normal();
    QueuedCounts counts;
    for (const PlannedFile& file : plan_files(std::move(*files), {}, [](const auto&) { return false; })) {
        if (is_stopped()) return Counted::failed({"interrupted", Severity::error, {}, {}});
        ++counts.files;
        if (file.action == PlannedAction::convert) {
            const auto is_new = queue->submit(job_of(file, output, joined(folder.formats)));
            if (!is_new) return Counted::failed(is_new.diagnostics);
            counts.queued += *is_new ? 1 : 0;
        }
    }
    counts.known = counts.files - counts.queued;
    return Counted::of(counts, std::move(files.diagnostics));
}

JobOutcome perform_convert(const archive::Job& job, const ReadingKit& reading, const Workshop& workshop, Reader& reader,
                           const MayWrite& may_write) {
    JobOutcome outcome;
    const std::optional<Bytes> bytes = take(read_file(job.input), outcome.reasons);
    if (!bytes) return outcome;
    if (is_no_document(job.input, *bytes)) return {{}, name_of(write::FileState::skipped)};
    write::FileEntry entry;
    entry.state = write::FileState::good;
    Conversion conversion = convert_file({reading, workshop, parted(job.options)}, reader, *bytes, entry);
    outcome.state = name_of(entry.state);
    if (entry.state == write::FileState::failed) outcome.reasons = entry.findings;
    std::erase_if(outcome.reasons, [](const Diagnostic& one) { return one.severity != Severity::error; });
    if (!outcome.reasons.empty() || !may_write()) return outcome;
    Outcome written;
    Outputs outputs(Durability::synced);
    for (auto& [format, content] : conversion.outputs)
        outputs.stage(job.output + write::suffix_of_format(format), std::move(content), written);
    outputs.commit(written);
    outputs.sync(written);
    outcome.reasons = std::move(written.diagnostics);
    return outcome;
}

bool is_of_the_host(const Diagnostics& reasons) {
    constexpr std::array<std::string_view, 6> kinds = {"office-missing", "sandbox-",      "file-missing",
                                                       "file-forbidden", "out-of-memory", "interrupted"};
    return std::any_of(reasons.begin(), reasons.end(), [&](const Diagnostic& one) {
        return one.code.starts_with("output-") ||
               std::any_of(kinds.begin(), kinds.end(), [&](auto kind) { return one.code.starts_with(kind); });
    });
}

} // namespace vanthu::jobs
