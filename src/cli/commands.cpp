#include "cli/commands.h"

#include "base/printable.h"
#include "base/resources.h"
#include "cli/console.h"
#include "cli/versions.h"
#include "jobs/workshop.h"

#include <fmt/format.h>

namespace vanthu::cli {

ExitCode print_result(std::string_view text, const Voice& voice) {
    if (print(text)) return done;
    complain_of_stream(voice);
    return unwritable;
}

void complain_of_stream(const Voice& voice) {
    if (!is_reader_gone()) print_error(diagnostic_line({"stream-failed", Severity::error, {}, {}}, voice));
}

ExitCode run_schema(const Voice& voice) {
    return print_result(embedded_resource("templates/schema/document.schema.json"), voice);
}

ExitCode run_templates(const Arguments& arguments, const Voice& voice) {
    const Result<forms::Templates> templates = jobs::load_templates(arguments.office);
    print_error(diagnostic_lines(templates.diagnostics, voice));
    if (!templates) return exit_code_of(templates.diagnostics);
    std::string list;
    for (const forms::KindTemplate& kind : templates->kinds)
        list += fmt::format("{:<14}{}\n", printable(kind.kind), printable(kind.title));
    return print_result(list, voice);
}

ExitCode run_version(const Voice& voice) {
    return print_result(fmt::format("vanthu {}\n{}\n", VANTHU_VERSION, library_versions), voice);
}

} // namespace vanthu::cli
