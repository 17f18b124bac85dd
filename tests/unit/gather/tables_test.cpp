// Tables of single sheets: grids of lines, rules between rows only, white space only, and what is no table.
#include "gather/page_table.h"
#include "support/fixed_measure.h"
#include "support/sight_of.h"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace vanthu;

namespace {

const test::FixedMeasure measure;

/// A sheet with words of 10 points, each 5 points wide a letter.
struct Sheet {
    pages::SeenPage page{595, 842, 0, {}, {}, {}, false, false};

    void text(double x, double baseline, std::string_view words) {
        for (std::size_t i = 0; i < words.size();) {
            const std::size_t end = std::min(words.find(' ', i), words.size());
            page.words.push_back(test::word_at(words.substr(i, end - i), x, baseline, 10, measure));
            x = page.words.back().box.x2 + 2.5;
            i = end + 1;
        }
    }
    void lying(double y, double from, double to) { page.lines.push_back({from, y, to, y, 0.5, false}); }
    void standing(double x, double from, double to) { page.lines.push_back({x, from, x, to, 0.5, false}); }
};

std::string text_of(const pages::SeenPage& page, const gather::PageTable& table, std::size_t row, std::size_t column) {
    std::string text;
    for (const gather::PageCell& cell : table.cells)
        if (cell.row == row && cell.column == column)
            for (const std::uint32_t word : cell.words) text += (text.empty() ? "" : " ") + page.words[word].text;
    return text;
}

Sheet grid(std::initializer_list<double> xs, std::initializer_list<double> ys) {
    Sheet sheet;
    for (const double y : ys) sheet.lying(y, *xs.begin(), *(xs.end() - 1));
    for (const double x : xs) sheet.standing(x, *ys.begin(), *(ys.end() - 1));
    return sheet;
}

} // namespace

TEST_CASE("a grid of lines is a table, words go to the cells they stand in", "[gather][tables]") {
    Sheet sheet = grid({50, 100, 300}, {100, 120, 160});
    sheet.text(55, 114, "TT");
    sheet.text(110, 114, "Nhiem vu");
    sheet.text(55, 140, "1");
    sheet.text(110, 133, "Mot viec");
    sheet.text(110, 145, "dai");
    const auto tables = gather::find_tables(sheet.page, 0);
    REQUIRE(tables.size() == 1);
    CHECK(tables[0].evidence == gather::TableEvidence::ruled);
    CHECK(tables[0].cells.size() == 4);
    CHECK(text_of(sheet.page, tables[0], 0, 1) == "Nhiem vu");
    CHECK(text_of(sheet.page, tables[0], 1, 1) == "Mot viec dai");
    CHECK_FALSE(tables[0].open_above);
    CHECK_FALSE(tables[0].open_below);
}

TEST_CASE("lines in pieces, doubled, with gaps at the corners make the same grid", "[gather][tables]") {
    Sheet sheet;
    for (const double y : {100.0, 101.2, 120.0, 160.0}) {
        sheet.lying(y, 50.6, 99.5);
        sheet.lying(y, 100.5, 299.4);
    }
    for (const double x : {50.0, 100.0, 300.0}) {
        sheet.standing(x, 100.6, 119.5);
        sheet.standing(x, 120.5, 159.5);
    }
    sheet.text(55, 114, "TT");
    sheet.text(110, 140, "Viec");
    const auto tables = gather::find_tables(sheet.page, 0);
    REQUIRE(tables.size() == 1);
    CHECK(tables[0].row_edges.size() == 3);
    CHECK(tables[0].column_edges.size() == 3);
}

TEST_CASE("a missing inner border makes one cell of two fields", "[gather][tables]") {
    Sheet sheet = grid({50, 300}, {100, 120, 140, 160});
    sheet.standing(100, 120, 160);
    sheet.text(55, 114, "Tieu de");
    sheet.text(110, 134, "Hai");
    const auto tables = gather::find_tables(sheet.page, 0);
    REQUIRE(tables.size() == 1);
    CHECK(tables[0].cells.front().column_span == 2);
    CHECK(tables[0].cells.size() == 5);
}

