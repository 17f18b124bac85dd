#include "jobs/workshop.h"

#include "base/resources.h"
#include "jobs/files.h"
#include "jobs/findings.h"

#include <algorithm>
#include <system_error>

namespace vanthu::jobs {
namespace {

namespace fs = std::filesystem;

/// The templates of an office, sorted by name so that the order of a file system decides nothing.
Result<std::vector<forms::OfficeFile>> read_office(const fs::path& folder) {
    using Files = std::vector<forms::OfficeFile>;
    std::vector<fs::path> paths;
    std::error_code error;
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error))
        if (at->path().extension() == ".xml") paths.push_back(at->path());
    if (error) return Result<Files>::failed({"folder-missing", Severity::error, {}, {.file = folder.string()}});
    std::sort(paths.begin(), paths.end());
    Files files;
    for (const fs::path& path : paths) {
        Result<Bytes> content = read_file(path);
        if (!content) return Result<Files>::failed(std::move(content.diagnostics));
        files.push_back({path.string(), std::move(*content)});
    }
    return Result<Files>::of(std::move(files));
}

} // namespace

Result<forms::Templates> load_templates(const std::filesystem::path& office) {
    Result<std::vector<forms::OfficeFile>> files = Result<std::vector<forms::OfficeFile>>::of({});
    if (!office.empty()) files = read_office(office);
    if (!files) return Result<forms::Templates>::failed(std::move(files.diagnostics));
    return forms::Templates::load(embedded_resources(), *files);
}

Result<Workshop> Workshop::open(const WorkshopOptions& options) {
    Diagnostics findings;
    auto templates = take(load_templates(options.office), findings);
    auto check_words = take(forms::CheckWords::load(embedded_resources()), findings);
    auto fonts = take(fonts::FontSet::load(embedded_resource("fonts/manifest.xml"), options.font), findings);
    if (!templates || !check_words || !fonts) return Result<Workshop>::failed(std::move(findings));
    return Result<Workshop>::of({std::move(*templates), std::move(*check_words), std::move(*fonts),
                                 embedded_resource("templates/schema/document.schema.json"),
                                 embedded_resource("colour/sRGB.icc")},
                                std::move(findings));
}

} // namespace vanthu::jobs
