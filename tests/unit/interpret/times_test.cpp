#include "base/resources.h"
#include "interpret/values.h"

#include <catch2/catch.hpp>

using namespace vanthu;

namespace {

const forms::ReadWords& words() {
    static const forms::ReadWords loaded = *forms::ReadWords::load(embedded_resources());
    return loaded;
}

struct Case {
    const char* text;
    const char* from;
    const char* to;
    const char* recurrence = "";
    const char* condition = "";
};

} // namespace

TEST_CASE("times of tasks", "[times]") {
    for (const Case& c :
         std::vector<Case>{{"2021", "2021", "2021"},
                           {"Năm 2021", "2021", "2021"},
                           {"2021-2022", "2021", "2022"},
                           {"2021- 2022", "2021", "2022"},
                           {"2021 – 2025", "2021", "2025"},
                           {"Giai đoạn 2021-2025", "2021", "2025"},
                           {"Từ năm 2021 đến năm 2025", "2021", "2025"},
                           {"Từ năm 2022", "2022", ""},
                           {"Đến năm 2025", "", "2025"},
                           {"Trước năm 2025", "", "2024"},
                           {"2021 và các năm tiếp theo", "2021", ""},
                           {"Quý I/2022", "2022-01-01", "2022-03-31"},
                           {"Quý IV năm 2021", "2021-10-01", "2021-12-31"},
                           {"Quý I, II/2022", "2022-01-01", "2022-06-30"},
                           {"Quý I - Quý III/2022", "2022-01-01", "2022-09-30"},
                           {"Quý 2/2022", "2022-04-01", "2022-06-30"},
                           {"Chậm nhất quý II/2022", "", "2022-06-30"},
                           {"Tháng 6/2021", "2021-06-01", "2021-06-30"},
                           {"tháng 02 năm 2024", "2024-02-01", "2024-02-29"},
                           {"6/2021", "2021-06-01", "2021-06-30"},
                           {"Từ tháng 01 đến tháng 6/2021", "2021-01-01", "2021-06-30"},
                           {"Từ tháng 11/2021 đến tháng 02/2022", "2021-11-01", "2022-02-28"},
                           {"6 tháng đầu năm 2021", "2021-01-01", "2021-06-30"},
                           {"06 tháng cuối năm 2021", "2021-07-01", "2021-12-31"},
                           {"Trước 30/6/2022", "", "2022-06-30"},
                           {"Trước ngày 15 tháng 01 năm 2022", "", "2022-01-15"},
                           {"Hoàn thành trước tháng 01/2022", "", "2021-12-31"},
                           {"Ngày 30/6/2022", "2022-06-30", "2022-06-30"},
                           {"30.6.2022", "2022-06-30", "2022-06-30"},
                           {"31/02/2022", "", ""},
                           {"Hàng năm", "", "", "yearly"},
                           {"Hằng năm", "", "", "yearly"},
                           {"Hàng quý", "", "", "quarterly"},
                           {"hằng tháng", "", "", "monthly"},
                           {"Thường xuyên", "", "", "permanent"},
                           {"Quý IV hàng năm", "--10-01", "--12-31", "yearly"},
                           {"Trước ngày 10 tháng 12 hàng năm", "", "--12-10", "yearly"},
                           {"Trước ngày 15/11 hằng năm", "", "--11-15", "yearly"},
                           {"Thường xuyên, 2021-2025", "2021", "2025", "permanent"},
                           {"Quý IV", "", ""},
                           {"Sau khi có Nghị định hướng dẫn", "", "", "", "Sau khi có Nghị định hướng dẫn"},
                           {"Quý II/2022 (sau khi có Nghị định 30/2020/NĐ-CP)", "2022-04-01", "2022-06-30", "",
                            "sau khi có Nghị định 30/2020/NĐ-CP"},
                           {"Theo kế hoạch", "", "", "", "Theo kế hoạch"},
                           {"", "", ""},
                           {"12/2021/NĐ-CP", "", ""},
                           {"x", "", ""}}) {
        INFO(c.text);
        const model::TaskTime time = interpret::parse_time(c.text, words());
        CHECK(time.raw == c.text);
        CHECK(time.from == c.from);
        CHECK(time.to == c.to);
        CHECK(time.recurrence == c.recurrence);
        CHECK(time.condition == c.condition);
    }
}
