#include "text/names.h"

#include <catch2/catch.hpp>

using namespace vanthu;

TEST_CASE("letterhead capitals become a name as sentences write it", "[text][names]") {
    const std::vector<std::string> known{"Ủy ban nhân dân",    "tỉnh",      "Sở",
                                         "Kế hoạch và Đầu tư", "thành phố", "Thành phố Hồ Chí Minh"};
    CHECK(text::natural_case("ỦY BAN NHÂN DÂN TỈNH KHÁNH HÒA", known) == "Ủy ban nhân dân tỉnh Khánh Hòa");
    CHECK(text::natural_case("SỞ KẾ HOẠCH VÀ ĐẦU TƯ", known) == "Sở Kế hoạch và Đầu tư");
    CHECK(text::natural_case("ỦY BAN NHÂN DÂN THÀNH PHỐ HỒ CHÍ MINH", known) ==
          "Ủy ban nhân dân Thành phố Hồ Chí Minh");
    CHECK(text::natural_case("Ủy ban nhân dân tỉnh Khánh Hòa", known) == "Ủy ban nhân dân tỉnh Khánh Hòa");
    CHECK(text::natural_case("TỈNH ỦY", known) == "Tỉnh Ủy");
    CHECK(text::natural_case("", known).empty());
}

TEST_CASE("phrases are where a letterhead's line may end", "[text][names]") {
    const std::vector<std::string> known{"Ủy ban nhân dân", "tỉnh", "Kế hoạch và Đầu tư"};
    CHECK(text::phrases("ỦY BAN NHÂN DÂN TỈNH AN HẢI", known) ==
          std::vector<std::string>{"ỦY BAN NHÂN DÂN", "TỈNH", "AN", "HẢI"});
    CHECK(text::phrases("Sở Kế hoạch và Đầu tư", known) == std::vector<std::string>{"Sở", "Kế hoạch và Đầu tư"});
    CHECK(text::phrases("", known).empty());
}
