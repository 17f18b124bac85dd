#include "base/length.h"
#include "compose/compose.h"
#include "support/fixed_measure.h"
#include "support/flow_text.h"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace vanthu;

namespace {

const forms::Templates& templates() {
    static const auto loaded = forms::Templates::load(embedded_resources(), {});
    return *loaded;
}

model::Document decision() {
    model::Document document;
    document.kind = "decision";
    document.issuer.name = "ỦY BAN NHÂN DÂN TỈNH KHÁNH HÒA";
    document.number = "05";
    document.symbol = "QĐ-UBND";
    document.place = "Khánh Hòa";
    document.date = model::Date{2021, 3, 9};
    document.subject = "Về việc thử";
    document.legal_bases = {"Căn cứ Luật A;", "Căn cứ Luật B."};
    document.articles = {{"1", {"Một.", "Hai."}}, {"2", {"Ba./."}}};
    document.signature = {{"TM. ỦY BAN NHÂN DÂN"}, "Nguyễn Văn A"};
    document.recipients = {"Như Điều 2;", "Lưu: VT."};
    return document;
}

flow::Document composed(const model::Document& document) {
    auto flow = compose::compose(document, templates(), test::FixedMeasure());
    REQUIRE(flow);
    return std::move(*flow);
}

bool has(const std::vector<std::string>& texts, const std::string& text) {
    return std::find(texts.begin(), texts.end(), text) != texts.end();
}

model::Appendix appendix(std::size_t columns) {
    model::Appendix result;
    result.title = "Danh mục";
    result.table.emplace();
    const model::ColumnRole roles[] = {model::ColumnRole::ordinal, model::ColumnRole::task,
                                       model::ColumnRole::lead,    model::ColumnRole::time,
                                       model::ColumnRole::product, model::ColumnRole::partners};
    for (std::size_t i = 0; i < columns; ++i) result.table->columns.push_back({"Cột", roles[i], std::nullopt});
    result.table->rows.push_back({model::RowKind::section, "I", "Mục", {}});
    result.table->rows.push_back({model::RowKind::task, "", "", std::vector<std::string>(columns, "việc phải làm")});
    return result;
}

} // namespace

TEST_CASE("a decision reads in the order of form 1.2", "[compose]") {
    const auto texts = test::paragraphs(composed(decision()).sheets.at(0));
    const std::vector<std::string> expected{"ỦY BAN NHÂN DÂN TỈNH KHÁNH HÒA",
                                            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                                            "Độc lập - Tự do - Hạnh phúc",
                                            "Số: 05/QĐ-UBND",
                                            "Khánh Hòa, ngày 09 tháng 3 năm 2021",
                                            "QUYẾT ĐỊNH",
                                            "Về việc thử",
                                            "ỦY BAN NHÂN DÂN TỈNH KHÁNH HÒA",
                                            "Căn cứ Luật A;",
                                            "Căn cứ Luật B.",
                                            "QUYẾT ĐỊNH:",
                                            "Điều 1. Một.",
                                            "Hai.",
                                            "Điều 2. Ba./.",
                                            "Nơi nhận:",
                                            "- Như Điều 2;",
                                            "- Lưu: VT.",
                                            "TM. ỦY BAN NHÂN DÂN",
                                            "Nguyễn Văn A"};
    CHECK(texts == expected);
}

TEST_CASE("the months 1 and 2 get a zero, the others do not", "[compose]") {
    for (const auto& [month, shown] : {std::pair{1, "01"}, {2, "02"}, {3, "3"}, {9, "9"}, {10, "10"}}) {
        model::Document document = decision();
        document.date->month = month;
        CHECK(has(test::paragraphs(composed(document).sheets[0]),
                  std::string("Khánh Hòa, ngày 09 tháng ") + shown + " năm 2021"));
    }
}

TEST_CASE("a draft leaves room for number and date", "[compose]") {
    model::Document document = decision();
    document.number.clear();
    document.date.reset();
    const auto texts = test::paragraphs(composed(document).sheets[0]);
    CHECK(has(texts, "Số:        /QĐ-UBND"));
    CHECK(has(texts, "Khánh Hòa, ngày      tháng      năm       "));
}

