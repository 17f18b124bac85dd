#include "unit/write/docx/small_flow.h"
#include "write/docx/docx_writer.h"

#include <catch2/catch.hpp>

using namespace vanthu;
using namespace vanthu::tests;

TEST_CASE("R-FONT-01: the document's font stands for every script, in Vietnamese", "[docx]") {
    const OpenedPackage docx = written(small_flow());
    for (const char* script : {"ascii", "hAnsi", "eastAsia", "cs"})
        CHECK(docx.string(styles_part, std::string("//w:docDefaults//w:rFonts/@w:") + script) == "Times New Roman");
    CHECK(docx.count(styles_part, "//w:style//w:rFonts") == 0);
    CHECK(docx.count(main_part, "//w:rFonts") == 0);
    CHECK(docx.string(styles_part, "//w:docDefaults//w:lang/@w:val") == "vi-VN");
    CHECK(docx.string("word/fontTable.xml", "//w:font/@w:name") == "Times New Roman");
}

TEST_CASE("a paragraph style carries size, faces, indents, gaps and spacing", "[docx]") {
    flow::Document document = small_flow();
    flow::ParagraphStyle style;
    style.name = "LegalBasis";
    style.title = "Căn cứ, ban hành";
    style.size = 13.5;
    style.italic = true;
    style.align = flow::Align::justify;
    style.first_indent = mm(12.7);
    style.space_before = 6;
    style.space_after = 3;
    style.line_spacing = 1.15;
    style.keep_lines = true;
    document.styles.push_back(style);
    document.sheets[0].blocks = {words("Căn cứ", 1)};
    const OpenedPackage docx = written(document);
    const std::string path = style_path("LegalBasis");
    CHECK(docx.string(styles_part, path + "/w:name/@w:val") == "Căn cứ ban hành");
    CHECK(docx.string(styles_part, path + "//w:sz/@w:val") == "27");
    CHECK(docx.string(styles_part, path + "//w:szCs/@w:val") == "27");
    CHECK(docx.count(styles_part, path + "//w:i") == 1);
    CHECK(docx.count(styles_part, path + "//w:b") == 0);
    CHECK(docx.string(styles_part, path + "//w:jc/@w:val") == "both");
    CHECK(docx.string(styles_part, path + "//w:ind/@w:firstLine") == "720");
    CHECK(docx.string(styles_part, path + "//w:spacing/@w:before") == "120");
    CHECK(docx.string(styles_part, path + "//w:spacing/@w:after") == "60");
    CHECK(docx.string(styles_part, path + "//w:spacing/@w:line") == "276");
    CHECK(docx.string(styles_part, path + "//w:spacing/@w:lineRule") == "auto");
    CHECK(docx.count(styles_part, path + "//w:keepLines") == 1);
    CHECK(docx.count(styles_part, path + "//w:keepNext") == 0);
    CHECK(docx.string(main_part, "//w:body/w:p/w:pPr/*/@w:val") == "LegalBasis");
    CHECK(docx.count(main_part, "//w:rPr") == 0);
}

TEST_CASE("no widows: the default holds for every style", "[docx]") {
    const OpenedPackage docx = written(small_flow());
    CHECK(docx.count(styles_part, "//w:pPrDefault//w:widowControl[not(@w:val)]") == 1);
    CHECK(docx.count(styles_part, "//w:style//w:widowControl") == 0);
}

TEST_CASE("negative first indents hang", "[docx]") {
    flow::Document document = small_flow();
    document.styles[0].left_indent = 20;
    document.styles[0].first_indent = -10;
    const OpenedPackage docx = written(document);
    CHECK(docx.string(styles_part, style_path("Body") + "//w:ind/@w:left") == "400");
    CHECK(docx.string(styles_part, style_path("Body") + "//w:ind/@w:hanging") == "200");
}

TEST_CASE("outline levels come from the style, or from its tag", "[docx]") {
    flow::Document document = small_flow();
    document.styles[0].outline_level = 2;
    flow::ParagraphStyle heading;
    heading.name = "Heading";
    heading.tag = flow::Tag::heading3;
    flow::ParagraphStyle plain;
    plain.name = "Plain";
    document.styles.push_back(heading);
    document.styles.push_back(plain);
    const OpenedPackage docx = written(document);
    CHECK(docx.string(styles_part, style_path("Body") + "//w:outlineLvl/@w:val") == "1");
    CHECK(docx.string(styles_part, style_path("Heading") + "//w:outlineLvl/@w:val") == "2");
    CHECK(docx.count(styles_part, style_path("Plain") + "//w:outlineLvl") == 0);
}

