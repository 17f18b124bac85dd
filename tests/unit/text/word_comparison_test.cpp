#include "text/word_comparison.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>

using namespace vanthu;
using text::compare_words;

namespace {

std::size_t slow_common(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    std::vector<std::vector<std::size_t>> best(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i < a.size(); ++i)
        for (std::size_t k = 0; k < b.size(); ++k)
            best[i + 1][k + 1] = a[i] == b[k] ? best[i][k] + 1 : std::max(best[i][k + 1], best[i + 1][k]);
    return best[a.size()][b.size()];
}

} // namespace

TEST_CASE("Words are parted by spaces and punctuation, telling signs are words", "[convert]") {
    CHECK(text::words_of("Số: 52/QĐ-UBND, đạt 95,5%") ==
          std::vector<std::string>{"Số", "52", "QĐ", "UBND", "đạt", "95", "5", "%"});
    CHECK(text::words_of(" \n ").empty());
}

TEST_CASE("The same words with other line ends and marks say the same", "[convert]") {
    const auto result = compare_words("Căn cứ Luật\nTổ chức;", "Căn cứ Luật Tổ chức.");
    CHECK(result.kept_share() == 1);
    CHECK(result.order_share() == 1);
    CHECK(result.added == 0);
}

TEST_CASE("A lost, a changed and an added word are named", "[convert]") {
    const auto result = compare_words("Giao Sở Tài chính chủ trì", "Giao Sở Tài chánh chủ trì thực hiện");
    CHECK(result.source == 6);
    CHECK(result.kept == 5);
    CHECK(result.missing == std::vector<std::string>{"chính"});
    CHECK(result.extra == std::vector<std::string>{"chánh", "thực", "hiện"});
    CHECK(result.added == 3);
}

TEST_CASE("A word that stands twice must be there twice", "[convert]") {
    CHECK(compare_words("Điều 1 Điều 2", "Điều 1 2").missing == std::vector<std::string>{"Điều"});
}

TEST_CASE("Exchanged parts are kept but not in order", "[convert]") {
    const auto result = compare_words("a b c d e f", "d e f a b c");
    CHECK(result.kept == 6);
    CHECK(result.in_order == 3);
}

TEST_CASE("An empty source loses nothing", "[convert]") {
    CHECK(compare_words("", "x").kept_share() == 1);
    CHECK(compare_words("x", "").kept_share() == 0);
}

TEST_CASE("Words in order are those of the slow algorithm", "[convert]") {
    std::mt19937 random(20);
    for (int round = 0; round < 300; ++round) {
        const auto make = [&] {
            std::string text;
            for (unsigned i = random() % 30; i > 0; --i)
                text += std::string(1, static_cast<char>('a' + random() % 5)) + " ";
            return text;
        };
        const std::string a = make(), b = make();
        CAPTURE(a, b);
        CHECK(compare_words(a, b).in_order == slow_common(text::words_of(a), text::words_of(b)));
    }
}