TEST_CASE("reference lines are derived from the decision unless given", "[compose]") {
    model::Document document = decision();
    document.attachments = {model::AttachedText{model::TextKind::programme, "CHƯƠNG TRÌNH", "Thử", "", {}},
                            appendix(3)};
    const auto flow = composed(document);
    const std::string derived =
        "(Kèm theo Quyết định số 05/QĐ-UBND ngày 09 tháng 3 năm 2021 của Ủy ban nhân dân tỉnh Khánh Hòa)";
    CHECK(has(test::paragraphs(flow.sheets[1]), derived));
    CHECK(has(test::paragraphs(flow.sheets[2]), derived));
    std::get<model::AttachedText>(document.attachments[0]).reference = "(Kèm theo)";
    CHECK(has(test::paragraphs(composed(document).sheets[1]), "(Kèm theo)"));
}

TEST_CASE("one appendix has no number, several have Roman ones", "[compose]") {
    model::Document document = decision();
    document.attachments = {appendix(3)};
    CHECK(test::paragraphs(composed(document).sheets[1])[0] == "Phụ lục");
    document.attachments = {appendix(3), appendix(3)};
    const auto flow = composed(document);
    CHECK(test::paragraphs(flow.sheets[1])[0] == "Phụ lục I");
    CHECK(test::paragraphs(flow.sheets[2])[0] == "Phụ lục II");
    CHECK(test::paragraphs(flow.sheets[2])[1] == "DANH MỤC");
}

TEST_CASE("an appendix lies on its side when its columns need it", "[compose]") {
    model::Document document = decision();
    document.attachments = {appendix(3), appendix(6)};
    const auto flow = composed(document);
    CHECK(flow.sheets[1].page.width < flow.sheets[1].page.height);
    CHECK(flow.sheets[2].page.width > flow.sheets[2].page.height);
    for (const flow::Sheet& sheet : {flow.sheets[1], flow.sheets[2]})
        for (const flow::Block& block : sheet.blocks)
            if (const auto* table = std::get_if<flow::Table>(&block)) {
                double sum = 0;
                for (const double width : table->widths) sum += width;
                CHECK(sum == Approx(sheet.page.width - sheet.page.left - sheet.page.right));
            }
}

TEST_CASE("a width given in millimetres is kept", "[compose]") {
    model::Document document = decision();
    document.attachments = {appendix(3)};
    std::get<model::Appendix>(document.attachments[0]).table->columns[2].width = 50;
    const auto flow = composed(document);
    for (const flow::Block& block : flow.sheets[1].blocks)
        if (const auto* table = std::get_if<flow::Table>(&block)) CHECK(table->widths[2] == Approx(mm(50)));
}

TEST_CASE("a point with points below it is a heading, a sentence is not", "[compose]") {
    model::Document document = decision();
    const model::Item heading{"1.", "Công tác tuyên truyền", {{"-", "Một.", {}}}};
    const model::Item sentence{"2.", "Các sở làm:", {{"a)", "Một.", {}}}};
    const model::Item long_item{"3.", "Một câu", {{"", "Đoạn hai.", {}}}};
    document.attachments = {model::AttachedText{
        model::TextKind::plan, "KẾ HOẠCH", "Thử", "", {{"I.", "MỤC ĐÍCH", {heading, sentence, long_item}}}}};
    const auto flow = composed(document);
    std::vector<std::string> styles;
    for (const flow::Block& block : flow.sheets[1].blocks)
        if (const auto* paragraph = std::get_if<flow::Paragraph>(&block))
            styles.push_back(flow.styles[paragraph->style].name);
    const std::vector<std::string> expected{"TypeName", "Subject",  "Reference", "SectionHeading", "ItemHeading",
                                            "ListItem", "ListItem", "ListItem",  "ListItem",       "BodyText"};
    CHECK(styles == expected);
}