TEST_CASE("a frame, an underline and the rule of a letterhead are no tables", "[gather][tables]") {
    Sheet sheet = grid({50, 300}, {100, 160});
    sheet.text(60, 120, "MAT");
    sheet.text(60, 150, "Dau");
    sheet.text(350, 120, "Gach chan");
    sheet.lying(122, 350, 400);
    sheet.lying(200, 100, 160);
    sheet.lying(200, 350, 450);
    CHECK(gather::find_tables(sheet.page, 0).empty());
}

TEST_CASE("verticals that reach beyond the last horizontal leave the table open there", "[gather][tables]") {
    Sheet sheet = grid({50, 100, 300}, {100, 120});
    for (const double x : {50.0, 100.0, 300.0}) sheet.standing(x, 120, 160);
    sheet.text(55, 114, "TT");
    sheet.text(110, 114, "Viec");
    sheet.text(110, 140, "con lai");
    const auto tables = gather::find_tables(sheet.page, 0);
    REQUIRE(tables.size() == 1);
    CHECK(tables[0].open_below);
    CHECK_FALSE(tables[0].open_above);
    CHECK(tables[0].row_edges.size() == 3);
}

TEST_CASE("rules between rows: columns by the white between them, titles over them", "[gather][tables]") {
    Sheet sheet;
    for (int row = 0; row <= 6; ++row) sheet.lying(100 + 20 * row, 50, 400);
    sheet.text(55, 114, "TT");
    sheet.text(90, 114, "Viec");
    sheet.text(300, 114, "Han");
    sheet.text(57, 134, "I");
    sheet.text(90, 134, "mot tieu de rat dai chay qua ca hai cot cua bang nay");
    for (int row = 2; row < 6; ++row) {
        sheet.text(57, 114 + 20 * row, std::to_string(row));
        sheet.text(90, 114 + 20 * row, "mot viec phai lam");
        sheet.text(300, 114 + 20 * row, "2021");
    }
    const auto tables = gather::find_tables(sheet.page, 0);
    REQUIRE(tables.size() == 1);
    CHECK(tables[0].evidence == gather::TableEvidence::rows_ruled);
    CHECK(tables[0].column_edges.size() == 4);
    CHECK(text_of(sheet.page, tables[0], 5, 2) == "2021");
    CHECK(text_of(sheet.page, tables[0], 1, 0) == "I");
    CHECK(text_of(sheet.page, tables[0], 1, 1) == "mot tieu de rat dai chay qua ca hai cot cua bang nay");
}

TEST_CASE("no rules at all: rows by the space between them, less trust", "[gather][tables]") {
    Sheet sheet;
    for (int row = 0; row < 5; ++row) {
        sheet.text(57, 106 + 30 * row, std::to_string(row + 1));
        sheet.text(90, 100 + 30 * row, "mot viec phai");
        sheet.text(90, 112 + 30 * row, "lam den xong");
        sheet.text(200, 106 + 30 * row, "So Tai chinh");
        sheet.text(300, 106 + 30 * row, "2021");
    }
    const auto tables = gather::find_tables(sheet.page, 0);
    REQUIRE(tables.size() == 1);
    CHECK(tables[0].evidence == gather::TableEvidence::aligned);
    CHECK(tables[0].trust < 1);
    CHECK(tables[0].row_edges.size() == 6);
    CHECK(text_of(sheet.page, tables[0], 4, 1) == "mot viec phai lam den xong");
}

