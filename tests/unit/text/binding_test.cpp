#include "text/binding.h"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace vanthu;

namespace {

const std::vector<std::string> words{"ngày", "tháng", "năm", "khoản", "Điều", "khóa", "số"};

/// Bound spaces shown as "~".
std::string shown(std::string_view text) {
    std::string result = text::bind(text, words);
    for (std::size_t at = 0; (at = result.find(text::no_break_space, at)) != std::string::npos;)
        result.replace(at, 2, "~");
    return result;
}

} // namespace

TEST_CASE("numbers stay with the word in front of them", "[text][binding]") {
    CHECK(shown("trước ngày 25 tháng 12 năm 2021") == "trước ngày~25 tháng~12 năm~2021");
    CHECK(shown("tại khoản 2 Điều 3, khóa IX") == "tại khoản~2 Điều~3, khóa~IX");
    CHECK(shown("Kết luận số 70-KL/TW, ngày 09/3/2020") == "Kết luận số~70-KL/TW, ngày~09/3/2020");
    CHECK(shown("ngày càng nhiều") == "ngày càng nhiều");
    CHECK(shown("năm, 2021") == "năm, 2021");
}

TEST_CASE("a dash does not open a line, initials stay with the name", "[text][binding]") {
    CHECK(shown("kinh tế - xã hội") == "kinh tế~- xã hội");
    CHECK(shown("- Như Điều 3;") == "- Như Điều~3;");
    CHECK(shown("ông N. V. An") == "ông N.~V.~An");
}

TEST_CASE("only spaces change", "[text][binding]") {
    for (const std::string text : {"", " ", "  hai  ba ", "một ", " một", "Điều 3 ", "ngày  25"}) {
        CHECK(text::unbind(text::bind(text, words)) == text);
    }
}
