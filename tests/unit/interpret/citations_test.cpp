#include "base/resources.h"
#include "interpret/values.h"

#include <fmt/format.h>

#include <catch2/catch.hpp>

using namespace vanthu;
using Lines = std::vector<std::string>;

namespace {

/// "type|name|number|symbol|date|issuer" of each.
Lines cited(std::string_view text) {
    static const forms::ReadWords words = *forms::ReadWords::load(embedded_resources());
    Lines lines;
    for (const model::Citation& c : interpret::find_citations(text, words)) {
        CHECK(text.find(c.raw) != std::string_view::npos);
        const std::string date = c.date ? fmt::format("{}-{}-{}", c.date->year, c.date->month, c.date->day) : "";
        lines.push_back(fmt::format("{}|{}|{}|{}|{}|{}", c.type, c.name, c.number, c.symbol, date, c.issuer));
    }
    return lines;
}

} // namespace

TEST_CASE("documents cited by number", "[citations]") {
    CHECK(cited("Căn cứ Nghị quyết số 134/NQ-CP ngày 25/9/2020 của Chính phủ về ban hành Chương trình;") ==
          Lines{"Nghị quyết||134|NQ-CP|2020-9-25|Chính phủ"});
    CHECK(cited("Thực hiện Kết luận số 70-KL/TW ngày 09/3/2020 của Bộ Chính trị trên địa bàn tỉnh") ==
          Lines{"Kết luận||70|KL/TW|2020-3-9|Bộ Chính trị"});
    CHECK(cited("Quyết định 146/QĐ-TTg ngày 28 tháng 01 năm 2022 của Thủ tướng Chính phủ phê duyệt Đề án") ==
          Lines{"Quyết định||146|QĐ-TTg|2022-1-28|Thủ tướng Chính phủ"});
    CHECK(cited("Thông tư liên tịch số 05/2011/TTLT-BNV, ngày 9-3-2011 của Bộ Nội vụ") ==
          Lines{"Thông tư liên tịch||05|2011/TTLT-BNV|2011-3-9|Bộ Nội vụ"});
    CHECK(cited("Quyết định số 1446/QĐ-BKHCN ngày 24/6/2025 của Bộ trưởng Bộ Khoa học và Công nghệ về việc công bố") ==
          Lines{"Quyết định||1446|QĐ-BKHCN|2025-6-24|Bộ trưởng Bộ Khoa học và Công nghệ"});
    CHECK(cited("Theo đề nghị của Sở Y tế tại Tờ trình số 15/TTr-SYT ngày 20/01/2021.") ==
          Lines{"Tờ trình||15|TTr-SYT|2021-1-20|"});
    CHECK(cited("Thông tư số 1/2020/TT-BVHTTDL của Bộ Văn hóa, Thể thao và Du lịch, quy định") ==
          Lines{"Thông tư||1|2020/TT-BVHTTDL||Bộ Văn hóa, Thể thao và Du lịch"});
    CHECK(cited("Nghị định số 187/CP") == Lines{"Nghị định||187|CP||"});
    CHECK(cited("Quyết định số 12a/QĐ- UBND ngày 31/02/2020") == Lines{"Quyết định||12a|QĐ-UBND||"});
}

TEST_CASE("headings of capitals", "[citations]") {
    CHECK(cited("THỰC HIỆN KẾT LUẬN SỐ 70-KL/TW NGÀY 09/3/2020 CỦA BỘ CHÍNH TRỊ TRÊN ĐỊA BÀN TỈNH") ==
          Lines{"Kết luận||70|KL/TW|2020-3-9|BỘ CHÍNH TRỊ"});
    CHECK(cited("QUYẾT ĐỊNH SỐ 5/QĐ-BGTVT CỦA BỘ GIAO THÔNG VẬN TẢI") ==
          Lines{"Quyết định||5|QĐ-BGTVT||BỘ GIAO THÔNG VẬN TẢI"});
}

TEST_CASE("several citations in one text", "[citations]") {
    CHECK(cited("Nghị quyết số 13-NQ/TW ngày 18/3/2002 của Ban Chấp hành Trung ương và Kế hoạch số 190-KH/TU ngày "
                "12/6/2020 của Tỉnh ủy;") ==
          Lines{"Nghị quyết||13|NQ/TW|2002-3-18|Ban Chấp hành Trung ương", "Kế hoạch||190|KH/TU|2020-6-12|Tỉnh ủy"});
    CHECK(cited("các Quyết định số 12/QĐ-UBND ngày 01/02/2020 và số 13/QĐ-UBND ngày 02/02/2020") ==
          Lines{"Quyết định||12|QĐ-UBND|2020-2-1|", "Quyết định||13|QĐ-UBND|2020-2-2|"});
}

TEST_CASE("laws are cited by name", "[citations]") {
    CHECK(cited("Căn cứ Luật Tổ chức Chính quyền địa phương ngày 19/6/2015;") ==
          Lines{"Luật|Tổ chức Chính quyền địa phương|||2015-6-19|"});
    CHECK(
        cited(
            "Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương ngày "
            "22 tháng 11 năm 2019;") ==
        Lines{"Luật|sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương|||"
              "2019-11-22|"});
    CHECK(cited("Luật Lưu trữ số 33/2024/QH15 ngày 21/6/2024") == Lines{"Luật|Lưu trữ|33|2024/QH15|2024-6-21|"});
    CHECK(cited("thực hiện Luật Hợp tác xã năm 2012 và các chính sách") == Lines{"Luật|Hợp tác xã||||"});
    CHECK(cited("Luật Phòng, chống tham nhũng ngày 20 tháng 11 năm 2018") ==
          Lines{"Luật|Phòng, chống tham nhũng|||2018-11-20|"});
    CHECK(cited("Bộ luật Lao động quy định") == Lines{"Bộ luật|Lao động||||"});
}

TEST_CASE("what is no citation", "[citations]") {
    for (const char* text :
         {"", "theo quy định của pháp luật", "Luật này có hiệu lực", "Quyết định này", "số 5 Trần Phú", "kế hoạch số 1",
          "Quyết định số", "Luật", "Luật ", "số /", "số 12/", "số 12/a", "(Luật)"}) {
        INFO(text);
        CHECK(cited(text).empty());
    }
}
