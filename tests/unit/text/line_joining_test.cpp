#include "text/line_joining.h"
#include "text/unicode.h"

#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <vector>

using namespace vanthu;

namespace {

std::string joined(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines) text::join_line(text, line);
    return text;
}

} // namespace

TEST_CASE("a line that ends inside a date, a symbol or a word goes on without a space", "[joining]") {
    CHECK(joined({"2021-", "2022"}) == "2021-2022");
    CHECK(joined({"giai đoạn 2021-", "2025"}) == "giai đoạn 2021-2025");
    CHECK(joined({"QĐ-", "UBND"}) == "QĐ-UBND");
    CHECK(joined({"Quyết định số 52/QĐ-", "UBND ngày"}) == "Quyết định số 52/QĐ-UBND ngày");
    CHECK(joined({"Số: 52/", "QĐ-UBND"}) == "Số: 52/QĐ-UBND");
    CHECK(joined({"134/", "NQ-CP"}) == "134/NQ-CP");
    CHECK(joined({"134", "/NQ-CP"}) == "134/NQ-CP");
    CHECK(joined({"09/3/", "2020"}) == "09/3/2020");
    CHECK(joined({"05/2011/TTLT-", "BNV-", "VPCP"}) == "05/2011/TTLT-BNV-VPCP");
    CHECK(joined({"Vla-đi-", "mia I-", "lích"}) == "Vla-đi-mia I-lích");
    CHECK(joined({"e-", "mail"}) == "e-mail");
    CHECK(joined({"ST", "T"}) == "STT");
    CHECK(joined({"S", "T", "T"}) == "STT");
    CHECK(joined({"2021", "-2022"}) == "2021-2022");
    CHECK(joined({"15–", "20%"}) == "15–20%");
    CHECK(joined({"UBND tỉnh/", "thành phố"}) == "UBND tỉnh/thành phố");
}

TEST_CASE("words keep their space", "[joining]") {
    CHECK(joined({"Sở NN và", "PTNT"}) == "Sở NN và PTNT");
    CHECK(joined({"kinh tế -", "xã hội"}) == "kinh tế - xã hội");
    CHECK(joined({"kinh tế", "- xã hội"}) == "kinh tế - xã hội");
    CHECK(joined({"2021 -", "2025"}) == "2021 - 2025");
    CHECK(joined({"Quyết định UBND", "tỉnh"}) == "Quyết định UBND tỉnh");
    CHECK(joined({"UBND", "HĐND tỉnh"}) == "UBND HĐND tỉnh");
    CHECK(joined({"Sở KH", "ĐT"}) == "Sở KH ĐT");
    CHECK(joined({"Quyết định", "T"}) == "Quyết định T");
    CHECK(joined({"năm", "2021"}) == "năm 2021");
    CHECK(joined({"Điều 1.", "Ban hành"}) == "Điều 1. Ban hành");
    CHECK(joined({"", "a"}) == "a");
    CHECK(joined({"a", ""}) == "a");
}

TEST_CASE("no two words are ever merged, no letter lost", "[joining]") {
    const std::vector<std::string> words = {"kinh",  "tế", "ở",     "Sở", "UBND", "tỉnh,", "2021", "(1)",
                                            "PTNT;", "và", "Điều",  "a",  "I.",   "QĐ",    "12%",  "ngày",
                                            "T",     "TP", "đồng.", "–",  "-",    "“x”",   "ủy",   "3.000"};
    std::mt19937 random(7);
    for (int round = 0; round < 2000; ++round) {
        std::string expected = "ab";
        std::string text = expected;
        for (int i = 0; i < 12; ++i) {
            const std::string& word = words[random() % words.size()];
            text::join_line(text, word);
            expected += " " + word;
        }
        REQUIRE(text == expected);
    }
}

TEST_CASE("line ends that stayed in a cell as spaces are mended", "[text][line-joining]") {
    CHECK(text::mend_line_ends("2021- 2022") == "2021-2022");
    CHECK(text::mend_line_ends("Năm 2021- 2022 và 2025") == "Năm 2021-2022 và 2025");
    CHECK(text::mend_line_ends("2021 - 2022") == "2021 - 2022");
    CHECK(text::mend_line_ends("S T T") == "STT");
    CHECK(text::mend_line_ends("T T") == "TT");
    CHECK(text::mend_line_ends("Sở TT TT") == "Sở TT TT");
    CHECK(text::mend_line_ends("") == "");
}
