// Word's ways of writing, one small document each.
#include "read/docx/docx_reader.h"
#include "support/docx_file.h"
#include "support/flow_text.h"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace vanthu;
using test::docx_of;
using test::DocxParts;

namespace {

flow::Document opened_file(const Bytes& bytes) {
    const auto content = read::read_docx(bytes);
    REQUIRE(content);
    return content->flow;
}

flow::Document opened(const std::string& body) { return opened_file(docx_of(body)); }

std::vector<std::string> texts(const flow::Document& document) {
    std::vector<std::string> all;
    for (const flow::Sheet& sheet : document.sheets)
        for (std::string& text : test::paragraphs(sheet)) all.push_back(std::move(text));
    return all;
}

std::vector<std::string> texts(const std::string& body) { return texts(opened(body)); }

const flow::Paragraph& first(const flow::Document& document) {
    return std::get<flow::Paragraph>(document.sheets.at(0).blocks.at(0));
}

const flow::Table& table(const flow::Document& document, std::size_t index = 0) {
    for (const flow::Block& block : document.sheets.at(0).blocks)
        if (const auto* found = std::get_if<flow::Table>(&block); found && index-- == 0) return *found;
    FAIL("no such table");
    throw 0;
}

std::string error(const Bytes& bytes) {
    const auto content = read::read_docx(bytes);
    return content ? "" : content.diagnostics.front().code;
}

bool has_finding(const Bytes& bytes, const std::string& code) {
    const auto content = read::read_docx(bytes);
    REQUIRE(content);
    return std::any_of(content.diagnostics.begin(), content.diagnostics.end(),
                       [&](const Diagnostic& each) { return each.code == code; });
}

std::string p(const std::string& runs, const std::string& properties = "") {
    return "<w:p><w:pPr>" + properties + "</w:pPr>" + runs + "</w:p>";
}

std::string r(const std::string& text, const std::string& properties = "") {
    return "<w:r><w:rPr>" + properties + "</w:rPr><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
}

std::string tc(const std::string& text, const std::string& properties = "") {
    return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + p(text.empty() ? "" : r(text)) + "</w:tc>";
}

const std::string borders = "<w:tblPr><w:tblBorders><w:top w:val='single'/><w:left w:val='single'/><w:bottom "
                            "w:val='single'/><w:right w:val='single'/><w:insideH w:val='single'/><w:insideV "
                            "w:val='single'/></w:tblBorders></w:tblPr>";

using Texts = std::vector<std::string>;

} // namespace

TEST_CASE("runs, breaks, hyphens, white space", "[read][docx]") {
    CHECK(texts(p(r("Quyết ") + r("định"))) == Texts{"Quyết định"});
    CHECK(texts(p("<w:r><w:t>QĐ</w:t><w:noBreakHyphen/><w:t>UBND</w:t></w:r>")) == Texts{"QĐ-UBND"});
    CHECK(texts(p("<w:r><w:t>nhiệm</w:t><w:softHyphen/><w:t>vụ</w:t></w:r>")) == Texts{"nhiệmvụ"});
    CHECK(texts(p(r("  hai   khoảng \n trắng "))) == Texts{"hai khoảng trắng"});
    CHECK(texts(p(r("ẩn", "<w:vanish/>") + r("hiện"))) == Texts{"hiện"});
    CHECK(texts(p(r("xã", "<w:caps/>"))) == Texts{"XÃ"});
    const flow::Document document = opened(p("<w:r><w:t>KT. CHỦ TỊCH</w:t><w:br/><w:t>PHÓ CHỦ TỊCH</w:t></w:r>"));
    CHECK(first(document).runs[0].text == "KT. CHỦ TỊCH" + std::string(flow::line_end) + "PHÓ CHỦ TỊCH");
    CHECK(texts(p("<w:r><w:t>A</w:t><w:br/><w:br/><w:t>B</w:t></w:r>")) == Texts{"A", "B"});
    CHECK(texts(p("<w:r><w:t>Nơi nhận:</w:t><w:br/><w:t>- Như trên;</w:t><w:br/><w:t>- Lưu.</w:t></w:r>")) ==
          Texts{"Nơi nhận:", "- Như trên;", "- Lưu."});
    CHECK(texts(p(r("_______")) + p(r("A"))) == Texts{"A"});
}