TEST_CASE("a kind that only goes with another document is refused", "[compose]") {
    for (const char* kind : {"plan", "programme", "regulation", "appendix"}) {
        model::Document document = decision();
        document.kind = kind;
        const auto flow = compose::compose(document, templates(), test::FixedMeasure());
        REQUIRE_FALSE(flow);
        CHECK(flow.diagnostics.at(0).code == "attached-kind");
        CHECK(flow.diagnostics.at(0).place.pointer == "/kind");
    }
}

TEST_CASE("an article of a regulation is bold, with points below it or without (annex I, II.6d)", "[compose]") {
    model::Document document = decision();
    model::AttachedText regulation{model::TextKind::regulation, "QUY CHẾ", "Văn thư", "", {}};
    regulation.sections = {
        {"Chương I", "Quy định chung", {{"Điều 1.", "Phạm vi", {{"", "Một đoạn.", {}}}}, {"Điều 2.", "Một câu.", {}}}}};
    document.attachments = {regulation};
    const flow::Document flow = composed(document);
    std::vector<std::string> found;
    for (const flow::Block& block : flow.sheets.at(1).blocks)
        if (const auto* paragraph = std::get_if<flow::Paragraph>(&block)) {
            const std::string& style = flow.styles[paragraph->style].name;
            if (style == "ItemHeading" || style == "Article")
                found.push_back(style + " " + text::unbind(paragraph->runs.at(0).text));
            if (style == "Article") CHECK(paragraph->runs.at(0).style == templates().character_style("Strong"));
        }
    CHECK(found == std::vector<std::string>{"ItemHeading Điều 1. Phạm vi", "Article Điều 2."});
}

TEST_CASE("a document of an unknown kind is refused", "[compose]") {
    model::Document document = decision();
    document.kind = "poem";
    const auto flow = compose::compose(document, templates(), test::FixedMeasure());
    REQUIRE_FALSE(flow);
    CHECK(flow.diagnostics.at(0).code == "unknown-kind");
}

TEST_CASE("a name in braces that nothing fills is an error, data in braces is not", "[compose]") {
    model::Document document = decision();
    document.subject = "{number} {nothing}";
    CHECK(has(test::paragraphs(composed(document).sheets[0]), "{number} {nothing}"));
    const std::vector<forms::OfficeFile> files{
        {"office.xml", "<office xmlns=\"urn:vanthu:template:1\"><wording name=\"motto\">{nothing}</wording></office>"}};
    const auto changed = forms::Templates::load(embedded_resources(), files);
    const auto flow = compose::compose(document, *changed, test::FixedMeasure());
    REQUIRE_FALSE(flow);
    CHECK(flow.diagnostics.at(0).code == "template-unknown-name");
}

TEST_CASE("a table that does not fit its sheet is refused, a narrow column is told", "[compose]") {
    model::Document document = decision();
    model::Appendix wide;
    wide.title = "Bảng";
    wide.table.emplace();
    for (int i = 0; i < 60; ++i) wide.table->columns.push_back({"C", model::ColumnRole::other, std::nullopt});
    wide.table->rows.push_back({model::RowKind::task, "", "", std::vector<std::string>(60, "a")});
    document.attachments = {wide};
    auto flow = compose::compose(document, templates(), test::FixedMeasure());
    REQUIRE_FALSE(flow);
    CHECK(flow.diagnostics.at(0).code == "table-too-wide");
    CHECK(flow.diagnostics.at(0).place.pointer == "/attachments/0/table/columns");

    document.attachments = {appendix(3)};
    model::Table& table = *std::get<model::Appendix>(document.attachments[0]).table;
    table.columns[1].width = 200;
    table.columns[2].width = 200;
    CHECK_FALSE(compose::compose(document, templates(), test::FixedMeasure()));

    table.columns[1].width = 20;
    table.columns[2].width.reset();
    table.rows[1].cells[1] = "mộttừrấtdàikhôngthểngắt";
    flow = compose::compose(document, templates(), test::FixedMeasure());
    REQUIRE(flow);
    REQUIRE(flow.diagnostics.size() == 1);
    CHECK(flow.diagnostics[0].code == "column-too-narrow");
    CHECK(flow.diagnostics[0].place.pointer == "/attachments/0/table/columns/1");
}
