#include "text/line_breaker.h"

#include <catch2/catch.hpp>
#include <random>

using namespace vanthu::text;

namespace {

std::vector<Box> boxes(std::initializer_list<double> widths) {
    std::vector<Box> result;
    for (const double width : widths) result.push_back({width, 10, 0});
    return result;
}

} // namespace

TEST_CASE("an empty paragraph has no lines, a short one has one", "[line-breaker]") {
    CHECK(break_lines({}, 100, 100, Setting::justified).empty());
    CHECK(break_lines(boxes({30, 30}), 100, 100, Setting::justified) == std::vector<std::size_t>{2});
}

TEST_CASE("a word wider than the line stands alone", "[line-breaker]") {
    CHECK(break_lines(boxes({30, 300, 30}), 100, 100, Setting::justified) == std::vector<std::size_t>{1, 2, 3});
}

TEST_CASE("the whole paragraph decides, not the first line", "[line-breaker]") {
    // The greedy choice fills line 1 (40 10 50) and leaves 20 alone in front of the long word.
    const auto ends = break_lines(boxes({40, 50, 20, 80, 30}), 100, 100, Setting::justified);
    CHECK(ends == std::vector<std::size_t>{1, 3, 4, 5});
}

TEST_CASE("centred lines have much the same length", "[line-breaker]") {
    const auto ends = break_lines(boxes({30, 30, 30, 30}), 130, 130, Setting::balanced);
    CHECK(ends == std::vector<std::size_t>{2, 4});
}

TEST_CASE("no line is wider than its place, for random texts", "[line-breaker][property]") {
    std::mt19937 random(7);
    for (int round = 0; round < 500; ++round) {
        std::vector<Box> text;
        const std::size_t count = 1 + random() % 80;
        for (std::size_t i = 0; i < count; ++i) text.push_back({5.0 + random() % 60, 3.5, 0});
        const Setting setting = static_cast<Setting>(round % 3);
        const auto ends = break_lines(text, 180, 200, setting);
        REQUIRE(ends.back() == count);
        std::size_t begin = 0;
        for (const std::size_t end : ends) {
            REQUIRE(end > begin);
            double width = 0;
            for (std::size_t i = begin; i < end; ++i) width += text[i].width + (i + 1 < end ? 3.5 : 0);
            const double shrink =
                setting == Setting::justified ? 3.5 * most_shrink * static_cast<double>(end - begin - 1) : 0;
            CHECK(width - shrink <= (begin == 0 ? 180 : 200) + 1e-6);
            begin = end;
        }
    }
}
