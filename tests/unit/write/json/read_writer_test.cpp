#include "base/resources.h"
#include "read/json/json_reader.h"
#include "read/json/tables_reader.h"
#include "support/random_document.h"
#include "write/json/read_writer.h"

#include <catch2/catch.hpp>

using namespace vanthu;

namespace {

model::ReadTable table() {
    model::ReadTable result;
    result.pages = {2, 3};
    result.title = "DANH MỤC \"nhiệm vụ\"";
    result.columns = {{"STT", model::ColumnRole::ordinal, {}},
                      {"Nhiệm vụ", model::ColumnRole::task, {}},
                      {"Ghi chú", model::ColumnRole::other, {}}};
    result.kinds = {model::RowKind::section, model::RowKind::task};
    result.rows = {{"I", "Rà soát", ""}, {"", "Báo cáo\nhằng năm", "="}};
    result.spans = {{0, 1, 1, 2}};
    result.places = {{2, 10, 20.25, 30, 40}, {3, 0, 0, 0, 0}};
    model::Task task;
    task.section = "I. Rà soát";
    task.task = "Báo cáo\nhằng năm";
    task.lead = {"Sở Kế hoạch và Đầu tư", "Sở Y tế"};
    task.time = {"Quý IV hàng năm", "", "", "yearly", ""};
    task.place = {3, 1, 2, 3, 4};
    task.row = 1;
    result.tasks = {task};
    result.trust = 0.87;
    return result;
}

} // namespace

TEST_CASE("tables come back from their JSON", "[write][json][tables]") {
    const std::vector<model::ReadTable> tables = {table(), {}, table()};
    const auto back = read::read_tables_json(write::tables_json(tables));
    REQUIRE(back);
    CHECK(*back == tables);
    CHECK(read::read_tables_json(write::tables_json({}))->empty());
}

TEST_CASE("JSON that is no tables is refused with what is wrong", "[read][json][tables]") {
    const Bytes good = write::tables_json(std::vector{table()});
    const auto [from, to, member] =
        GENERATE(table<std::string, std::string, std::string>({{"\"I\",", "", "rows"},
                                                               {"\"Rà soát\"", "7", "rows"},
                                                               {"\"ordinal\"", "\"king\"", "roles"},
                                                               {"\"section\",\"task\"", "\"section\"", "kinds"},
                                                               {"\"column_span\":2", "\"column_span\":3", "spans"},
                                                               {"\"row\":1", "\"row\":2", "tasks"},
                                                               {"\"row\":1", "\"row\":1.5", "row"},
                                                               {"\"pages\":[2", "\"pages\":[-2", "pages"},
                                                               {"0.87", "8", "confidence"},
                                                               {"\"lead\":[\"", "\"lead\":[0,\"", "lead"},
                                                               {"[1,2,3,4]", "[1]", "box"},
                                                               {"\"time\":{", "\"time\":{}}{", "{}"}}));
    Bytes bad = good;
    const std::size_t at = bad.find(from);
    REQUIRE(at != bad.npos);
    bad.replace(at, from.size(), to);
    const auto result = read::read_tables_json(bad);
    CHECK_FALSE(result);
    CHECK(result.diagnostics.at(0).arguments.at(0).value == member);
}

TEST_CASE("generate takes what read gives, provenance and all", "[write][json][read]") {
    model::ReadDocument read;
    read.document = test::random_document(7);
    CHECK(read::is_json_object(write::read_document_json(read)));
    read.provenance = {
        {"/number", {{1, 1, 2, 3, 4.005}}, "Số: 52", 0.5, {}},
        {"/legal_bases/0",
         {},
         "Căn cứ\n\"Nghị quyết\"",
         1,
         {{"Nghị quyết", "", "134", "NQ-CP", model::Date{2020, 9, 25}, "Chính phủ", "Nghị quyết số 134/NQ-CP"}}}};
    const Bytes json = write::read_document_json(read);
    const auto back = read::read_json(json, "x", {embedded_resource("templates/schema/document.schema.json"), {}});
    REQUIRE(back);
    CHECK(*back == read.document);
    CHECK(json.find("\"confidence\":0.5") != json.npos);
    CHECK(json.find("\"date\":\"2020-09-25\"") != json.npos);
}

TEST_CASE("only an object of valid UTF-8 counts as a document", "[read][json]") {
    CHECK(read::is_json_object("{\"a\":[1,\"ệ\"]}"));
    CHECK_FALSE(read::is_json_object("[]"));
    CHECK_FALSE(read::is_json_object("{"));
    CHECK_FALSE(read::is_json_object("{\"a\":\"\xFF\"}"));
}
