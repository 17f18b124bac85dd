#include "unit/write/docx/small_flow.h"
#include "write/docx/docx_writer.h"

#include <catch2/catch.hpp>

using namespace vanthu;
using namespace vanthu::tests;

namespace {

/// The part that a relationship of word/document.xml leads to.
std::string target(const OpenedPackage& docx, const std::string& reference) {
    const std::string id = docx.string(main_part, reference + "/@r:id");
    return "word/" + docx.string("word/_rels/document.xml.rels", "//rel:Relationship[@Id='" + id + "']/@Target");
}

flow::Document three_sheets() {
    flow::Document document = small_flow();
    document.sheets.resize(3);
    document.sheets[0].blocks = {words("Quyết định")};
    document.sheets[1].page = a4_portrait();
    document.sheets[1].blocks = {words("Chương trình")};
    document.sheets[2].page = a4_landscape();
    document.sheets[2].blocks = {task_table(document.sheets[2].page, 2)};
    return document;
}

} // namespace

TEST_CASE("R-PAGE-01, R-PAGE-03: A4 and margins in twips, landscape turned", "[docx]") {
    const OpenedPackage docx = written(three_sheets());
    CHECK(docx.strings(main_part, "//w:pgSz/@w:w") == std::vector<std::string>{"11906", "11906", "16838"});
    CHECK(docx.strings(main_part, "//w:pgSz/@w:h") == std::vector<std::string>{"16838", "16838", "11906"});
    CHECK(docx.strings(main_part, "//w:pgSz/@w:orient") == std::vector<std::string>{"landscape"});
    const std::string margins = "(//w:pgMar)[1]/@w:";
    CHECK(docx.string(main_part, margins + "top") == "1134");
    CHECK(docx.string(main_part, margins + "bottom") == "1134");
    CHECK(docx.string(main_part, margins + "left") == "1701");
    CHECK(docx.string(main_part, margins + "right") == "850");
    CHECK(docx.string(main_part, margins + "header") == "567");
}

TEST_CASE("R-NUM-01, R-NUM-02: numbers centred at the top from page 2, from 1 in every group of pages", "[docx]") {
    flow::Document document = three_sheets();
    document.sheets[2].page.number_size = 13;
    const OpenedPackage docx = written(document);
    CHECK(docx.strings(main_part, "//w:pgNumType/@w:start") == std::vector<std::string>(3, "1"));
    CHECK(docx.count(main_part, "//w:sectPr/w:titlePg") == 3);
    for (const char* section : {"(//w:sectPr)[1]", "(//w:sectPr)[2]", "(//w:sectPr)[3]"}) {
        const std::string path = section;
        const std::string header = target(docx, path + "/w:headerReference[@w:type='default']");
        CHECK(docx.string(header, "//w:fldSimple/@w:instr") == " PAGE ");
        const std::string style = style_path(docx.string(header, "//w:pStyle/@w:val"));
        CHECK(docx.string(styles_part, style + "//w:jc/@w:val") == "center");
        CHECK(docx.string(styles_part, style + "//w:sz/@w:val") == (path == "(//w:sectPr)[3]" ? "26" : "28"));
        CHECK(docx.count(styles_part, style + "//w:b | " + style + "//w:i") == 0);
        CHECK(docx.count(target(docx, path + "/w:headerReference[@w:type='first']"), "//w:t | //w:fldSimple") == 0);
        CHECK(docx.count(target(docx, path + "/w:footerReference[@w:type='first']"), "//w:t | //w:fldSimple") == 0);
        CHECK(docx.count(main_part, path + "/w:footerReference[@w:type='default']") == 0);
    }
}

TEST_CASE("sections end with their last paragraph, the last one with the body", "[docx]") {
    const OpenedPackage docx = written(three_sheets());
    CHECK(docx.count(main_part, "//w:body/w:p[1]/w:pPr/w:sectPr") == 1);
    CHECK(docx.count(main_part, "//w:body/w:p[2]/w:pPr/w:sectPr") == 1);
    CHECK(docx.count(main_part, "//w:body/*[last()][self::w:sectPr]") == 1);
    CHECK(docx.count(main_part, "//w:sectPr") == 3);
}