TEST_CASE("text is NFC without invisible characters; what it was stays with it", "[read][docx]") {
    const flow::Document document = opened(p(r("Quye\u0302\u0301t\u200B định")));
    CHECK(texts(document) == Texts{"Quyết định"});
    const flow::Origin& origin = document.origins.at(first(document).origin - 1);
    CHECK(origin.part == "word/document.xml");
    CHECK(origin.raw == "Quye\u0302\u0301t\u200B định");
}

TEST_CASE("bold of a paragraph and bold of a run", "[read][docx]") {
    flow::Document document = opened(p(r("Điều 1.", "<w:b/>") + r(" Nội dung")));
    CHECK_FALSE(document.styles[first(document).style].bold);
    REQUIRE(first(document).runs.size() == 2);
    CHECK(document.character_styles[first(document).runs[0].style - 1U].bold);
    CHECK(first(document).runs[1].style == 0);
    document = opened(p(r("A", "<w:b/>") + r(" ") + r("B", "<w:b w:val='1'/><w:i w:val='false'/>")));
    CHECK(document.styles[first(document).style].bold);
    CHECK(first(document).runs.size() == 1);
}

TEST_CASE("styles: what they are based on, toggles, direct formatting", "[read][docx]") {
    DocxParts docx;
    docx.styles = "<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val='26'/></w:rPr></w:rPrDefault></w:docDefaults>"
                  "<w:style w:type='paragraph' w:default='1' w:styleId='N'><w:name w:val='Normal'/><w:pPr><w:jc "
                  "w:val='both'/></w:pPr></w:style>"
                  "<w:style w:type='paragraph' w:styleId='H'><w:name w:val='heading 1'/><w:basedOn w:val='N'/><w:pPr>"
                  "<w:ind w:firstLine='720'/><w:outlineLvl w:val='0'/></w:pPr><w:rPr><w:b/></w:rPr></w:style>"
                  "<w:style w:type='paragraph' w:styleId='L'><w:basedOn w:val='M'/></w:style>"
                  "<w:style w:type='paragraph' w:styleId='M'><w:basedOn w:val='L'/></w:style>"
                  "<w:style w:type='character' w:styleId='S'><w:rPr><w:b/></w:rPr></w:style>";
    docx.body = p(r("Một"), "<w:pStyle w:val='H'/>") + p(r("Hai", "<w:rStyle w:val='S'/>"), "<w:pStyle w:val='H'/>") +
                p(r("Ba")) + p(r("Bốn"), "<w:pStyle w:val='L'/>");
    const flow::Document document = opened_file(docx_of(docx));
    const auto style = [&](std::size_t index) {
        return document.styles[std::get<flow::Paragraph>(document.sheets[0].blocks.at(index)).style];
    };
    CHECK(style(0).bold);
    CHECK(style(0).size == 13);
    CHECK(style(0).align == flow::Align::justify);
    CHECK(style(0).first_indent == 36);
    CHECK(style(0).tag == flow::Tag::heading1);
    CHECK_FALSE(style(1).bold);
    CHECK(style(2).align == flow::Align::justify);
    CHECK(style(2).tag == flow::Tag::paragraph);
    CHECK(texts(document) == Texts{"Một", "Hai", "Ba", "Bốn"});
}

