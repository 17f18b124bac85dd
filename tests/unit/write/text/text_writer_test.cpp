#include "write/text/text_writer.h"

#include <catch2/catch.hpp>

using namespace vanthu;

namespace {

flow::Paragraph paragraph(std::string text, std::uint16_t style = 0) {
    flow::Paragraph result;
    result.style = style;
    result.runs.push_back({std::move(text)});
    return result;
}

flow::Cell cell(std::string text, std::uint16_t span = 1, std::uint16_t row_span = 1) {
    flow::Cell result;
    result.span = span;
    result.row_span = row_span;
    if (!text.empty()) result.content.emplace_back(paragraph(std::move(text)));
    return result;
}

flow::Document document_of(std::vector<flow::Block> blocks) {
    flow::Document document;
    document.styles.resize(2);
    document.styles[1].tag = flow::Tag::furniture;
    document.sheets.push_back({});
    document.sheets[0].blocks = std::move(blocks);
    return document;
}

} // namespace

TEST_CASE("a paragraph is a line in NFC with plain spaces", "[write][text]") {
    flow::Paragraph parts = paragraph("ỦY BAN\u2028NHÂN DÂN\u00A0TỈNH a");
    parts.runs.push_back({"\u0301 "}); // a combining mark of the run before
    CHECK(write::write_text(document_of({parts, flow::Rule{}, paragraph("Điều 1.")})) ==
          "ỦY BAN NHÂN DÂN TỈNH á\nĐiều 1.\n");
    CHECK(write::write_text(document_of({paragraph(" "), paragraph("")})).empty());
}

TEST_CASE("a letterhead is read cell by cell, a data table row by row", "[write][text]") {
    flow::Table head;
    head.kind = flow::TableKind::letterhead;
    head.rows.push_back({flow::RowKind::layout, {cell("BỘ Y TẾ"), cell("CỘNG HÒA")}});
    head.rows[0].cells[0].content.emplace_back(paragraph("Số: 5"));
    flow::Table data;
    data.rows.push_back({flow::RowKind::header, {cell("STT"), cell("Nhiệm vụ"), cell("Thời gian")}});
    data.rows.push_back({flow::RowKind::section, {cell("I"), cell("Rà soát", 2)}});
    data.rows.push_back({flow::RowKind::task, {cell("1"), cell("Một"), cell("2021", 1, 2)}});
    data.rows.push_back({flow::RowKind::task, {cell("2"), cell("Hai"), cell("", 1, 0)}});
    CHECK(write::write_text(document_of({head, data})) ==
          "BỘ Y TẾ\nSố: 5\nCỘNG HÒA\nSTT\tNhiệm vụ\tThời gian\nI\tRà soát\t\n1\tMột\t2021\n2\tHai\t\n");
}

TEST_CASE("furniture stands on lines of its own or is left out", "[write][text]") {
    const flow::Document document = document_of({paragraph("2", 1), paragraph("Nơi nhận:")});
    CHECK(write::write_text(document) == "2\nNơi nhận:\n");
    CHECK(write::write_text(document, {false}) == "Nơi nhận:\n");
}
