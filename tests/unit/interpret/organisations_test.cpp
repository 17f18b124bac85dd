#include "base/resources.h"
#include "interpret/values.h"

#include <catch2/catch.hpp>

using namespace vanthu;
using Names = std::vector<std::string>;

namespace {

Names split(std::string_view text) {
    static const forms::ReadWords words = *forms::ReadWords::load(embedded_resources());
    return interpret::split_organisations(text, words);
}

} // namespace

TEST_CASE("one organisation stays one", "[organisations]") {
    for (const char* name :
         {"Sở Kế hoạch và Đầu tư", "Sở Nông nghiệp và PTNT", "Sở Văn hóa, Thể thao và Du lịch",
          "Sở Văn hoá và Thể thao", "Bộ Lao động - Thương binh và Xã hội", "Các sở, ngành", "Các sở, ban, ngành",
          "UBND các huyện, thị xã, thành phố", "Trung tâm Khuyến công và XTTM",
          "Văn phòng Đoàn đại biểu Quốc hội và HĐND tỉnh", "Sở NN&PTNT",
          "Trung tâm Văn hóa, Thông tin và Thể thao huyện", "Ban Quản lý Khu kinh tế và Khu công nghiệp",
          "Phòng Kinh tế và Hạ tầng", "UBND cấp huyện", "Công ty (gồm A, B và C)", "Liên minh Hợp tác xã tỉnh"}) {
        INFO(name);
        CHECK(split(name) == Names{name});
    }
}

TEST_CASE("lists of organisations are taken apart", "[organisations]") {
    CHECK(split("Các sở, ngành, UBND cấp huyện") == Names{"Các sở, ngành", "UBND cấp huyện"});
    CHECK(split("Sở NN&PTNT, Liên minh HTX tỉnh") == Names{"Sở NN&PTNT", "Liên minh HTX tỉnh"});
    CHECK(split("Trung tâm Khuyến công và XTTM, Hội Nông dân tỉnh, Sở NN&PTNT, UBND cấp huyện") ==
          Names{"Trung tâm Khuyến công và XTTM", "Hội Nông dân tỉnh", "Sở NN&PTNT", "UBND cấp huyện"});
    CHECK(split("Sở Tài chính và Sở Kế hoạch và Đầu tư") == Names{"Sở Tài chính", "Sở Kế hoạch và Đầu tư"});
    CHECK(split("Sở Y tế; Sở Nội vụ.") == Names{"Sở Y tế", "Sở Nội vụ"});
    CHECK(split("- Sở Y tế\n- Sở Nội vụ") == Names{"Sở Y tế", "Sở Nội vụ"});
    CHECK(split("Sở Nông nghiệp\nvà PTNT\nUBND cấp huyện") == Names{"Sở Nông nghiệp và PTNT", "UBND cấp huyện"});
    CHECK(split("Công an tỉnh, các sở, ngành và UBND cấp huyện") ==
          Names{"Công an tỉnh", "các sở, ngành", "UBND cấp huyện"});
    CHECK(split("Bộ Văn hóa, Thể thao và Du lịch, Bộ Tài chính và các bộ, ngành liên quan") ==
          Names{"Bộ Văn hóa, Thể thao và Du lịch", "Bộ Tài chính", "các bộ, ngành liên quan"});
    CHECK(split("VNPT Khánh Hòa, KBNN tỉnh") == Names{"VNPT Khánh Hòa", "KBNN tỉnh"});
}

TEST_CASE("nothing is no organisation", "[organisations]") {
    CHECK(split("").empty());
    CHECK(split(" ; , -").empty());
    CHECK(split(")") == Names{")"});
}

TEST_CASE("no letter of a list is lost", "[organisations]") {
    const std::string text = "Sở Y tế và Sở Nội vụ, đơn vị khác; các xã và Hội Nông dân (A, B), Nha Trang";
    std::string joined;
    for (const std::string& name : split(text)) joined += name;
    for (const char* word : {"Sở Y tế", "Sở Nội vụ", "đơn vị khác", "các xã", "Hội Nông dân (A, B)", "Nha Trang"})
        CHECK(joined.find(word) != std::string::npos);
}
