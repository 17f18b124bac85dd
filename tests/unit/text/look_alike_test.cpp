#include "text/look_alike.h"

#include <catch2/catch.hpp>

using namespace vanthu;

namespace {

const text::Phrases phrases({"như Điều, chuyển đổi số, chủ yếu, yêu cầu, đổi mới, hướng dẫn, tổ quốc",
                             "Giám đốc, thông tin, truyền thông, chính phủ, đội ngũ chuyên gia, phát triển"});

/// With spaces between words.
std::string mended(const std::string& line) {
    std::vector<std::string> words(1);
    for (const char c : line) {
        if (c == ' ')
            words.emplace_back();
        else
            words.back() += c;
    }
    text::mend_look_alikes(words, phrases);
    std::string result;
    for (const std::string& word : words) result += (result.empty() ? "" : " ") + word;
    return result;
}

} // namespace

TEST_CASE("marks that print lost are put back where a phrase is known", "[look-alike]") {
    CHECK(mended("Nhu Điều 3;") == "Như Điều 3;");
    CHECK(mended("chuyên đôi số quốc gia") == "chuyển đổi số quốc gia");
    CHECK(mended("nội dung chủ yêu sau đây:") == "nội dung chủ yếu sau đây:");
    CHECK(mended("“hướng dân”, về") == "“hướng dẫn”, về");
    CHECK(mended("của Giảm đốc Sở") == "của Giám đốc Sở");
    CHECK(mended("AN NINH TÔ QUỐC") == "AN NINH TỔ QUỐC");
}

TEST_CASE("what no rule of spelling allows is mended where one mark does it", "[look-alike]") {
    CHECK(mended("QUYÉT ĐỊNH:") == "QUYẾT ĐỊNH:");
    CHECK(mended("môi trưòng mạng") == "môi trường mạng");
    CHECK(mended("vỀ việc") == "về việc");
}

TEST_CASE("the letter of Iceland is none of Vietnam", "[look-alike]") {
    CHECK(mended("số 1446/Q\u0110\u00D0-BKHCN") == "số 1446/QĐ-BKHCN");
    CHECK(mended("QĐ\u00D0 \u00D0iều") == "QĐ Điều");
    CHECK(mended("\u00F0ến") == "đến");
}

TEST_CASE("what could be meant stays", "[look-alike]") {
    // Both neighbours make phrases.
    CHECK(mended("làm chủ yêu cầu mới") == "làm chủ yêu cầu mới");
    CHECK(mended("đội ngũ chuyên đổi mới") == "đội ngũ chuyên đổi mới");
    // A comma stands between.
    CHECK(mended("chủ, yêu") == "chủ, yêu");
    // Numbers, symbols, foreign words.
    CHECK(mended("số 10/2O22/NĐ-CP ngày 0l/01/2022 blockchain") == "số 10/2O22/NĐ-CP ngày 0l/01/2022 blockchain");
    CHECK(mended("Lưu: VT, KSTT (2).vra") == "Lưu: VT, KSTT (2).vra");
}

TEST_CASE("names stay", "[look-alike]") {
    CHECK(mended("ông Hướng Dân và bà Phát Triên") == "ông Hướng Dân và bà Phát Triên");
    CHECK(mended("Nguyễn Thị Tuyét") == "Nguyễn Thị Tuyét");
    CHECK(mended("huyện Đắk Glong, Krông Nô") == "huyện Đắk Glong, Krông Nô");
}

TEST_CASE("each change is told", "[look-alike]") {
    std::vector<std::string> words{"Nhu", "Điều", "3", "Q\u0110\u00D0"};
    CHECK(text::mend_look_alikes(words, phrases) ==
          std::vector<text::Mended>{{3, "Q\u0110\u00D0", "QĐ"}, {0, "Nhu", "Như"}});
    CHECK(text::mend_look_alikes(words, phrases).empty());
}

TEST_CASE("a tone below the letter is not taken for one above it", "[look-alike]") {
    std::vector<std::string> words{"hình", "thức", "khen"};
    CHECK(text::mend_look_alikes(words, text::Phrases({"tình hình thực tế"})).empty());
    CHECK(words[1] == "thức");
}

TEST_CASE("a stop without a tone lost its acute", "[look-alike]") {
    CHECK(mended("thiêt bị xuât khẩu") == "thiết bị xuất khẩu");
}