TEST_CASE("lists: counters, formats, restarts, labels as runs", "[read][docx]") {
    DocxParts docx;
    const auto level = [](int number, const std::string& format, const std::string& text) {
        return "<w:lvl w:ilvl='" + std::to_string(number) + "'><w:start w:val='1'/><w:numFmt w:val='" + format +
               "'/><w:lvlText w:val='" + text + "'/></w:lvl>";
    };
    docx.numbering = "<w:abstractNum w:abstractNumId='1'>" + level(0, "upperRoman", "%1.") +
                     level(1, "decimal", "%1.%2.") + level(2, "lowerLetter", "%3)") +
                     "</w:abstractNum><w:abstractNum w:abstractNumId='2'>" + level(0, "bullet", "\xEF\x82\xB7") +
                     "</w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='1'/></w:num>"
                     "<w:num w:numId='2'><w:abstractNumId w:val='2'/></w:num>"
                     "<w:num w:numId='3'><w:abstractNumId w:val='1'/><w:lvlOverride w:ilvl='0'><w:startOverride "
                     "w:val='5'/></w:lvlOverride></w:num>";
    const auto item = [](const std::string& text, int list, int at) {
        return p(text.empty() ? "" : r(text), "<w:numPr><w:ilvl w:val='" + std::to_string(at) + "'/><w:numId w:val='" +
                                                  std::to_string(list) + "'/></w:numPr>");
    };
    docx.body = item("A", 1, 0) + item("B", 1, 1) + item("C", 1, 2) + item("D", 1, 2) + item("E", 1, 1) +
                item("F", 1, 2) + item("G", 1, 0) + item("H", 1, 1) + item("I", 2, 0) + item("J", 3, 0) +
                item("K", 0, 0) + item("", 3, 0);
    const flow::Document document = opened_file(docx_of(docx));
    CHECK(texts(document) ==
          Texts{"I. A", "I.1. B", "a) C", "b) D", "I.2. E", "a) F", "II. G", "II.1. H", "• I", "V. J", "K", "VI."});
    CHECK(first(document).runs[0].label);
    CHECK_FALSE(first(document).runs[1].label);
    CHECK(document.styles[first(document).style].tag == flow::Tag::list_item);
}

TEST_CASE("fields show what they showed; page numbers are no text", "[read][docx]") {
    const std::string mark = "<w:r><w:fldChar w:fldCharType='";
    CHECK(texts(p(r("trang ") + mark + "begin'/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>" + mark +
                  "separate'/></w:r>" + r("7") + mark + "end'/></w:r>")) == Texts{"trang"});
    CHECK(texts(p(mark + "begin'/></w:r><w:r><w:instrText>REF x</w:instrText></w:r>" + mark + "separate'/></w:r>" +
                  r("Điều 3") + mark + "end'/></w:r>")) == Texts{"Điều 3"});
    CHECK(texts(p("<w:fldSimple w:instr='DATE'>" + r("hôm nay") + "</w:fldSimple>")) == Texts{"hôm nay"});
    CHECK(texts(p(mark + "begin'/></w:r>") + p(r("không mất"))) == Texts{"không mất"});
    CHECK(texts(p("<w:hyperlink r:id='x'>" + r("trang tin") + "</w:hyperlink>")) == Texts{"trang tin"});
}

TEST_CASE("tracked changes are read as accepted, and told", "[read][docx]") {
    const std::string body =
        p(r("số ") + "<w:del><w:r><w:delText>52</w:delText></w:r></w:del><w:ins>" + r("232") + "</w:ins>") +
        p(r("một "), "<w:rPr><w:del w:id='1'/></w:rPr>") + p(r("đoạn")) + "<w:moveFrom>" + p(r("cũ")) +
        "</w:moveFrom>" + "<w:tbl>" + borders + "<w:tr><w:trPr><w:del/></w:trPr>" + tc("bỏ") + "</w:tr><w:tr>" +
        tc("giữ") + tc("lại") + "</w:tr></w:tbl>";
    CHECK(texts(body) == Texts{"số 232", "một đoạn", "giữ", "lại"});
    CHECK(has_finding(docx_of(body), "docx-changes-accepted"));
    CHECK_FALSE(has_finding(docx_of(p(r("a"))), "docx-changes-accepted"));
}

