// Plain text and Markdown as a flow.
#include "read/text/text_reader.h"
#include "support/flow_text.h"

#include <catch2/catch.hpp>

using namespace vanthu;

namespace {

flow::Document opened(const std::string& text) {
    auto document = read::read_text(text);
    REQUIRE(document);
    return std::move(*document);
}

using Texts = std::vector<std::string>;

Texts texts(const std::string& text) { return test::paragraphs(opened(text).sheets.at(0)); }

const flow::Paragraph& paragraph(const flow::Document& document, std::size_t index = 0) {
    return std::get<flow::Paragraph>(document.sheets.at(0).blocks.at(index));
}

const flow::Table& table(const flow::Document& document) {
    for (const flow::Block& block : document.sheets.at(0).blocks)
        if (const auto* found = std::get_if<flow::Table>(&block)) return *found;
    FAIL("no table");
    throw 0;
}

std::string encoding(const std::string& text) {
    const auto document = read::read_text(text);
    REQUIRE(document);
    return document.diagnostics.empty() ? "" : document.diagnostics[0].arguments[0].value;
}

} // namespace

TEST_CASE("paragraphs: blank lines, items, lines that go on", "[read][text]") {
    CHECK(texts("QUYẾT ĐỊNH\n\nVề việc X\r\n\r\nĐiều 1. Y") == Texts{"QUYẾT ĐỊNH", "Về việc X", "Điều 1. Y"});
    CHECK(texts("Nơi nhận:\n- Như Điều 3;\n- Lưu: VT.") == Texts{"Nơi nhận:", "- Như Điều 3;", "- Lưu: VT."});
    CHECK(texts("1. Một việc\n2. Hai việc\na) Ba") == Texts{"1. Một việc", "2. Hai việc", "a) Ba"});
    CHECK(texts("(Kèm theo Quyết định ngày 25/01/2021\ncủa UBND tỉnh)") ==
          Texts{"(Kèm theo Quyết định ngày 25/01/2021 của UBND tỉnh)"});
    CHECK(texts("trong giai đoạn 2021-\n2022\n") == Texts{"trong giai đoạn 2021-", "2022"});
    CHECK(texts("a\fb") == Texts{"a", "b"});
    CHECK(texts("A\n\n---\n\nB\n*****") == Texts{"A", "B"});
    CHECK(texts("").empty());
}

TEST_CASE("a sentence goes on over a turned page, a title does not", "[read][text]") {
    const std::string first = "Tạo điều kiện hỗ trợ hợp tác xã, tổ hợp tác tiếp cận thêm các";
    CHECK(texts(first + "\n\nnguồn vốn để đầu tư.") == Texts{first + " nguồn vốn để đầu tư."});
    CHECK(texts(first + ".\n\nnguồn vốn").size() == 2);
    CHECK(texts("Phụ lục\n\nnguồn vốn").size() == 2);
}

TEST_CASE("lines ended by hand are joined", "[read][text]") {
    std::string text;
    for (int i = 0; i < 6; ++i) text += "Ủy ban nhân dân các huyện, thị xã, thành phố và thủ trưởng các cơ quan Nhà\n";
    const Texts read = texts(text + "nước.\nĐiều 2. Ngắn.\n");
    REQUIRE(read.size() == 2);
    CHECK(read[1] == "Điều 2. Ngắn.");
}