TEST_CASE("letterheads, signatures, lists, contents and paragraphs are no tables", "[gather][tables]") {
    Sheet sheet;
    sheet.text(60, 60, "UY BAN NHAN DAN");
    sheet.text(300, 60, "CONG HOA XA HOI CHU NGHIA");
    sheet.text(80, 75, "TINH A");
    sheet.text(320, 75, "Doc lap - Tu do");
    for (int line = 0; line < 12; ++line) {
        sheet.text(60, 120 + 14 * line, "cac don vi can cu");
        sheet.text(160 + 3 * line, 120 + 14 * line, "danh muc neu tren");
        sheet.text(270 + 2 * line, 120 + 14 * line, "chu dong trien khai");
    }
    for (int line = 0; line < 5; ++line) {
        sheet.text(60, 320 + 14 * line, std::to_string(line + 1) + ".");
        sheet.text(80, 320 + 14 * line, "mot viec ................... 5");
    }
    sheet.text(60, 420, "Noi nhan:");
    sheet.text(350, 420, "CHU TICH");
    CHECK(gather::find_tables(sheet.page, 0).empty());
}

TEST_CASE("no words or broken numbers do no harm", "[gather][tables]") {
    Sheet sheet;
    sheet.lying(std::numeric_limits<double>::quiet_NaN(), 0, 10);
    sheet.lying(1e300, -1e300, 1e300);
    CHECK(gather::find_tables(sheet.page, 0).empty());
    sheet.text(10, 10, "a");
    CHECK(gather::find_tables(sheet.page, 0).empty());
}

namespace {

/// TT | Viec | Co quan thuc hien (Chu tri, Phoi hop) | Han; the baselines of the header's two lines.
void group_header(Sheet& sheet, double upper, double lower, double beside) {
    sheet.text(52, beside, "TT");
    sheet.text(120, beside, "Viec");
    sheet.text(237, upper, "Co quan thuc hien");
    sheet.text(210, lower, "Chu tri");
    sheet.text(320, lower, "Phoi hop");
    sheet.text(420, beside, "Han");
}

void task(Sheet& sheet, double baseline, int number) {
    sheet.text(52, baseline, std::to_string(number));
    sheet.text(70, baseline, "mot viec phai lam");
    sheet.text(200, baseline, "So Tai chinh");
    sheet.text(300, baseline, "Cac so khac");
    sheet.text(410, baseline, "2021");
}

const gather::PageCell* cell_at(const gather::PageTable& table, std::size_t row, std::size_t column) {
    for (const gather::PageCell& cell : table.cells)
        if (cell.row == row && cell.column == column) return &cell;
    return nullptr;
}

void check_groups(const Sheet& sheet, const gather::PageTable& table) {
    REQUIRE(table.column_edges.size() == 6);
    REQUIRE(cell_at(table, 0, 2));
    CHECK(cell_at(table, 0, 2)->column_span == 2);
    CHECK(text_of(sheet.page, table, 0, 2) == "Co quan thuc hien");
    CHECK(cell_at(table, 0, 0)->row_span == 2);
    CHECK(text_of(sheet.page, table, 0, 1) == "Viec");
    CHECK(text_of(sheet.page, table, 0, 4) == "Han");
    CHECK(text_of(sheet.page, table, 1, 2) == "Chu tri");
    CHECK(text_of(sheet.page, table, 1, 3) == "Phoi hop");
}

} // namespace

TEST_CASE("a rule over some columns bounds a title over them, wherever the titles beside stand", "[gather][tables]") {
    for (const double beside : {113.0, 122.0, 133.0}) {
        Sheet sheet;
        for (const double y : {100.0, 140.0, 160.0, 180.0, 200.0, 220.0}) sheet.lying(y, 50, 450);
        sheet.lying(120, 195, 400);
        group_header(sheet, 113, 133, beside);
        for (int row = 0; row < 4; ++row) task(sheet, 153 + 20 * row, row + 1);
        const auto tables = gather::find_tables(sheet.page, 0);
        REQUIRE(tables.size() == 1);
        check_groups(sheet, tables[0]);
        CHECK(tables[0].row_edges.size() == 7);
    }
}

TEST_CASE("a title over texts of several columns is one without a rule below it", "[gather][tables]") {
    const bool ruled = GENERATE(true, false);
    const double beside = GENERATE(112.0, 118.0);
    Sheet sheet;
    for (int row = 0; row < 6; ++row)
        if (ruled) sheet.lying(100 + 30 * row, 50, 450);
    group_header(sheet, 112, 124, beside);
    for (int row = 0; row < 4; ++row) task(sheet, 145 + 30 * row, row + 1);
    const auto tables = gather::find_tables(sheet.page, 0);
    REQUIRE(tables.size() == 1);
    check_groups(sheet, tables[0]);
}

