// Any bytes as an office's template file: refused with reasons fit to print, or good for a document from compose to
// DOCX.
#include "base/resources.h"
#include "compose/compose.h"
#include "forms/templates.h"
#include "model/names.h"
#include "paginate/paginate.h"
#include "support/fixed_measure.h"
#include "support/random_document.h"
#include "text/unicode.h"
#include "write/docx/docx_writer.h"

#include <cstdint>
#include <cstdio>
#include <cstdlib>

using namespace vanthu;

namespace {

void require(bool condition, const char* what) {
    if (condition) return;
    std::fprintf(stderr, "broken promise: %s\n", what);
    std::abort();
}

void require_reasons(const Diagnostics& diagnostics, const std::string& file) {
    require(has_errors(diagnostics), "a result or reasons");
    for (const Diagnostic& diagnostic : diagnostics) {
        // Where base.xml lacks a name, the templates that use it are told.
        require(diagnostic.place.file == file || file == "base.xml" || file.empty(),
                "the fault is in the office's file");
        for (const Argument& argument : diagnostic.arguments)
            require(text::to_nfc(argument.value).has_value(), "arguments are UTF-8");
    }
}

/// The built-in file that the content would replace, as its root and kind tell; otherwise the office's own values.
std::string name_for(std::string_view content) {
    if (content.find("<base") != content.npos) return "base.xml";
    for (const char* kind : {"decision", "programme", "appendix"})
        if (content.find(std::string("kind=\"") + kind + '"') != content.npos) return std::string(kind) + ".xml";
    return "office.xml";
}

/// A decision with all fields, an attached text, and an appendix with a table of every role.
model::Document every_part(const std::string& kind) {
    model::Document document = test::random_document(1);
    document.kind = kind;
    document.marks = {"KHẨN", "LƯU HÀNH NỘI BỘ"};
    document.contact = "Số 1";
    const std::vector<model::Section> sections{{"I.", "M", {{"1.", "T", {{"a)", "d;", {}}}}, {"", "p.", {}}}}};
    model::Table table;
    for (std::size_t role = 0; role < model::column_role_names.size(); ++role)
        table.columns.push_back({"C", static_cast<model::ColumnRole>(role), {}});
    table.rows = {{model::RowKind::section, "I", "M", {}},
                  {model::RowKind::task, "", "", std::vector<std::string>(7, "t")}};
    document.attachments = {model::AttachedText{model::TextKind::programme, "P", "s", "", sections},
                            model::Appendix{"", "A", "", sections, table}};
    return document;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string content(reinterpret_cast<const char*>(data), size);
    const std::string file = name_for(content);
    const std::vector<forms::OfficeFile> office{{file, content}};
    const Result<forms::Templates> templates = forms::Templates::load(embedded_resources(), office);
    if (!templates) return require_reasons(templates.diagnostics, file), 0;
    const test::FixedMeasure measure;
    for (const forms::KindTemplate& kind : templates->kinds) {
        // Built-in kinds besides the decision are met as its attachments.
        if (kind.kind != "decision" && !embedded_resource("templates/" + kind.kind + ".xml").empty()) continue;
        const Result<flow::Document> flow = compose::compose(every_part(kind.kind), *templates, measure);
        if (!flow) {
            require_reasons(flow.diagnostics, "");
            continue;
        }
        paginate::paginate(*flow, measure);
        require(write::write_docx(*flow, "{}").value.has_value(), "what is composed can be written");
    }
    return 0;
}