TEST_CASE("R-MARK-03, R-CON-01: circulation mark above and contact line below the first page", "[docx]") {
    flow::Document document = three_sheets();
    document.sheets[0].first_header = {words("XEM XONG TRẢ LẠI")};
    document.sheets[0].first_footer = {flow::Rule{mm(165), 0, 0, 0.75}, words("Số 1 Trần Phú")};
    const OpenedPackage docx = written(document);
    CHECK(docx.string(target(docx, "(//w:sectPr)[1]/w:headerReference[@w:type='first']"), "//w:t") ==
          "XEM XONG TRẢ LẠI");
    const std::string footer = target(docx, "(//w:sectPr)[1]/w:footerReference[@w:type='first']");
    CHECK(docx.string(footer, "//w:t") == "Số 1 Trần Phú");
    CHECK(docx.strings(footer, "//w:p[1]//w:ind/@*") == std::vector<std::string>{"0", "0"});
    CHECK(docx.string(main_part, "(//w:pgMar)[1]/@w:footer") == docx.string(main_part, "(//w:pgMar)[1]/@w:bottom"));
    CHECK(docx.count(target(docx, "(//w:sectPr)[2]/w:headerReference[@w:type='first']"), "//w:t") == 0);
    CHECK(docx.count(target(docx, "(//w:sectPr)[2]/w:footerReference[@w:type='first']"), "//w:t") == 0);
}

TEST_CASE("core properties tell the document's own facts and date", "[docx]") {
    flow::Document document = small_flow();
    document.info = {"Quyết định <1>", "UBND tỉnh", "Cải cách", "232/QĐ-UBND", "2021-01-25", "vi"};
    const OpenedPackage docx = written(document);
    const char* core = "docProps/core.xml";
    CHECK(docx.string(core, "//dc:title") == "Quyết định <1>");
    CHECK(docx.string(core, "//dc:creator") == "UBND tỉnh");
    CHECK(docx.string(core, "//dc:subject") == "Cải cách");
    CHECK(docx.string(core, "//cp:keywords") == "232/QĐ-UBND");
    CHECK(docx.string(core, "//dc:language") == "vi");
    CHECK(docx.string(core, "//dcterms:created") == "2021-01-25T00:00:00Z");
    CHECK(docx.string(core, "//dcterms:modified") == "2021-01-25T00:00:00Z");
    document.info.date.clear();
    CHECK(written(document).string(core, "//dcterms:created") == "1980-01-01T00:00:00Z");
}

TEST_CASE("the data come back out of the custom XML part byte for byte", "[docx]") {
    std::string source = "{\n  \"subject\": \"]]> & <b> “Đặng”\",\n  \"text\": \"";
    for (int i = 0; i < 30000; ++i) source += "ủy ";
    source += "\"\n}\n";
    const OpenedPackage docx = written(small_flow(), source);
    CHECK(docx.string("customXml/item1.xml", "/src:source") == source);
    CHECK(docx.string("customXml/item1.xml", "/src:source/@mediaType") == "application/json");
    CHECK(docx.count("word/_rels/document.xml.rels", "//rel:Relationship[@Target='../customXml/item1.xml']") == 1);
    CHECK(docx.string("customXml/_rels/item1.xml.rels", "//@Target") == "itemProps1.xml");
}

TEST_CASE("every part has a content type and is reached from the package", "[docx]") {
    const OpenedPackage docx = written(three_sheets());
    CHECK(docx.names().front() == "[Content_Types].xml");
    for (const std::string& name : docx.names()) {
        if (name.ends_with(".rels") || name == "[Content_Types].xml" || name == "customXml/item1.xml") continue;
        CHECK(docx.count("[Content_Types].xml", "//ct:Override[@PartName='/" + name + "']") == 1);
    }
    for (const std::string& target : docx.strings("word/_rels/document.xml.rels", "//@Target"))
        CHECK_NOTHROW(docx.part(target.starts_with("../") ? target.substr(3) : "word/" + target));
}

TEST_CASE("Word 2013 and later: tables begin at the margin", "[docx]") {
    const OpenedPackage docx = written(small_flow());
    CHECK(docx.string("word/settings.xml", "//w:compatSetting[@w:name='compatibilityMode']/@w:val") == "15");
    CHECK(docx.count("word/settings.xml", "//w:doNotUseHTMLParagraphAutoSpacing") == 0);
}

TEST_CASE("the same flow gives the same DOCX", "[docx]") {
    const Result<Bytes> first = write::write_docx(three_sheets(), "{}");
    const Result<Bytes> second = write::write_docx(three_sheets(), "{}");
    REQUIRE(first);
    REQUIRE(second);
    CHECK(*first == *second);
}

TEST_CASE("a control character in the text is an error that names it", "[docx]") {
    flow::Document document = small_flow();
    document.sheets[0].blocks = {words("Điều 1\x07")};
    const Result<Bytes> bytes = write::write_docx(document, "{}");
    REQUIRE_FALSE(bytes);
    REQUIRE(bytes.diagnostics.size() == 1);
    CHECK(bytes.diagnostics[0].code == "docx-failed");
    CHECK(bytes.diagnostics[0].arguments[0].value == "U+0007 “Điều 1”");
    CHECK(bytes.diagnostics[0].place.part == "word/document.xml");
}
