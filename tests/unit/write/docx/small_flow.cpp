#include "unit/write/docx/small_flow.h"

#include "write/docx/docx_writer.h"

#include <catch2/catch.hpp>

namespace vanthu::tests {

flow::PageSetup a4_portrait() {
    flow::PageSetup page;
    page.width = mm(210);
    page.height = mm(297);
    page.top = mm(20);
    page.bottom = mm(20);
    page.left = mm(30);
    page.right = mm(15);
    page.number_distance = mm(10);
    return page;
}

flow::PageSetup a4_landscape() {
    flow::PageSetup page = a4_portrait();
    std::swap(page.width, page.height);
    return page;
}

flow::Document small_flow() {
    flow::Document document;
    document.font_name = "Times New Roman";
    document.info.language = "vi";
    flow::ParagraphStyle body;
    body.name = "Body";
    body.title = "Nội dung";
    document.styles = {body};
    document.sheets.resize(1);
    document.sheets[0].page = a4_portrait();
    return document;
}

flow::Paragraph words(std::string text, std::uint16_t style) { return {style, {{std::move(text), 0, false}}}; }

flow::Table task_table(const flow::PageSetup& page, int tasks) {
    const double width = page.width - page.left - page.right;
    flow::Table table;
    table.title = "Nhiệm vụ";
    table.widths = {width * 0.1, width * 0.55, width * 0.35};
    table.padding = 4;
    table.padding_vertical = 1.5;
    table.border = 0.5;
    table.rows = {{flow::RowKind::header, {{1, {words("STT")}}, {1, {words("Nội dung")}}, {1, {words("Cơ quan")}}}},
                  {flow::RowKind::section, {{1, {words("I")}}, {2, {words("MỤC")}}}}};
    for (int i = 0; i < tasks; ++i)
        table.rows.push_back({flow::RowKind::task,
                              {{1, {words(std::to_string(i + 1))}}, {1, {words("Việc")}}, {1, {words("Sở Nội vụ")}}}});
    return table;
}

OpenedPackage written(const flow::Document& document, std::string_view source) {
    const Result<Bytes> bytes = write::write_docx(document, source);
    REQUIRE(bytes);
    CHECK(bytes.diagnostics.empty());
    return OpenedPackage(*bytes);
}

std::string style_path(const std::string& id) { return "//w:style[@w:styleId='" + id + "']"; }

} // namespace vanthu::tests
