#include "unit/write/docx/small_flow.h"
#include "write/docx/docx_writer.h"

#include <catch2/catch.hpp>

using namespace vanthu;
using namespace vanthu::tests;

TEST_CASE("R-LINE: a rule is a border as long as asked, centred in its container", "[docx]") {
    flow::Document document = small_flow();
    document.sheets[0].blocks = {flow::Rule{120, 2, 6, 0.75}};
    const OpenedPackage docx = written(document);
    const int left = std::stoi(docx.string(main_part, "//w:ind/@w:left"));
    const int right = std::stoi(docx.string(main_part, "//w:ind/@w:right"));
    CHECK(11906 - 1701 - 850 - left - right == 2400);
    CHECK(std::abs(left - right) <= 1);
    const std::string style = style_path("Rule");
    CHECK(docx.string(styles_part, style + "//w:pBdr/w:top/@w:sz") == "6");
    CHECK(docx.count(styles_part, style + "//w:pBdr/*") == 1);
    CHECK(docx.string(styles_part, style + "//w:spacing/@w:before") == "40");
    const int line = std::stoi(docx.string(styles_part, style + "//w:spacing[@w:lineRule='exact']/@w:line"));
    const int after = std::stoi(docx.string(styles_part, style + "//w:spacing/@w:after"));
    CHECK(line + after == 120);
}

TEST_CASE("a rule in a cell is centred in the cell, within its padding", "[docx]") {
    flow::Document document = small_flow();
    flow::Table table;
    table.kind = flow::TableKind::letterhead;
    table.widths = {200, 267.7};
    table.padding = 5;
    table.rows = {
        {flow::RowKind::layout, {{1, {words("CƠ QUAN"), flow::Rule{50, 2, 0, 0.75}}}, {1, {words("QUỐC HIỆU")}}}}};
    document.sheets[0].blocks = {table};
    const OpenedPackage docx = written(document);
    CHECK(docx.string(main_part, "//w:tc[1]/w:p[2]//w:ind/@w:left") == "1400");
    CHECK(docx.string(main_part, "//w:tc[1]/w:p[2]//w:ind/@w:right") == "1400");
}

TEST_CASE("a data table: exact grid, repeated header, whole rows, spans, caption", "[docx]") {
    flow::Document document = small_flow();
    document.sheets[0].page = a4_landscape();
    document.sheets[0].blocks = {task_table(document.sheets[0].page, 3)};
    const OpenedPackage docx = written(document);
    int sum = 0;
    for (const std::string& column : docx.strings(main_part, "//w:gridCol/@w:w")) sum += std::stoi(column);
    CHECK(sum == 16838 - 1701 - 850);
    CHECK(docx.string(main_part, "//w:tblW[@w:type='dxa']/@w:w") == std::to_string(sum));
    CHECK(docx.string(main_part, "//w:tblLayout/@w:type") == "fixed");
    CHECK(docx.string(main_part, "//w:tblCaption/@w:val") == "Nhiệm vụ");
    CHECK(docx.count(main_part, "//w:tr") == 5);
    CHECK(docx.count(main_part, "//w:tr/w:trPr/w:cantSplit") == 5);
    CHECK(docx.count(main_part, "//w:tr[1]/w:trPr/w:tblHeader") == 1);
    CHECK(docx.count(main_part, "//w:tblHeader") == 1);
    CHECK(docx.string(main_part, "//w:tr[2]/w:tc[2]//w:gridSpan/@w:val") == "2");
    const std::vector<std::string> columns = docx.strings(main_part, "//w:gridCol/@w:w");
    CHECK(std::stoi(docx.string(main_part, "//w:tr[2]/w:tc[2]//w:tcW/@w:w")) ==
          std::stoi(columns[1]) + std::stoi(columns[2]));
    CHECK(docx.strings(main_part, "//w:tr[3]//w:tcW/@w:w") == columns);
}

