#include "unit/ooxml/opened_package.h"
#include "write/xlsx/cell_text.h"
#include "write/xlsx/sheet_names.h"
#include "write/xlsx/xlsx_writer.h"

#include <catch2/catch.hpp>

using namespace vanthu;
using tests::OpenedPackage;

namespace {

const std::string sheet = "xl/worksheets/sheet1.xml";

model::ReadTable task_table() {
    model::ReadTable table;
    table.title = "Phụ lục phân công nhiệm vụ & kế hoạch";
    for (const char* title : {"STT", "Nhiệm vụ", "Chủ trì", "Thời gian"}) table.columns.push_back({title, {}, {}});
    table.rows = {{"I", "Rà soát quy hoạch", "", ""},
                  {"1", "Lập danh mục", "Sở Nội vụ", "2021-2022"},
                  {"2", "=SUM(A1)", "", "01/02/2021"},
                  {"", "+ @", "Sở Tài chính", "-"}};
    using model::RowKind;
    table.kinds = {RowKind::section, RowKind::task, RowKind::task, RowKind::task};
    return table;
}

OpenedPackage opened(const std::vector<model::ReadTable>& tables) {
    Result<Bytes> bytes = write::write_xlsx(tables);
    REQUIRE(bytes);
    CHECK(bytes.diagnostics.empty());
    return OpenedPackage(*bytes);
}

/// The text of a cell; fails where it is anything but a text.
std::string text_of(const OpenedPackage& package, const std::string& cell, const std::string& part = sheet) {
    CHECK(package.string(part, "//x:c[@r='" + cell + "']/@t") == "s");
    const auto index = std::stoul(package.string(part, "//x:c[@r='" + cell + "']/x:v"));
    return package.strings("xl/sharedStrings.xml", "//x:si")[index];
}

} // namespace

TEST_CASE("every value is a text, never a number, date or formula", "[xlsx]") {
    const OpenedPackage package = opened({task_table()});
    CHECK(text_of(package, "A1") == "STT");
    CHECK(text_of(package, "A3") == "1");
    CHECK(text_of(package, "D3") == "2021-2022");
    CHECK(text_of(package, "B4") == "=SUM(A1)");
    CHECK(text_of(package, "D4") == "01/02/2021");
    CHECK(text_of(package, "B5") == "+ @");
    CHECK(text_of(package, "D5") == "-");
    CHECK(package.count(sheet, "//x:f") == 0);
    CHECK(package.count(sheet, "//x:c[not(@t) and x:v]") == 0);
    CHECK(package.count("xl/styles.xml", "//x:cellXfs/x:xf[@numFmtId='49' and .//@wrapText='1']") == 3);
}

TEST_CASE("the header is bold, frozen, and repeated in print on one page's width", "[xlsx]") {
    const OpenedPackage package = opened({task_table()});
    const std::string style = package.string(sheet, "//x:c[@r='A1']/@s");
    const std::string format = "//x:cellXfs/x:xf[" + style + " + 1]";
    CHECK(package
              .string("xl/styles.xml",
                      "//x:fonts/x:font[1 + " + package.string("xl/styles.xml", format + "/@fontId") + "]/x:b")
              .empty());
    CHECK(package.string("xl/styles.xml", format + "/@borderId") != "0");
    CHECK(package.string(sheet, "//x:pane/@ySplit") == "1");
    CHECK(package.string(sheet, "//x:pane/@state") == "frozen");
    CHECK(package.string("xl/workbook.xml", "//x:definedName[@name='_xlnm.Print_Titles']").find("$1:$1") !=
          std::string::npos);
    CHECK(package.string(sheet, "//x:pageSetup/@orientation") == "landscape");
    CHECK(package.string(sheet, "//x:pageSetup/@fitToHeight") == "0");
    CHECK(package.string(sheet, "//x:oddHeader") == "&CPhụ lục phân công nhiệm vụ && kế hoạch");
}

TEST_CASE("a section row is merged over the columns and groups the rows below", "[xlsx]") {
    const OpenedPackage package = opened({task_table()});
    CHECK(text_of(package, "A2") == "I");
    CHECK(text_of(package, "B2") == "Rà soát quy hoạch");
    CHECK(package.strings(sheet, "//x:mergeCell/@ref") == std::vector<std::string>{"B2:D2"});
    CHECK(package.strings(sheet, "//x:row[@outlineLevel='1']/@r") == std::vector<std::string>{"3", "4", "5"});
    CHECK(package.string(sheet, "//x:outlinePr/@summaryBelow") == "0");
}

