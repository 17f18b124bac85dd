#include "jobs/office_groups.h"

#include "jobs/files.h"
#include "jobs/inputs.h"
#include "jobs/sniff.h"

#include <algorithm>
#include <system_error>
#include <utility>

namespace vanthu::jobs {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t files_per_group = 16;
/// Larger ones take long by themselves, and a group is held in memory.
constexpr std::uintmax_t most_bytes = 4U << 20;

bool is_grouped(const fs::path& file) {
    const std::string suffix = suffix_of(file);
    if (suffix != ".doc" && suffix != ".rtf") return false;
    std::error_code error;
    const std::uintmax_t size = fs::file_size(file, error);
    return !error && size <= most_bytes;
}

std::optional<OfficeFormat> format_of(std::string_view bytes) {
    const FileKind kind = sniff(bytes);
    if (kind == FileKind::word97) return OfficeFormat::doc;
    if (kind == FileKind::rtf) return OfficeFormat::rtf;
    return std::nullopt;
}

} // namespace

OfficeGroups::OfficeGroups(const std::vector<fs::path>& files, std::size_t threads) : paths_(files) {
    std::vector<std::size_t> grouped;
    for (std::size_t i = 0; i < files.size(); ++i)
        if (is_grouped(files[i])) grouped.push_back(i);
    // Few files are shared out evenly rather than given to one thread.
    const std::size_t share = (grouped.size() + threads - 1) / threads;
    const std::size_t stretch = std::clamp<std::size_t>(share, 1, files_per_group) * threads;
    std::map<std::size_t, std::shared_ptr<Group>> made;
    for (std::size_t at = 0; at < grouped.size(); ++at) {
        std::shared_ptr<Group>& group = made[at / stretch * threads + at % threads];
        if (!group) group = std::make_shared<Group>();
        group->files.push_back(grouped[at]);
        groups_[grouped[at]] = group;
    }
}

std::optional<Result<Bytes>> OfficeGroups::take(std::size_t file, OfficeConverter& converter) {
    const auto found = groups_.find(file);
    if (found == groups_.end()) return std::nullopt;
    Group& group = *found->second;
    const std::lock_guard lock(group.mutex);
    if (!group.is_converted) convert(group, converter);
    const auto result = group.results.extract(file);
    if (result.empty()) return std::nullopt;
    return std::move(result.mapped());
}

void OfficeGroups::convert(Group& group, OfficeConverter& converter) const {
    group.is_converted = true;
    std::vector<Bytes> contents;
    std::vector<std::size_t> files;
    std::vector<OfficeFormat> formats;
    for (const std::size_t file : group.files) {
        Result<Bytes> content = read_file(paths_[file]);
        const auto format = content ? format_of(*content) : std::nullopt;
        if (!format) continue;
        contents.push_back(std::move(*content));
        files.push_back(file);
        formats.push_back(*format);
    }
    std::vector<OfficeInput> inputs;
    for (std::size_t i = 0; i < files.size(); ++i) inputs.push_back({contents[i], formats[i]});
    std::vector<Result<Bytes>> results = converter.to_docx(inputs);
    for (std::size_t i = 0; i < files.size(); ++i) group.results.emplace(files[i], std::move(results[i]));
}

} // namespace vanthu::jobs
