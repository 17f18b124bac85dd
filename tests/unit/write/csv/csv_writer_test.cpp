#include "write/csv/csv_writer.h"

#include <catch2/catch.hpp>

using namespace vanthu;

namespace {

model::ReadTable table(std::vector<std::vector<std::string>> rows) {
    model::ReadTable result;
    for (std::string& title : rows.front()) result.columns.push_back({std::move(title), {}, {}});
    result.rows.assign(rows.begin() + 1, rows.end());
    return result;
}

} // namespace

TEST_CASE("a CSV has a byte order mark, commas and CRLF", "[csv]") {
    const std::vector tables = {table({{"STT", "Nhiệm vụ"}, {"1", "Rà soát"}, {"", ""}})};
    CHECK(write::write_csv(tables) == "\xEF\xBB\xBFSTT,Nhiệm vụ\r\n1,Rà soát\r\n,\r\n");
}

TEST_CASE("commas, quotes and line ends are quoted", "[csv]") {
    const std::vector tables = {table({{"a"}, {"b, c"}, {"say \"d\""}, {"e\nf"}, {" g "}})};
    CHECK(write::write_csv(tables) == "\xEF\xBB\xBF"
                                      "a\r\n\"b, c\"\r\n\"say \"\"d\"\"\"\r\n\"e\nf\"\r\n g \r\n");
}

TEST_CASE("what a spreadsheet takes for a formula gets an apostrophe", "[csv]") {
    const std::vector tables = {
        table({{"a"}, {"=1+1"}, {"+84"}, {"-"}, {"@x"}, {"\tx"}, {"\rx"}, {"=A(\"b\",1)"}, {"1-2"}})};
    CHECK(write::write_csv(tables) ==
          "\xEF\xBB\xBF"
          "a\r\n'=1+1\r\n'+84\r\n'-\r\n'@x\r\n'\tx\r\n\"'\rx\"\r\n\"'=A(\"\"b\"\",1)\"\r\n1-2\r\n");
}

TEST_CASE("tables are parted by a blank line", "[csv]") {
    const std::vector tables = {table({{"a"}, {"1"}}), table({{"b"}, {"2"}})};
    CHECK(write::write_csv(tables) == "\xEF\xBB\xBF"
                                      "a\r\n1\r\n\r\nb\r\n2\r\n");
    CHECK(write::write_csv({}) == "\xEF\xBB\xBF");
}