TEST_CASE("bold and italic, also over line ends; stars that mark nothing", "[read][text]") {
    flow::Document document = opened("**TM. ỦY BAN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH**");
    CHECK(document.styles[paragraph(document).style].bold);
    REQUIRE(paragraph(document).runs.size() == 1);
    CHECK(paragraph(document).runs[0].text == "TM. ỦY BAN\u2028KT. CHỦ TỊCH\u2028PHÓ CHỦ TỊCH");
    CHECK(document.origins[paragraph(document).origin - 1].raw == "**TM. ỦY BAN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH**");
    document = opened("**Điều 1.** Ban hành *kèm* theo");
    CHECK_FALSE(document.styles[paragraph(document).style].bold);
    REQUIRE(paragraph(document).runs.size() == 4);
    CHECK(document.character_styles[paragraph(document).runs[0].style - 1U].bold);
    CHECK(document.character_styles[paragraph(document).runs[2].style - 1U].italic);
    CHECK(texts("3 * 4 = 12 (*) và **") == Texts{"3 * 4 = 12 (*) và **"});
    document = opened("# PHỤ LỤC\n\n### Mục");
    CHECK(document.styles[paragraph(document).style].tag == flow::Tag::heading1);
    CHECK(document.styles[paragraph(document, 1).style].tag == flow::Tag::heading3);
}

TEST_CASE("a table by tabs; its header again behind a blank line is no row", "[read][text]") {
    const flow::Document document =
        opened("STT\tViệc\tCơ quan\nI\tMục\t\n\tA\tX\n\nSTT\tViệc\tCơ quan\n2\tB\tY\n\nHết");
    const flow::Table& data = table(document);
    CHECK(data.kind == flow::TableKind::data);
    CHECK(data.widths.size() == 3);
    REQUIRE(data.rows.size() == 4);
    CHECK(data.rows[0].kind == flow::RowKind::header);
    CHECK(data.rows[1].kind == flow::RowKind::task);
    CHECK(data.rows[1].cells[2].content.empty());
    CHECK(data.rows[2].cells[0].content.empty());
    CHECK(texts("a\tb\tc\nd\te\tf\n") == Texts{"a", "b", "c", "d", "e", "f"});
}

TEST_CASE("a table of Markdown", "[read][text]") {
    const flow::Document document = opened("| STT | Việc |\n|----|:--:|\n| 1 | **A** \\| B<br>C |\n| 2 |\n");
    const flow::Table& data = table(document);
    REQUIRE(data.rows.size() == 3);
    CHECK(data.rows[0].kind == flow::RowKind::header);
    CHECK(test::paragraphs(document.sheets[0]) == Texts{"STT", "Việc", "1", "A | B C", "2"});
    CHECK(data.rows[2].cells.size() == 2);
}

TEST_CASE("two columns by a tab at the top are a letterhead", "[read][text]") {
    const flow::Document document = opened("UBND TỈNH X\tCỘNG HÒA\nSố: 1\tHà Nội, ngày 1\n\nQUYẾT ĐỊNH");
    CHECK(table(document).kind == flow::TableKind::letterhead);
    CHECK(table(document).rows.size() == 2);
}

TEST_CASE("encodings: UTF-8, UTF-16, decomposed, of old; bytes that are no text", "[read][text]") {
    CHECK(texts("\xEF\xBB\xBFĐiều") == Texts{"Điều"});
    CHECK(texts("Điê\u0300u\u200B") == Texts{"Điều"});
    CHECK(texts(std::string("\xFF\xFE\x10\x01i\0", 6)) == Texts{"Đi"});
    CHECK(texts(std::string("\xFE\xFF\x01\x10\0i", 6)) == Texts{"Đi"});
    CHECK(encoding(std::string("\xFE\xFF\0i", 4)) == "UTF-16");
    // "Cộng hòa xã hội chủ nghĩa Việt Nam" and more in TCVN3
    const std::string old = "C\xE9ng h\xDF"
                            "a x\xB7 h\xE9i ch\xF1 ngh\xDC"
                            "a Vi\xD6t Nam, quy\xD5t \xAE\xDEnh c\xF1"
                            "a ch\xF1 t\xDE"
                            "ch \xF1y ban nh\xA9n d\xA9n t\xD8nh";
    CHECK(texts(old).at(0).ends_with("quyết định của chủ tịch ủy ban nhân dân tỉnh"));
    CHECK(encoding(old) == "TCVN3");
    const auto binary = read::read_text(std::string("PK\3\4\0\0\0", 7));
    REQUIRE_FALSE(binary);
    CHECK(binary.diagnostics.front().code == "text-binary");
}
