#include "read/scan/tidy.h"
#include "text/look_alike.h"

#include <catch2/catch.hpp>

using namespace vanthu;
using read::scan::ReadWord;

namespace {

std::vector<std::string> texts_of(const std::vector<ReadWord>& words) {
    std::vector<std::string> texts;
    for (const ReadWord& word : words) texts.push_back(word.text);
    return texts;
}

ReadWord word(const std::string& text, int x1, int x2) { return {text, x1, 10, x2, 40, 38, 0.8F, 1, 1}; }

using Texts = std::vector<std::string>;

} // namespace

TEST_CASE("two syllables in one word are parted where there is one way only", "[scan][tidy]") {
    const auto parts = [](const std::string& text) { return texts_of(read::scan::tidied({word(text, 0, 100)})); };
    CHECK(parts("nhậnthức") == Texts{"nhận", "thức"});
    CHECK(parts("Cơquan") == Texts{"Cơ", "quan"});
    CHECK(parts("(QUYẾTĐỊNH):") == Texts{"(QUYẾT", "ĐỊNH):"});
    CHECK(parts("QUYÉTĐỊNH") == Texts{"QUYÉT", "ĐỊNH"});
    CHECK(parts("Điều3") == Texts{"Điều", "3"});
    CHECK(parts("ngày28") == Texts{"ngày", "28"});
    // Words of other languages, numbers, symbols and syllables stay, and what could be parted in two ways.
    for (const char* whole :
         {"logo", "video", "QĐ-UBND", "52/QĐ-TTg", "thực", "Microsoft", "thựchiện", "2021", "QĐ138", "A4"})
        CHECK(parts(whole) == Texts{whole});
}

TEST_CASE("halves share the room of the word", "[scan][tidy]") {
    const auto words = read::scan::tidied({word("Cơquan", 100, 170)});
    REQUIRE(words.size() == 2);
    CHECK(words[0].x1 == 100);
    CHECK(words[0].x2 == words[1].x1);
    CHECK(words[1].x2 == 170);
}

TEST_CASE("a letter read for itself and again in its word counts once", "[scan][tidy]") {
    CHECK(texts_of(read::scan::tidied({word("á", 83, 105), word("án", 87, 136)})) == Texts{"án"});
    CHECK(texts_of(read::scan::tidied({word("á", 83, 95), word("án", 100, 136)})) == Texts{"á", "án"});
    CHECK(texts_of(read::scan::tidied({word("a", 83, 105), word("ông", 87, 136)})) == Texts{"a", "ông"});
}