TEST_CASE("a bold run in a bold paragraph stays bold, though Word's two styles would cancel out", "[docx]") {
    flow::Document document = small_flow();
    document.styles[0].bold = true;
    document.character_styles = {{"Strong", "Đậm", true, false}, {"Emphasis", "Nghiêng", false, true}};
    document.sheets[0].blocks = {flow::Paragraph{0, {{"Điều 1.", 1, true}, {" và ", 0, false}, {"nghiêng", 2, false}}}};
    const OpenedPackage docx = written(document);
    CHECK(docx.string(main_part, "//w:r[1]/w:rPr/w:rStyle/@w:val") == "Strong");
    CHECK(docx.count(main_part, "//w:r[1]/w:rPr/w:b") == 1);
    CHECK(docx.count(main_part, "//w:r[2]/w:rPr") == 0);
    CHECK(docx.string(main_part, "//w:r[2]/w:t/@*[name()='xml:space']") == "preserve");
    CHECK(docx.count(main_part, "//w:r[3]/w:rPr/*") == 1);
    CHECK(docx.count(styles_part, style_path("Strong") + "[@w:type='character']//w:b") == 1);
}

TEST_CASE("numbers are text: nothing renumbers them", "[docx]") {
    flow::Document document = small_flow();
    document.sheets[0].blocks = {flow::Paragraph{0, {{"a)", 0, true}, {" Nội dung", 0, false}}}};
    const OpenedPackage docx = written(document);
    CHECK(docx.strings(main_part, "//w:t") == std::vector<std::string>{"a)", " Nội dung"});
    CHECK(docx.count(main_part, "//w:numPr") == 0);
    CHECK(docx.count(styles_part, "//w:numPr") == 0);
}

TEST_CASE("the writer's own styles give way to the flow's names", "[docx]") {
    flow::Document document = small_flow();
    document.styles[0].name = "Rule";
    document.sheets[0].blocks = {words("x"), flow::Rule{100, 2, 0, 0.75}, flow::Rule{50, 2, 0, 0.75},
                                 flow::Rule{50, 3, 0, 0.75}};
    const OpenedPackage docx = written(document);
    CHECK(docx.strings(main_part, "//w:pStyle/@w:val") == std::vector<std::string>{"Rule", "Rule2", "Rule2", "Rule3"});
    CHECK(docx.count(styles_part, "//w:style[@w:styleId=preceding-sibling::w:style/@w:styleId]") == 0);
}

TEST_CASE("R-MARK-02: a mark's box has its size and is red", "[docx]") {
    flow::Document document = small_flow();
    flow::ParagraphStyle mark;
    mark.name = "Urgency";
    mark.size = 13;
    mark.bold = true;
    mark.red = true;
    mark.boxed = true;
    mark.box_width = mm(30);
    mark.box_height = mm(8);
    mark.align = GENERATE(flow::Align::left, flow::Align::centre, flow::Align::right);
    document.styles.push_back(mark);
    document.sheets[0].blocks = {words("HỎA TỐC", 1)};
    const OpenedPackage docx = written(document);
    const auto number = [&](const std::string& part, const std::string& path) {
        return std::stoi(docx.string(part, path));
    };
    const std::string borders = style_path("Urgency") + "//w:pBdr/w:";
    for (const char* side : {"top", "left", "bottom", "right"}) {
        CHECK(docx.string(styles_part, borders + side + "/@w:val") == "single");
        CHECK(docx.string(styles_part, borders + side + "/@w:color") == "FF0000");
    }
    const double line = 13 * 1.149;
    const double height =
        line + number(styles_part, borders + "top/@w:space") + number(styles_part, borders + "bottom/@w:space") + 0.75;
    CHECK(height == Approx(mm(8)).margin(mm(0.3)));

    const int left = number(main_part, "//w:ind/@w:left");
    const int right = number(main_part, "//w:ind/@w:right");
    const int sides = number(styles_part, borders + "left/@w:space") + number(styles_part, borders + "right/@w:space");
    const int text_width = 11906 - 1701 - 850;
    CHECK((text_width - left - right) / 20.0 + sides + 0.75 == Approx(mm(30)).margin(0.2));
    CHECK((left < right) == (mark.align == flow::Align::left));
    CHECK((left > right) == (mark.align == flow::Align::right));
    CHECK(docx.string(styles_part, style_path("Urgency") + "//w:jc/@w:val") == "center");
    CHECK(docx.string(styles_part, style_path("Urgency") + "/w:rPr/w:color/@w:val") == "FF0000");
}
