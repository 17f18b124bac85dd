#include "compose/column_widths.h"

#include <catch2/catch.hpp>
#include <numeric>

using namespace vanthu::compose;

namespace {

CellText words(int count, double width) { return {std::vector<double>(static_cast<std::size_t>(count), width), 4}; }

double sum(const std::vector<double>& widths) { return std::accumulate(widths.begin(), widths.end(), 0.0); }

} // namespace

TEST_CASE("words fill lines in order", "[column-widths]") {
    CHECK(line_count({{}, 4}, 100) == 1);
    CHECK(line_count({{40, 40, 40}, 4}, 100) == 2);
    CHECK(line_count({{48, 48}, 4}, 100) == 1);
    CHECK(line_count({{200, 10}, 4}, 100) == 3);
    CHECK(line_count({{250, 10}, 4}, 100) == 3);
}

TEST_CASE("width goes to the column with the most text", "[column-widths]") {
    const std::vector<std::vector<CellText>> rows(5, {words(60, 30), words(4, 30)});
    const auto widths = share_width({{30, 100, false}, {30, 100, false}}, rows, 400);
    CHECK(sum(widths) == Approx(400));
    CHECK(widths[0] > 280);
    CHECK(widths[1] >= 30);
}

TEST_CASE("no column falls under its least width while there is room", "[column-widths]") {
    const std::vector<std::vector<CellText>> rows(5, {words(100, 20), words(1, 90), words(1, 20)});
    const auto widths = share_width({{20, 50, false}, {90, 10, false}, {25, 25, true}}, rows, 300);
    CHECK(sum(widths) == Approx(300));
    CHECK(widths[1] >= 90 - 1e-6);
    CHECK(widths[2] == 25);
}

TEST_CASE("a word that fits nowhere does not break the words of the other columns", "[column-widths]") {
    const auto widths = share_width({{900, 80, false}, {50, 70, false}, {60, 60, false}},
                                    {{words(1, 900), words(9, 50), words(1, 60)}}, 400);
    CHECK(sum(widths) == Approx(400));
    CHECK(widths[1] >= 50 - 1e-6);
    CHECK(widths[2] >= 60 - 1e-6);
    CHECK(widths[0] < 300);
}

TEST_CASE("too narrow a sheet still gives widths that add up", "[column-widths]") {
    const auto widths = share_width({{100, 10, false}, {100, 10, false}}, {{words(1, 100), words(1, 100)}}, 120);
    CHECK(sum(widths) == Approx(120));
}
