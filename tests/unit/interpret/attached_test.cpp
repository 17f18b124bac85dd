// Attached texts, appendices and forms behind a decision, as other programs write them.
#include "base/resources.h"
#include "interpret/interpret.h"
#include "read/text/text_reader.h"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace vanthu;

namespace {

struct Line {
    std::string text;
    flow::Align align = flow::Align::justify;
    bool bold = false;
    bool italic = false;
};

constexpr auto centre = flow::Align::centre;

/// Sheets of one paragraph a line.
flow::Document flow_of(const std::vector<std::vector<Line>>& sheets) {
    flow::Document document;
    for (const std::vector<Line>& lines : sheets) {
        flow::Sheet& sheet = document.sheets.emplace_back();
        for (const Line& line : lines) {
            flow::ParagraphStyle style;
            style.align = line.align;
            style.bold = line.bold;
            style.italic = line.italic;
            flow::Paragraph paragraph;
            paragraph.style = static_cast<std::uint16_t>(document.styles.size());
            paragraph.runs.push_back({line.text});
            document.styles.push_back(style);
            sheet.blocks.emplace_back(std::move(paragraph));
        }
    }
    return document;
}

struct Read {
    model::ReadDocument document;
    Diagnostics findings;

    std::size_t leftovers() const {
        return static_cast<std::size_t>(std::count_if(findings.begin(), findings.end(), [](const Diagnostic& finding) {
            return finding.code == "read-leftover";
        }));
    }
};

Read interpret_flow(const flow::Document& flow) {
    const auto templates = forms::Templates::load(embedded_resources(), {});
    const auto words = forms::ReadWords::load(embedded_resources());
    auto result = interpret::interpret(flow, {*templates, *words});
    return {std::move(*result), std::move(result.diagnostics)};
}

const std::vector<Line> decision = {{"ỦY BAN NHÂN DÂN TỈNH A", centre, true},
                                    {"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", centre, true},
                                    {"Độc lập - Tự do - Hạnh phúc", centre, true},
                                    {"Số: 7/QĐ-UBND", centre},
                                    {"A, ngày 02 tháng 3 năm 2020", centre, false, true},
                                    {"QUYẾT ĐỊNH", centre, true},
                                    {"Ban hành Quy định quản lý cây xanh", centre, true},
                                    {"ỦY BAN NHÂN DÂN TỈNH A", centre, true},
                                    {"Căn cứ Luật Cây xanh ngày 01 tháng 01 năm 2019;"},
                                    {"QUYẾT ĐỊNH:", centre, true},
                                    {"Điều 1. Ban hành kèm theo Quyết định này Quy định quản lý cây xanh"},
                                    {"./."},
                                    {"TM. ỦY BAN NHÂN DÂN", centre, true},
                                    {"CHỦ TỊCH", centre, true},
                                    {"Trần Văn B", centre, true}};

} // namespace

TEST_CASE("a sentence that names the state opens no attachment", "[interpret][attached]") {
    const Read read = interpret_flow(
        flow_of({decision,
                 {{"QUY ĐỊNH", centre, true},
                  {"Về quản lý cây xanh (Ban hành kèm theo Quyết định số 7/QĐ-UBND của UBND tỉnh A)", centre, true},
                  {"Điều 1. Cấm", flow::Align::justify, true},
                  {"a. Chống lại nhà nước Cộng hòa xã hội chủ nghĩa Việt Nam;"},
                  {"b. Chặt cây."}}}));
    REQUIRE(read.document.document.attachments.size() == 1);
    const auto& text = std::get<model::AttachedText>(read.document.document.attachments.front());
    CHECK(text.kind == model::TextKind::regulation);
    CHECK(text.subject == "Về quản lý cây xanh");
    CHECK(text.reference == "(Ban hành kèm theo Quyết định số 7/QĐ-UBND của UBND tỉnh A)");
    CHECK(read.leftovers() == 0);
}

TEST_CASE("an end mark on a line of its own ends the paragraph above", "[interpret][attached]") {
    const Read read = interpret_flow(flow_of({decision}));
    REQUIRE(read.document.document.articles.size() == 1);
    CHECK(read.document.document.articles.front().paragraphs ==
          std::vector<std::string>{"Ban hành kèm theo Quyết định này Quy định quản lý cây xanh./."});
}

TEST_CASE("a form keeps its own letterhead and signature in one appendix", "[interpret][attached]") {
    const Read read =
        interpret_flow(flow_of({decision,
                                {{"Mẫu TC-02", flow::Align::right, true},
                                 {"(Ban hành kèm theo Quyết định số 7/QĐ-UBND)", flow::Align::right, false, true},
                                 {"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", centre, true},
                                 {"Độc lập - Tự do - Hạnh phúc", centre, true},
                                 {"ĐƠN XIN TRỒNG CÂY", centre, true},
                                 {"Tôi tên là: ……"},
                                 {"Người làm đơn", centre, true}}}));
    REQUIRE(read.document.document.attachments.size() == 1);
    const auto& form = std::get<model::Appendix>(read.document.document.attachments.front());
    CHECK(form.label == "Mẫu TC-02");
    CHECK(form.title == "ĐƠN XIN TRỒNG CÂY");
    CHECK(form.reference == "(Ban hành kèm theo Quyết định số 7/QĐ-UBND)");
    CHECK(read.leftovers() == 0);
}

TEST_CASE("a title in bold capitals goes on where it is not centred", "[interpret][attached]") {
    const Read read = interpret_flow(flow_of({decision,
                                              {{"PHỤ LỤC", centre, true},
                                               {"DANH MỤC CÂY XANH", centre, true},
                                               {"THUỘC TỈNH A", flow::Align::left, true},
                                               {"(Kèm theo Quyết định số: /QĐ-UBND)", flow::Align::left, false, true},
                                               {"1. Cây bàng."}}}));
    REQUIRE(read.document.document.attachments.size() == 1);
    const auto& appendix = std::get<model::Appendix>(read.document.document.attachments.front());
    CHECK(appendix.title == "DANH MỤC CÂY XANH THUỘC TỈNH A");
    CHECK(appendix.reference == "(Kèm theo Quyết định số: /QĐ-UBND)");
}

TEST_CASE("bases listed with dashes are bases without them", "[interpret][preamble]") {
    std::vector<Line> older = decision;
    older[8].text = "- Căn cứ Luật Cây xanh ngày 01/01/2019;";
    const Read read = interpret_flow(flow_of({older}));
    CHECK(read.document.document.legal_bases == std::vector<std::string>{"Căn cứ Luật Cây xanh ngày 01/01/2019;"});
}