TEST_CASE("header cells are centred in the height of their row", "[docx]") {
    flow::Document document = small_flow();
    document.sheets[0].blocks = {task_table(document.sheets[0].page, 1)};
    const OpenedPackage docx = written(document);
    CHECK(docx.strings(main_part, "//w:tr[1]//w:vAlign/@w:val") == std::vector<std::string>(3, "center"));
    CHECK(docx.count(main_part, "//w:tr[position()>1]//w:vAlign") == 0);
}

TEST_CASE("a row taller than a page may be split, so that it begins where the text before it ends", "[docx]") {
    flow::Document document = small_flow();
    flow::Table table = task_table(document.sheets[0].page, 2);
    for (int i = 0; i < 60; ++i) table.rows[2].cells[1].content.emplace_back(words("- UBND huyện;"));
    table.rows[3].cells[2].content = {words(std::string(6000, 'x'))};
    document.sheets[0].blocks = {table, words("x"), task_table(document.sheets[0].page, 1)};
    const OpenedPackage docx = written(document);
    CHECK(docx.count(main_part, "//w:tbl[1]/w:tr[position()<=2]/w:trPr/w:cantSplit") == 2);
    CHECK(docx.count(main_part, "//w:tbl[1]/w:tr[position()>2]/w:trPr") == 0);
    CHECK(docx.count(main_part, "//w:tbl[2]/w:tr/w:trPr/w:cantSplit") == 3);
}

TEST_CASE("a table's borders and paddings are its style's", "[docx]") {
    flow::Document document = small_flow();
    document.sheets[0].blocks = {task_table(document.sheets[0].page, 1)};
    const OpenedPackage docx = written(document);
    CHECK(docx.string(main_part, "//w:tblStyle/@w:val") == "DataTable");
    const std::string style = style_path("DataTable");
    CHECK(docx.strings(styles_part, style + "//w:tblBorders/*/@w:sz") == std::vector<std::string>(6, "4"));
    CHECK(docx.strings(styles_part, style + "//w:tblCellMar/*/@w:w") ==
          std::vector<std::string>{"30", "80", "30", "80"});
    CHECK(docx.count(main_part, "//w:tblBorders | //w:tcBorders | //w:tblCellMar | //w:tcMar") == 0);
}

TEST_CASE("layout tables have no borders", "[docx]") {
    flow::Document document = small_flow();
    flow::Table table;
    table.kind = flow::TableKind::letterhead;
    table.widths = {100, 100};
    table.rows = {{flow::RowKind::layout, {{1, {words("a")}}, {1, {words("b")}}}}};
    document.sheets[0].blocks = {table};
    const OpenedPackage docx = written(document);
    CHECK(docx.count(styles_part, style_path("LetterheadTable")) == 1);
    CHECK(docx.count(styles_part, "//w:tblBorders") == 0);
    CHECK(docx.strings(main_part, "//w:gridCol/@w:w") == std::vector<std::string>{"2000", "2000"});
}

TEST_CASE("headings of a table stay with the row behind them", "[docx]") {
    flow::Document document = small_flow();
    document.sheets[0].blocks = {task_table(document.sheets[0].page, 2)};
    const OpenedPackage docx = written(document);
    CHECK(docx.count(main_part, "//w:tr[1]//w:keepNext") == 3);
    CHECK(docx.count(main_part, "//w:tr[2]//w:keepNext") == 2);
    CHECK(docx.count(main_part, "//w:tr[position()>2]//w:keepNext") == 0);
}

TEST_CASE("an empty cell has a paragraph in its neighbours' style", "[docx]") {
    flow::Document document = small_flow();
    flow::Table table = task_table(document.sheets[0].page, 1);
    table.rows[2].cells[2].content.clear();
    document.sheets[0].blocks = {table};
    const OpenedPackage docx = written(document);
    CHECK(docx.string(main_part, "//w:tr[3]/w:tc[3]/w:p//w:pStyle/@w:val") == "Body");
    CHECK(docx.count(main_part, "//w:tc[not(w:p)]") == 0);
}