TEST_CASE("text boxes stand behind their paragraph, once", "[read][docx]") {
    const std::string box = "<w:txbxContent>" + p(r("KHẨN")) + "</w:txbxContent>";
    const std::string body =
        p(r("Quyết ") + "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>" + box +
          "</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>" + box +
          "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>" + r("định"));
    CHECK(texts(body) == Texts{"Quyết định", "KHẨN"});
}

TEST_CASE("a data table: spans over columns and rows, header rows, columns that no cell ends at", "[read][docx]") {
    const flow::Document document =
        opened("<w:tbl>" + borders +
               "<w:tblGrid><w:gridCol w:w='1000'/><w:gridCol w:w='400'/><w:gridCol w:w='600'/><w:gridCol "
               "w:w='2000'/></w:tblGrid><w:tr><w:trPr><w:tblHeader/></w:trPr>" +
               tc("STT") + tc("Việc", "<w:gridSpan w:val='2'/>") + tc("Cơ quan") + "</w:tr><w:tr>" +
               tc("1", "<w:vMerge w:val='restart'/>") + tc("A", "<w:gridSpan w:val='2'/>") + tc("X") + "</w:tr><w:tr>" +
               tc("", "<w:vMerge/>") + tc("B", "<w:gridSpan w:val='2'/>") + tc("Y") + "</w:tr><w:tr>" +
               tc("Cộng", "<w:gridSpan w:val='3'/>") + "</w:tr></w:tbl>");
    const flow::Table& data = table(document);
    CHECK(data.kind == flow::TableKind::data);
    CHECK(data.widths == std::vector<double>{50, 50, 100});
    REQUIRE(data.rows.size() == 4);
    CHECK(data.rows[0].kind == flow::RowKind::header);
    CHECK(data.rows[1].kind == flow::RowKind::task);
    CHECK(data.rows[1].cells[0].row_span == 2);
    CHECK(data.rows[2].cells[0].row_span == 0);
    CHECK(data.rows[2].cells[0].content.empty());
    CHECK(data.rows[3].cells.size() == 2);
    CHECK(data.rows[3].cells[0].span == 2);
    CHECK(data.rows[3].cells[1].span == 1);
    CHECK(texts(document) == Texts{"STT", "Việc", "Cơ quan", "1", "A", "X", "B", "Y", "Cộng"});
}

TEST_CASE("a merge that begins nowhere is a cell of its own", "[read][docx]") {
    const flow::Document document = opened("<w:tbl>" + borders + "<w:tr>" + tc("a", "<w:vMerge/>") + tc("b") +
                                           "</w:tr><w:tr>" + tc("c") + tc("d") + "</w:tr></w:tbl>");
    CHECK(texts(document) == Texts{"a", "b", "c", "d"});
}

TEST_CASE("a header row that nobody marked is found by its weight", "[read][docx]") {
    const auto bold = [](const std::string& text) { return "<w:tc>" + p(r(text, "<w:b/>")) + "</w:tc>"; };
    const flow::Document document = opened("<w:tbl>" + borders + "<w:tr>" + bold("STT") + bold("Việc") +
                                           "</w:tr><w:tr>" + tc("1") + tc("A") + "</w:tr></w:tbl>");
    CHECK(table(document).rows[0].kind == flow::RowKind::header);
    CHECK(table(document).rows[1].kind == flow::RowKind::task);
}