TEST_CASE("merged cells stay merged, unless they overlap or hide a text", "[xlsx]") {
    model::ReadTable table = task_table();
    table.kinds.assign(4, model::RowKind::task);
    table.rows[0] = {"1", "a", "", "x"};
    table.rows[1] = {"", "b", "", ""};
    SECTION("over rows and columns") {
        table.spans = {{0, 0, 2, 1}, {0, 1, 1, 2}, {0, 3, 2, 1}};
        const OpenedPackage package = opened({table});
        CHECK(package.strings(sheet, "//x:mergeCell/@ref") == std::vector<std::string>{"A2:A3", "B2:C2", "D2:D3"});
    }
    SECTION("overlapping, over a text, out of the table") {
        table.spans = {{0, 1, 1, 2}, {0, 2, 2, 1}, {1, 1, 3, 1}, {1, 0, 2, 1}, {3, 3, 5, 1}, {3, 3, 1, 9}};
        const OpenedPackage package = opened({table});
        CHECK(package.strings(sheet, "//x:mergeCell/@ref") == std::vector<std::string>{"B2:C2"});
    }
}

TEST_CASE("every table has a sheet of its own", "[xlsx]") {
    model::ReadTable untitled = task_table();
    untitled.title = "";
    const OpenedPackage package = opened({task_table(), untitled, task_table()});
    CHECK(package.strings("xl/workbook.xml", "//x:sheet/@name") ==
          std::vector<std::string>{"Phụ lục phân công nhiệm vụ & kế", "2", "Phụ lục phân công nhiệm vụ (2)"});
    CHECK(text_of(package, "B3", "xl/worksheets/sheet3.xml") == "Lập danh mục");
}

TEST_CASE("names of sheets are such as Excel takes", "[xlsx]") {
    write::SheetNames names;
    CHECK(names.next("Kế hoạch [1]: a/b\\c*?") == "Kế hoạch 1 a b c");
    CHECK(names.next("kế HOẠCH 1 a b C") == "kế HOẠCH 1 a b C (2)");
    CHECK(names.next("'quoted'") == "quoted");
    CHECK(names.next(" :") == "4");
    CHECK(names.next("History") == "History 1");
    CHECK(names.next("Nhiệm vụ, giải pháp chủ yếu của tỉnh") == "Nhiệm vụ, giải pháp chủ yếu của");
    CHECK(names.next("Nhiệm vụ, giải pháp chủ yếu của tỉnh") == "Nhiệm vụ, giải pháp chủ yếu (2)");
    CHECK(names.next(std::string(40, 'x')) == std::string(31, 'x'));
}

TEST_CASE("texts that XML or Excel would spoil", "[xlsx]") {
    CHECK(write::cell_text("a\x01\x0B"
                           "b\xEF\xBF\xBF"
                           "c\nd\te") == "abc\nd\te");
    CHECK(write::cell_text("a\xE2\x80\xA8z") == "a\nz");
    CHECK(write::cell_text("_x0041_ _x004_") == "_x005F_x0041_ _x004_");
    model::ReadTable table = task_table();
    table.rows[1][1] = "<a> & \"b\"\n_x0041_";
    CHECK(text_of(opened({table}), "B3") == "<a> & \"b\"\n_x005F_x0041_");
}

TEST_CASE("a cell longer than Excel's limit is cut with a finding", "[xlsx]") {
    model::ReadTable table = task_table();
    for (int i = 0; i < 33000; ++i) table.rows[1][1] += "ế";
    Result<Bytes> bytes = write::write_xlsx(std::vector{table});
    REQUIRE(bytes);
    REQUIRE(bytes.diagnostics.size() == 1);
    CHECK(bytes.diagnostics[0].code == "xlsx-cell-cut");
    CHECK(bytes.diagnostics[0].arguments[0].value == "3");
    CHECK(write::utf16_length(text_of(OpenedPackage(*bytes), "B3")) == 32767);
}

TEST_CASE("a table with more rows than a sheet is refused", "[xlsx]") {
    model::ReadTable table;
    table.columns = {{"a", {}, {}}};
    table.rows.resize(1048576);
    const Result<Bytes> bytes = write::write_xlsx(std::vector{table});
    REQUIRE_FALSE(bytes);
    CHECK(bytes.diagnostics[0].code == "xlsx-too-large");
}

TEST_CASE("the same tables make the same bytes", "[xlsx]") {
    const std::vector tables = {task_table()};
    CHECK(*write::write_xlsx(tables).value == *write::write_xlsx(tables).value);
    CHECK(write::write_xlsx({}));
    CHECK(write::write_xlsx(std::vector{model::ReadTable{}}));
}
