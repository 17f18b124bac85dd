#include "jobs/inputs.h"

#include "jobs/files.h"

#include <algorithm>
#include <map>
#include <system_error>

namespace vanthu::jobs {
namespace {

namespace fs = std::filesystem;

bool has_suffix(const fs::path& path, std::span<const std::string_view> suffixes) {
    return std::find(suffixes.begin(), suffixes.end(), suffix_of(path)) != suffixes.end();
}

/// What other programs hide (.git, ._x.json) is nobody's document.
bool is_hidden(const fs::path& path) { return path.filename().native().starts_with('.'); }

/// A pipe or a device in a folder could keep a batch waiting for ever. A link that leads nowhere is told when it is
/// read.
bool can_be_document(const fs::directory_entry& entry) {
    std::error_code broken_link;
    const fs::file_type type = entry.status(broken_link).type();
    return type == fs::file_type::regular || type == fs::file_type::not_found || type == fs::file_type::none;
}

/// Standard input has no name of its own.
constexpr const char* nameless_stem = "document";

std::string listed(std::span<const std::string_view> suffixes) {
    std::string list;
    for (const std::string_view suffix : suffixes) list.append(list.empty() ? "" : ", ").append(suffix);
    return list;
}

Diagnostics add_folder(const fs::path& folder, std::span<const std::string_view> suffixes, std::vector<Input>& inputs) {
    std::error_code error;
    std::vector<fs::path> found;
    for (fs::recursive_directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
        if (is_hidden(at->path()))
            at.disable_recursion_pending();
        else if (has_suffix(at->path(), suffixes) && can_be_document(*at))
            found.push_back(at->path());
    }
    const Place place{.file = folder.string()};
    if (error) return {{"folder-unreadable", Severity::error, {{"reason", error.message()}}, place}};
    if (found.empty()) return {{"folder-empty", Severity::error, {{"suffixes", listed(suffixes)}}, place}};
    std::sort(found.begin(), found.end());
    for (fs::path& path : found) {
        fs::path below = path.lexically_relative(folder).parent_path();
        inputs.push_back({std::move(path), std::move(below)});
    }
    return {};
}

fs::path stem_of(const fs::path& path) { return path == standard_stream ? fs::path(nameless_stem) : path.stem(); }

Diagnostic clash(const Input& first, const Input& second, const fs::path& output) {
    return {"output-clash",
            Severity::error,
            {{"first", first.path.string()}, {"output", output.string()}},
            {.file = second.path.string()}};
}

} // namespace

std::string suffix_of(const fs::path& path) {
    std::string suffix = path.extension().string();
    for (char& c : suffix)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return suffix;
}

Result<std::vector<Input>> find_inputs(std::span<const std::string> words, std::span<const std::string_view> suffixes) {
    Result<std::vector<Input>> result = Result<std::vector<Input>>::of({});
    for (const std::string& word : words) {
        std::error_code error;
        if (word == standard_stream || !fs::is_directory(word, error)) {
            result->push_back({word, {}});
            continue;
        }
        Diagnostics problems = add_folder(word, suffixes, *result);
        std::move(problems.begin(), problems.end(), std::back_inserter(result.diagnostics));
    }
    if (has_errors(result.diagnostics)) result.value.reset();
    return result;
}

Result<std::vector<Task>> plan_tasks(std::vector<Input> inputs, const Target& target) {
    std::vector<Task> tasks;
    Diagnostics clashes;
    std::map<fs::path, std::size_t> taken;
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        const fs::path stem = (target.folder / inputs[i].folder / stem_of(inputs[i].path)).lexically_normal();
        Task task;
        if (target.pdf) task.pdf = fs::path(stem) += ".pdf";
        if (target.docx) task.docx = fs::path(stem) += ".docx";
        const auto [first, is_free] = taken.emplace(stem, i);
        if (!is_free) clashes.push_back(clash(inputs[first->second], inputs[i], target.pdf ? task.pdf : task.docx));
        tasks.push_back(std::move(task));
    }
    if (!clashes.empty()) return Result<std::vector<Task>>::failed(std::move(clashes));
    for (std::size_t i = 0; i < inputs.size(); ++i) tasks[i].input = std::move(inputs[i]);
    return Result<std::vector<Task>>::of(std::move(tasks));
}

std::vector<fs::path> plan_targets(const std::vector<Input>& inputs, const fs::path& folder, std::string_view suffix) {
    const auto place_of = [&](const Input& input, const fs::path& name) {
        return (folder / input.folder / name).lexically_normal();
    };
    std::map<fs::path, std::size_t> stems;
    for (const Input& input : inputs) ++stems[place_of(input, stem_of(input.path))];
    std::vector<fs::path> targets;
    std::map<fs::path, std::size_t> taken;
    for (const Input& input : inputs) {
        fs::path target = place_of(input, stem_of(input.path));
        if (stems[target] > 1) target = place_of(input, input.path.filename());
        if (const std::size_t before = taken[target]++; before != 0) target += "-" + std::to_string(before + 1);
        targets.push_back(target += suffix);
    }
    return targets;
}

} // namespace vanthu::jobs