TEST_CASE("letterhead and signature are told by shape and position, whatever they say", "[read][docx]") {
    const auto cell = [](const std::string& text, const std::string& align) {
        return "<w:tc>" + p(r(text), "<w:jc w:val='" + align + "'/>") + "</w:tc>";
    };
    const auto side_by_side = [&](const std::string& left, const std::string& align, const std::string& right) {
        return "<w:tbl><w:tr>" + cell(left, align) + cell(right, "center") + "</w:tr></w:tbl>";
    };
    std::string body;
    for (int i = 0; i < 20; ++i) body += p(r("Căn cứ và các điều của văn bản"));
    const flow::Document document =
        opened(side_by_side("AAA", "center", "BBB") + body + side_by_side("- CCC;", "left", "DDD") +
               side_by_side("EEE", "center", "FFF") + p(r("QUY CHẾ"), "<w:jc w:val='center'/>") + body +
               side_by_side("GGG", "center", "HHH"));
    CHECK(table(document, 0).kind == flow::TableKind::letterhead);
    CHECK(table(document, 1).kind == flow::TableKind::signature);
    CHECK(table(document, 2).kind == flow::TableKind::letterhead);
    CHECK(table(document, 3).kind == flow::TableKind::signature);
}

TEST_CASE("columns set by tabs or spaces are layout tables; other tabs are spaces", "[read][docx]") {
    const auto line = [](const std::string& left, const std::string& right) {
        return p("<w:r><w:rPr><w:b/></w:rPr><w:t>" + left + "</w:t><w:tab/><w:tab/><w:t>" + right + "</w:t></w:r>");
    };
    std::string body;
    for (int i = 0; i < 20; ++i) body += p(r("Căn cứ và các điều của văn bản"));
    const flow::Document document =
        opened(line("UBND TỈNH", "CỘNG HÒA") + p(r("SỞ NỘI VỤ" + std::string(30, ' ') + "Độc lập")) + body +
               p("<w:r><w:t>Căn cứ</w:t><w:tab/><w:t>Luật</w:t></w:r>") + body + line("Nơi nhận:", "GIÁM ĐỐC") +
               line("- Lưu.", "Tên"));
    CHECK(table(document, 0).kind == flow::TableKind::letterhead);
    CHECK(table(document, 0).rows[0].cells[1].content.size() == 2);
    CHECK(table(document, 1).kind == flow::TableKind::signature);
    const Texts all = texts(document);
    CHECK(all[1] == "SỞ NỘI VỤ");
    CHECK(std::count(all.begin(), all.end(), "Căn cứ Luật") == 1);
}

TEST_CASE("a table of one cell is its paragraphs; a nested one stays in its cell", "[read][docx]") {
    flow::Document document = opened("<w:tbl><w:tr>" + tc("MẬT") + "</w:tr></w:tbl>");
    CHECK(std::holds_alternative<flow::Paragraph>(document.sheets[0].blocks.at(0)));
    document = opened("<w:tbl>" + borders + "<w:tr><w:tc>" + p(r("a")) + "<w:tbl><w:tr>" + tc("b") + tc("c") +
                      "</w:tr></w:tbl>" + p("") + "</w:tc>" + tc("d") + "</w:tr></w:tbl>");
    CHECK(table(document).rows[0].cells[0].content.size() == 3);
    CHECK(texts(document) == Texts{"a", "b", "c", "d"});
}

TEST_CASE("sections are sheets; running heads and notes are furniture", "[read][docx]") {
    DocxParts docx;
    docx.header = p(r("CÔNG BÁO")) + p(r("- 2 -"));
    docx.footnotes = "<w:footnote w:type='separator'>" + p(r("x")) + "</w:footnote><w:footnote w:id='2'>" +
                     p(r("Chú thích")) + "</w:footnote>";
    const std::string reference = "<w:headerReference w:type='default' r:id='rHeader'/>";
    docx.body = p(r("Một")) +
                p("", "<w:sectPr>" + reference +
                          "<w:pgSz w:w='11906' w:h='16838'/><w:pgMar w:left='1701' w:right='850' w:top='1134' "
                          "w:bottom='1134'/></w:sectPr>") +
                p(r("Hai")) + "<w:sectPr>" + reference + "<w:pgSz w:w='16838' w:h='11906'/></w:sectPr>";
    const flow::Document document = opened_file(docx_of(docx));
    REQUIRE(document.sheets.size() == 2);
    CHECK(document.sheets[0].page.left == Approx(85.05));
    CHECK(document.sheets[1].page.width > document.sheets[1].page.height);
    CHECK(texts(document) == Texts{"Một", "CÔNG BÁO", "- 2 -", "Hai", "Chú thích"});
    const auto& head = std::get<flow::Paragraph>(document.sheets[0].blocks.at(1));
    CHECK(document.styles[head.style].tag == flow::Tag::furniture);
    CHECK(document.origins[head.origin - 1].part == "word/header.xml");
}