TEST_CASE("rules that leave out a column make its cells higher", "[gather][tables]") {
    Sheet sheet;
    for (const double y : {100.0, 120.0, 160.0, 200.0}) sheet.lying(y, 50, 450);
    for (const double y : {140.0, 180.0}) sheet.lying(y, 65, 450);
    sheet.text(52, 114, "TT");
    sheet.text(70, 114, "Viec");
    sheet.text(300, 114, "Han");
    for (int row = 0; row < 4; ++row) {
        if (row % 2 == 0) sheet.text(52, 134 + 20 * row, std::to_string(1 + row / 2));
        sheet.text(70, 134 + 20 * row, "mot viec");
        sheet.text(300, 134 + 20 * row, "2021");
    }
    sheet.lying(135.5, 70, sheet.page.words[5].box.x2); // an underline is no rule
    const auto tables = gather::find_tables(sheet.page, 0);
    REQUIRE(tables.size() == 1);
    CHECK(tables[0].row_edges.size() == 6);
    REQUIRE(cell_at(tables[0], 3, 0));
    CHECK(cell_at(tables[0], 3, 0)->row_span == 2);
    CHECK(text_of(sheet.page, tables[0], 4, 1) == "mot viec");
}

TEST_CASE("rows between three rules are told by their ordinals", "[gather][tables]") {
    Sheet sheet;
    for (const double y : {100.0, 120.0, 220.0}) sheet.lying(y, 50, 450);
    sheet.text(52, 114, "TT");
    sheet.text(70, 114, "Viec");
    sheet.text(200, 114, "Chu tri");
    sheet.text(300, 114, "Phoi hop");
    sheet.text(410, 114, "Han");
    for (int row = 0; row < 4; ++row) {
        task(sheet, 132 + 24 * row, row + 1);
        sheet.text(70, 144 + 24 * row, "den xong");
    }
    const auto tables = gather::find_tables(sheet.page, 0);
    REQUIRE(tables.size() == 1);
    CHECK(tables[0].row_edges.size() == 6);
    CHECK(text_of(sheet.page, tables[0], 4, 1) == "mot viec phai lam den xong");
}

TEST_CASE("a text of two lines in all columns between two rules is one row", "[gather][tables]") {
    Sheet sheet;
    for (const double y : {100.0, 120.0, 150.0}) sheet.lying(y, 50, 450);
    for (const double x : {55.0, 200.0, 350.0}) {
        sheet.text(x, 114, "Ten");
        sheet.text(x, 132, "mot viec");
        sheet.text(x, 144, "phai lam");
    }
    const auto tables = gather::find_tables(sheet.page, 0);
    REQUIRE(tables.size() == 1);
    CHECK(tables[0].row_edges.size() == 3);
}

TEST_CASE("a header that comes again after a text begins a second table", "[gather][tables]") {
    Sheet sheet;
    for (int row = 0; row <= 7; ++row) sheet.lying(100 + 20 * row, 50, 450);
    for (const int row : {0, 4}) {
        sheet.text(55, 114 + 20 * row, "Viec phai lam");
        sheet.text(200, 114 + 20 * row, "Chu tri");
        sheet.text(300, 114 + 20 * row, "Han");
        for (int i = 1; i < 3; ++i) {
            sheet.text(55, 114 + 20 * (row + i), "mot viec");
            sheet.text(200, 114 + 20 * (row + i), "So");
            sheet.text(300, 114 + 20 * (row + i), "2021");
        }
    }
    sheet.text(50, 174, "Cac don vi bao cao ket qua hang nam nhu sau day va cac viec khac");
    const auto tables = gather::find_tables(sheet.page, 0);
    REQUIRE(tables.size() == 2);
    CHECK(tables[0].row_edges.size() == 4);
    CHECK(text_of(sheet.page, tables[1], 0, 1) == "Chu tri");
}
