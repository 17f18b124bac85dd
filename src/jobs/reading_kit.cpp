#include "jobs/reading_kit.h"

#include "base/resources.h"
#include "jobs/findings.h"
#include "jobs/workshop.h"

namespace vanthu::jobs {

Result<ReadingKit> ReadingKit::open(const std::filesystem::path& office) {
    Diagnostics findings;
    auto templates = take(load_templates(office), findings);
    auto words = take(forms::ReadWords::load(embedded_resources()), findings);
    auto fonts = take(fonts::FontSet::load(embedded_resource("fonts/manifest.xml"), {}), findings);
    if (!templates || !words || !fonts) return Result<ReadingKit>::failed(std::move(findings));
    return Result<ReadingKit>::of({std::move(*templates), std::move(*words), std::move(*fonts),
                                   embedded_resource("templates/schema/document.schema.json")},
                                  std::move(findings));
}

} // namespace vanthu::jobs