TEST_CASE("a font of the time before Unicode is decided by its letters", "[read][docx]") {
    const std::string font = "<w:rFonts w:ascii='.VnTime' w:hAnsi='.VnTime'/>";
    const std::string legacy =
        "C«ng hßa x· héi chñ nghÜa ViÖt Nam, ®éc lËp tù do h¹nh phóc, quyÕt ®Þnh cña ñy ban nh©n d©n tØnh";
    const flow::Document document = opened(p(r(legacy, font)) + p(r("Cộng hòa xã hội")));
    CHECK(texts(document) ==
          Texts{"Công hòa xã hội chủ nghĩa Việt Nam, độc lập tự do hạnh phúc, quyết định của ủy ban nhân dân tỉnh",
                "Cộng hòa xã hội"});
    CHECK(document.origins.at(first(document).origin - 1).raw == legacy);
}

TEST_CASE("a letter of VNI whose mark stands in the next run is one letter", "[read][docx]") {
    const std::string font = "<w:rFonts w:ascii='VNI-Times' w:hAnsi='VNI-Times'/>";
    const std::string more =
        " Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam ñoäc laäp töï do haïnh phuùc cuûa uûy ban nhaân daân";
    CHECK(texts(p(r("Quye", font) + r("át ñònh", font + "<w:b/>") + r(more, font))) ==
          Texts{"Quyết định Cộng hòa xã hội chủ nghĩa Việt Nam độc lập tự do hạnh phúc của ủy ban nhân dân"});
}

TEST_CASE("what cannot be read is refused with its reason", "[read][docx]") {
    CHECK(error("no zip") == "docx-broken");
    CHECK(error(test::zip_of({{"a.txt", "a"}})) == "docx-broken");
    DocxParts docx;
    docx.body = "<w:p>";
    CHECK(error(docx_of(docx)) == "docx-broken");
    docx.body = "";
    docx.main_type = "application/vnd.ms-word.document.macroEnabled.main+xml";
    CHECK(error(docx_of(docx)) == "docx-macros");
    docx.main_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
    CHECK(error(docx_of(docx)) == "docx-broken");
    docx = {};
    docx.more = {{"word/vbaProject.bin", "x"}};
    CHECK(error(docx_of(docx)) == "docx-macros");
    CHECK(error(docx_of("<w:tbl><w:tr>" + tc("a", "<w:gridSpan w:val='900'/>") + tc("b", "<w:gridSpan w:val='900'/>") +
                        "</w:tr></w:tbl>")) == "docx-limit");
}

TEST_CASE("broken parts beside the document, and what lies outside, are findings", "[read][docx]") {
    DocxParts docx;
    docx.body = p(r("a")) + "<w:altChunk r:id='x'/>";
    docx.styles = "<w:style>";
    docx.relationships =
        "<Relationship Id='x' Type='t/attachedTemplate' Target='file:///c:/x.dot' TargetMode='External'/>";
    CHECK(has_finding(docx_of(docx), "docx-part-unread"));
    CHECK(has_finding(docx_of(docx), "docx-external-ignored"));
    CHECK(texts(opened_file(docx_of(docx))) == Texts{"a"});
}
