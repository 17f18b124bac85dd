#include "support/plausible_text.h"

#include "text/unicode.h"

#include <iterator>
#include <string_view>

namespace vanthu::test {
namespace {

template <std::size_t N> std::string pick(Random& random, const std::string_view (&list)[N]) {
    return std::string(list[random.below(N)]);
}

constexpr std::string_view localities[] = {"Yên Sơn", "An Hải", "Khánh Hòa", "Lai Châu",  "Bình Thuận",    "Hà Giang",
                                           "Tân Phú", "Vũ Thư", "Đắk Lắk",   "Phú Xuyên", "Thừa Thiên Huế"};

constexpr std::string_view departments[] = {"Sở Nội vụ",
                                            "Sở Kế hoạch và Đầu tư",
                                            "Sở Tài chính",
                                            "Sở Nông nghiệp và Phát triển nông thôn",
                                            "Sở Khoa học và Công nghệ",
                                            "Sở Giáo dục và Đào tạo",
                                            "Sở Y tế",
                                            "Công an tỉnh",
                                            "Văn phòng Ủy ban nhân dân tỉnh",
                                            "Liên minh Hợp tác xã tỉnh",
                                            "Ban Quản lý các khu công nghiệp",
                                            "Kho bạc Nhà nước tỉnh"};

constexpr std::string_view family[] = {"Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi"};
constexpr std::string_view middle[] = {"Văn", "Thị", "Hữu", "Đức", "Minh", "Thanh"};
constexpr std::string_view given[] = {"Lan", "Hùng", "Hoàng", "Bình", "Tuyết", "Sơn", "Dũng", "Ánh"};

constexpr std::string_view verbs[] = {"rà soát, thống kê",   "xây dựng",           "tổ chức triển khai",
                                      "tăng cường",          "kiểm tra, giám sát", "tuyên truyền, phổ biến",
                                      "hướng dẫn thực hiện", "đẩy mạnh",           "hoàn thiện",
                                      "bố trí kinh phí cho", "quy định về",        "tổng hợp, báo cáo"};

constexpr std::string_view objects[] = {"công tác văn thư, lưu trữ",
                                        "phát triển kinh tế tập thể, hợp tác xã",
                                        "cải cách thủ tục hành chính",
                                        "tài liệu hình thành trong hoạt động của các cơ quan, tổ chức",
                                        "chuyển đổi số trong quản lý nhà nước",
                                        "nguồn nhân lực chất lượng cao",
                                        "hạ tầng giao thông nông thôn",
                                        "chính sách hỗ trợ người lao động",
                                        "danh mục dịch vụ công trực tuyến",
                                        "quy hoạch sử dụng đất giai đoạn 2021-2030",
                                        "chế độ báo cáo định kỳ 6 tháng, hằng năm",
                                        "cơ sở dữ liệu dùng chung (bao gồm dữ liệu đất đai, dân cư)"};

constexpr std::string_view places[] = {"trên địa bàn tỉnh",
                                       "tại các cơ quan, đơn vị",
                                       "ở cấp huyện, cấp xã",
                                       "theo quy định của pháp luật",
                                       "nhằm nâng cao hiệu lực, hiệu quả quản lý nhà nước",
                                       "phù hợp với điều kiện thực tế của địa phương",
                                       "bảo đảm tiến độ, chất lượng",
                                       "trong tình hình mới"};

constexpr std::string_view subjects[] = {"Các sở, ban, ngành", "Ủy ban nhân dân các huyện, thị xã, thành phố",
                                         "Thủ trưởng các cơ quan, đơn vị", "Cơ quan chủ trì",
                                         "Các tổ chức, cá nhân có liên quan"};

constexpr std::string_view acts[] = {"Quyết định", "Nghị quyết", "Kế hoạch", "Thông tư", "Công văn", "Nghị định"};
constexpr std::string_view symbols[] = {"QĐ-UBND", "NQ-HĐND", "KH-UBND", "TT-BNV", "SNV-VTLT", "NĐ-CP"};

} // namespace

std::string Prose::locality() { return pick(random_, localities); }

std::string Prose::agency() {
    if (random_.chance(70)) return pick(random_, departments);
    return (random_.chance(50) ? "Ủy ban nhân dân huyện " : "Hội đồng nhân dân thành phố ") + locality();
}

std::string Prose::person() { return pick(random_, family) + " " + pick(random_, middle) + " " + pick(random_, given); }

std::string Prose::date() {
    const std::string day = std::to_string(random_.between(10, 28));
    const std::string month = std::to_string(random_.between(10, 12));
    const std::string year = std::to_string(random_.between(2010, 2025));
    return random_.chance(50) ? day + "/" + month + "/" + year : day + " tháng " + month + " năm " + year;
}

std::string Prose::citation() {
    const std::size_t type = random_.below(std::size(acts));
    return std::string(acts[type]) + " số " + std::to_string(random_.between(1, 3000)) + "/" +
           std::string(symbols[type]) + " ngày " + date() + " của " + agency();
}

std::string Prose::matter(std::size_t parts) {
    std::string text;
    for (std::size_t i = 0; i < parts; ++i) {
        if (i > 0) text += random_.chance(50) ? ", " : " và ";
        text += pick(random_, verbs) + " " + pick(random_, objects);
        if (random_.chance(40)) text += " " + pick(random_, places);
        if (random_.chance(15)) text += " theo " + citation();
    }
    return text;
}

std::string Prose::title(std::size_t parts) {
    std::string text = matter(parts);
    std::string first;
    text::for_each_character(text, [&](char32_t c) {
        if (first.empty()) first = text::to_utf8(c);
    });
    return text::to_upper(first) + text.substr(first.size());
}

std::string Prose::sentences(std::size_t most) {
    std::string text;
    for (std::size_t rest = random_.between(1, most); rest > 0; --rest) {
        if (!text.empty()) text += " ";
        text += random_.chance(60) ? pick(random_, subjects) + " có trách nhiệm " + matter(random_.between(1, 3))
                                   : title(random_.between(1, 3));
        text += ".";
    }
    return text;
}

std::string Prose::point(bool leads) {
    if (leads) return title(random_.between(1, 4)) + ":";
    return random_.chance(50) ? title(random_.between(1, 5)) + ";" : sentences(4);
}

std::string Prose::time() {
    static constexpr std::string_view times[] = {"2021",         "2021-2022",           "Quý II/2022",
                                                 "Hằng năm",     "Giai đoạn 2021-2025", "Trước ngày 30/6/2024",
                                                 "Thường xuyên", "Tháng 12 năm 2023",   "Năm 2021"};
    return pick(random_, times);
}

} // namespace vanthu::test
