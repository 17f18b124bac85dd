#include "base/resources.h"
#include "interpret/read_table.h"

#include <catch2/catch.hpp>

using namespace vanthu;
using model::ColumnRole;
using Cells = std::vector<std::string>;

namespace {

struct Spec {
    std::string text;
    std::uint16_t span = 1, row_span = 1;
    bool bold = false;
};

/// A document with one table; style 1 is bold; each row has a spot of its own where pages are given.
struct Source {
    flow::Document document;
    flow::Table table;

    Source() {
        document.styles.resize(2);
        document.styles[1].bold = true;
    }

    void row(const std::vector<Spec>& cells, flow::RowKind kind = flow::RowKind::layout, std::uint32_t page = 0) {
        flow::Row row;
        row.kind = kind;
        std::size_t width = 0;
        for (const Spec& spec : cells) {
            flow::Cell cell;
            cell.span = spec.span;
            cell.row_span = spec.row_span;
            width += spec.span;
            flow::Paragraph paragraph;
            paragraph.style = spec.bold ? 1 : 0;
            flow::Run run;
            run.text = spec.text;
            paragraph.runs.push_back(run);
            if (page > 0) {
                flow::Origin origin;
                origin.spots.push_back({page, 10, 20, 30, 40});
                document.origins.push_back(origin);
                paragraph.origin = static_cast<flow::OriginIndex>(document.origins.size());
            }
            if (spec.row_span > 0) cell.content.emplace_back(paragraph);
            row.cells.push_back(cell);
        }
        table.widths.resize(width, 50);
        table.rows.push_back(row);
    }

    model::ReadTable read() const {
        static const forms::ReadWords words = *forms::ReadWords::load(embedded_resources());
        return interpret::read_table(table, document, words);
    }
};

const std::vector<Spec> header = {{"S\u00A0T T"},       {"Nhiệm vụ, giải pháp"}, {"Cơ quan chủ trì"},
                                  {"Cơ quan phối hợp"}, {"Sản phẩm hoàn thành"}, {"Thời gian"}};

std::vector<ColumnRole> roles(const model::ReadTable& table) {
    std::vector<ColumnRole> result;
    for (const model::Column& column : table.columns) result.push_back(column.role);
    return result;
}

} // namespace

TEST_CASE("a table of tasks: header, sections, tasks without ordinals", "[read-table]") {
    Source source;
    source.row(header, flow::RowKind::header);
    source.row({{"I"}, {"Tiếp tục tuyên truyền", 5}});
    source.row(
        {{""}, {"Kế hoạch"}, {"Liên minh HTX tỉnh"}, {"Các sở, ngành, UBND cấp huyện"}, {"Quyết định"}, {"2021"}});
    source.row({{"II"}, {"Rà soát"}, {""}, {""}, {""}, {""}});
    source.row({{"1"}, {"Xây dựng"}, {"Sở Kế hoạch và Đầu tư"}, {""}, {""}, {"Quý IV hàng năm"}});
    const model::ReadTable table = source.read();
    CHECK(roles(table) == std::vector{ColumnRole::ordinal, ColumnRole::task, ColumnRole::lead, ColumnRole::partners,
                                      ColumnRole::product, ColumnRole::time});
    CHECK(table.columns[0].title == "STT"); // "S T T" on paper
    REQUIRE(table.rows.size() == 4);
    CHECK(table.rows[0] == Cells{"I", "Tiếp tục tuyên truyền", "", "", "", ""});
    CHECK(table.kinds ==
          std::vector{model::RowKind::section, model::RowKind::task, model::RowKind::section, model::RowKind::task});
    CHECK(table.spans == std::vector<model::CellSpan>{{0, 1, 1, 5}});
    REQUIRE(table.tasks.size() == 2);
    CHECK(table.tasks[0].section == "I. Tiếp tục tuyên truyền");
    CHECK(table.tasks[0].ordinal.empty());
    CHECK(table.tasks[0].partners == Cells{"Các sở, ngành", "UBND cấp huyện"});
    CHECK(table.tasks[0].time.from == "2021");
    CHECK(table.tasks[1].section == "II. Rà soát");
    CHECK(table.tasks[1].lead == Cells{"Sở Kế hoạch và Đầu tư"});
    CHECK(table.tasks[1].time.recurrence == "yearly");
    CHECK(table.tasks[1].row == 3);
}