namespace {

flow::Document signed_flow(std::string last_words) {
    flow::Document document = small_flow();
    flow::Table table;
    table.kind = flow::TableKind::signature;
    table.widths = {200, 267.7};
    table.keep_with_previous = true;
    table.space_before = 12;
    const flow::Row row{flow::RowKind::layout, {{1, {words("Nơi nhận:")}}, {1, {words("CHỦ TỊCH")}}}};
    table.rows = {row, row};
    document.sheets[0].blocks = {words("Điều 1."), words("Điều 2."), words(std::move(last_words)), table};
    return document;
}

} // namespace

TEST_CASE("a signature never stands alone: text goes with it, and it stays in one piece", "[docx]") {
    const OpenedPackage docx = written(signed_flow("Điều 3. Thi hành./."));
    CHECK(docx.count(main_part, "//w:body/w:p[1]//w:keepNext") == 0);
    CHECK(docx.count(main_part, "//w:body/w:p[2]//w:keepNext") == 1);
    CHECK(docx.count(main_part, "//w:body/w:p[3]//w:keepNext") == 1);
    CHECK(docx.string(main_part, "//w:body/w:p[3]//w:spacing/@w:after") == "240");
    CHECK(docx.count(main_part, "//w:tr[1]//w:keepNext") == 2);
    CHECK(docx.count(main_part, "//w:tr[2]//w:keepNext") == 0);
    CHECK(docx.count(main_part, "//w:cantSplit") == 2);
}

TEST_CASE("a last paragraph of two lines is company enough for a signature", "[docx]") {
    const OpenedPackage docx = written(signed_flow(std::string(150, 'x')));
    CHECK(docx.count(main_part, "//w:body/w:p[2]//w:keepNext") == 0);
    CHECK(docx.count(main_part, "//w:body/w:p[3]//w:keepNext") == 1);
}

TEST_CASE("Word gets the paragraphs that it wants around tables, too low to be seen", "[docx]") {
    flow::Document document = small_flow();
    const flow::Table table = task_table(document.sheets[0].page, 1);
    document.sheets[0].blocks = {table, table};
    document.sheets.push_back(document.sheets[0]);
    document.sheets[1].blocks = {table};
    const OpenedPackage docx = written(document);
    CHECK(docx.count(main_part, "//w:tbl[following-sibling::*[1][self::w:tbl]]") == 0);
    CHECK(docx.count(main_part, "//w:body/w:p") == 3);
    CHECK(docx.count(main_part, "//w:body/w:p//w:pStyle[@w:val='Separator']") == 3);
    CHECK(docx.count(main_part, "//w:tbl[3]/following-sibling::w:p") == 1);
    CHECK(docx.string(styles_part, style_path("Separator") + "//w:spacing[@w:lineRule='exact']/@w:line") == "20");
}

TEST_CASE("a table as wide as the text gets its width to the twip, another keeps its own", "[docx]") {
    flow::Document document = small_flow();
    flow::Table table;
    table.rows = {{flow::RowKind::task, {{1, {words("a")}}, {1, {words("b")}}, {1, {words("c")}}}}};
    const double width = mm(165);
    table.widths = {width / 3, width / 3, width / 3};
    document.sheets[0].blocks = {table};
    CHECK(written(document).string(main_part, "//w:tblW/@w:w") == "9355");
    table.widths = {100.02, 100.02, 100.02};
    document.sheets[0].blocks = {table};
    const OpenedPackage narrow = written(document);
    CHECK(narrow.string(main_part, "//w:tblW/@w:w") == "6001");
    CHECK(narrow.strings(main_part, "//w:gridCol/@w:w") == std::vector<std::string>{"2000", "2001", "2000"});
}