TEST_CASE("two header rows, numbers of columns and repeated headers are no rows", "[read-table]") {
    const bool marked = GENERATE(true, false);
    INFO(marked);
    Source source;
    const auto kind = marked ? flow::RowKind::header : flow::RowKind::layout;
    const std::vector<Spec> first = {{"TT", 1, 2}, {"Nội dung", 1, 2}, {"Cơ quan thực hiện", 2}, {"Thời hạn", 1, 2}};
    const std::vector<Spec> second = {{"", 1, 0}, {"", 1, 0}, {"Chủ trì"}, {"Phối hợp"}, {"", 1, 0}};
    source.row(first, kind);
    source.row(second);
    source.row({{"(1)"}, {"(2)"}, {"(3)"}, {"(4)"}, {"(5)"}});
    source.row({{"1"}, {"Một"}, {"Sở A"}, {"Sở B"}, {"6/2021"}});
    source.row(first, kind);
    source.row(second);
    source.row({{"2"}, {"Hai"}, {"Sở C"}, {"Sở D"}, {"7/2021"}});
    const model::ReadTable table = source.read();
    REQUIRE(table.columns.size() == 5);
    CHECK(table.columns[2].title == "Cơ quan thực hiện / Chủ trì");
    CHECK(roles(table) ==
          std::vector{ColumnRole::ordinal, ColumnRole::task, ColumnRole::lead, ColumnRole::partners, ColumnRole::time});
    REQUIRE(table.rows.size() == 2);
    CHECK(table.rows[1] == Cells{"2", "Hai", "Sở C", "Sở D", "7/2021"});
    CHECK(table.tasks.size() == 2);
}

TEST_CASE("a merged cell counts for every row that it covers", "[read-table]") {
    Source source;
    source.row(header, flow::RowKind::header);
    source.row({{"1"}, {"Một"}, {"Sở A", 1, 2}, {""}, {""}, {"2021"}});
    source.row({{"2"}, {"Hai"}, {"", 1, 0}, {""}, {""}, {"2022"}});
    const model::ReadTable table = source.read();
    CHECK(table.rows[1] == Cells{"2", "Hai", "", "", "", "2022"});
    CHECK(table.spans == std::vector<model::CellSpan>{{0, 2, 2, 1}});
    REQUIRE(table.tasks.size() == 2);
    CHECK(table.tasks[1].lead == Cells{"Sở A"});
}

TEST_CASE("a row that a page turn has cut is one row", "[read-table]") {
    Source source;
    source.row(header, flow::RowKind::header, 1);
    source.row({{"1"}, {"Xây dựng kế"}, {"Sở Kế hoạch"}, {""}, {"Báo cáo"}, {"2021"}}, flow::RowKind::layout, 1);
    source.row({{""}, {"hoạch năm"}, {"và Đầu tư"}, {""}, {""}, {""}}, flow::RowKind::layout, 2);
    source.row({{""}, {"khác"}, {""}, {""}, {""}, {""}}, flow::RowKind::layout, 2);
    const model::ReadTable table = source.read();
    REQUIRE(table.rows.size() == 1);
    CHECK(table.rows[0] == Cells{"1", "Xây dựng kế hoạch năm khác", "Sở Kế hoạch và Đầu tư", "", "Báo cáo", "2021"});
    CHECK(table.pages == std::vector<std::uint32_t>{1, 2});
    CHECK(table.places[0].page == 1);
}

TEST_CASE("other tables have columns and rows, and no tasks", "[read-table]") {
    Source source;
    source.row({{"Tên", 1, 1, true}, {"Số lượng", 1, 1, true}, {"Đơn giá", 1, 1, true}});
    source.row({{"Bàn\u2028ghế"}, {"2"}, {"3.000"}});
    const model::ReadTable table = source.read();
    CHECK(table.columns[0].title == "Tên");
    CHECK(table.rows == std::vector<Cells>{{"Bàn ghế", "2", "3.000"}});
    CHECK(table.tasks.empty());
    CHECK(table.trust == 1);
}

TEST_CASE("a table without a header keeps all of its rows", "[read-table]") {
    Source source;
    source.row({{"a"}, {"b"}});
    source.row({{"c"}, {"d"}});
    const model::ReadTable table = source.read();
    CHECK(table.rows.size() == 2);
    CHECK(table.columns.size() == 2);
    CHECK(Source().read().rows.empty());
}

TEST_CASE("sections in sections", "[read-table]") {
    Source source;
    source.row(header, flow::RowKind::header);
    source.row({{"A. PHẦN MỘT", 6}});
    source.row({{"I"}, {"Nhóm một", 5}});
    source.row({{"1"}, {"Một"}, {"Sở A"}, {""}, {""}, {"2021"}});
    source.row({{"II"}, {"Nhóm hai", 5}});
    source.row({{"1"}, {"Hai"}, {"Sở A"}, {""}, {""}, {"2021"}});
    source.row({{"B. PHẦN HAI", 6}});
    source.row({{"1"}, {"Ba"}, {"Sở A"}, {""}, {""}, {"2021"}});
    const model::ReadTable table = source.read();
    REQUIRE(table.tasks.size() == 3);
    CHECK(table.tasks[0].section == "A. PHẦN MỘT / I. Nhóm một");
    CHECK(table.tasks[1].section == "A. PHẦN MỘT / II. Nhóm hai");
    CHECK(table.tasks[2].section == "B. PHẦN HAI");
}
