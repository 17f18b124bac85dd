#include "read/pdf/pdf_reader.h"
#include "read/pdf/text_layer.h"
#include "support/make_pdf.h"

#include <catch2/catch.hpp>
#include <sstream>

using namespace vanthu;

namespace {

std::vector<pages::Word> layer(const std::string& text) {
    std::vector<pages::Word> words;
    std::istringstream stream(text);
    for (std::string word; stream >> word;) {
        words.emplace_back().text = word;
        words.back().hidden = true;
    }
    return words;
}

/// A picture over the sheet with `count` words before or behind it, in a rendering mode.
Bytes scan_with(const char* order, int mode, int count) {
    std::string text = fmt::format("BT /F 12 Tf {} Tr ", mode);
    for (int i = 0; i < count; ++i)
        text += fmt::format("1 0 0 1 {} {} Tm (word) Tj ", 40 + i % 8 * 60, 700 - i / 8 * 20);
    text += "ET ";
    const std::string picture = "q 600 0 0 800 0 0 cm /X Do Q ";
    test::PdfMaker maker;
    const int image = maker.add_stream(
        "/Type /XObject /Subtype /Image /Width 8 /Height 8 /BitsPerComponent 1 /ColorSpace /DeviceGray", "12345678");
    maker.add_page(
        std::string_view(order) == "under" ? text + picture : picture + text,
        fmt::format("/XObject <</X {} 0 R>> /Font <</F <</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>>>", image));
    return maker.pdf();
}

bool has(const Diagnostics& findings, const char* code) {
    return std::any_of(findings.begin(), findings.end(), [&](const Diagnostic& f) { return f.code == code; });
}

} // namespace

TEST_CASE("a layer of text is trusted where it is Vietnamese", "[pdf][layer]") {
    CHECK(read::pdf::is_sound_layer(layer("Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015; Xét đề "
                                          "nghị của Giám đốc Sở Tài chính tại Tờ trình số 52/TTr-STC, UBND tỉnh")));
    CHECK_FALSE(read::pdf::is_sound_layer(layer("Can cu Luat To chuc chinh quyen dia phuong ngay 19 thang 6 nam 2015; "
                                                "Xet de nghi cua Giam doc So Tai chinh tai To trinh so 52/TTr-STC")));
    CHECK_FALSE(read::pdf::is_sound_layer(layer("Cănn cứr Luậtt Tổ clìức chínlì quyềnn địạ phươnng ngàỵy thánng nămm "
                                                "Xétt đề nglìị củaa Giámm đốcc")));
    CHECK_FALSE(read::pdf::is_sound_layer(layer("1 2 3 /")));
}

TEST_CASE("a page of a picture keeps what is drawn over it, not what it covers", "[pdf][layer]") {
    const auto read = [](const char* order, int mode, int count) {
        auto content = read::read_pdf(scan_with(order, mode, count), {}, read::Scans::collected);
        REQUIRE(content);
        return content;
    };
    const auto covered = read("under", 0, 80), hidden = read("over", 3, 80), banner = read("over", 0, 10);
    for (const auto* scan : {&covered, &hidden}) {
        CHECK((*scan)->sight.pages[0].image_only);
        CHECK((*scan)->sight.pages[0].words.empty());
        CHECK((*scan)->scans[0].pictures.size() == 1);
        CHECK(has(scan->diagnostics, "pdf-layer-distrusted"));
    }
    CHECK(banner->sight.pages[0].image_only);
    CHECK(banner->sight.pages[0].words.size() == 10);
    const auto own = read("over", 0, 80);
    CHECK_FALSE(own->sight.pages[0].image_only);
    CHECK(own->scans[0].pictures.empty());
}

TEST_CASE("pictures come in portions, and what is too large for one is told", "[pdf][layer]") {
    test::PdfMaker maker;
    for (int page = 0; page < 4; ++page) {
        const int image = maker.add_stream("/Type /XObject /Subtype /Image /Width 80 /Height 80 /BitsPerComponent 8 "
                                           "/ColorSpace /DeviceGray",
                                           Bytes(page == 2 ? 6'400 : 4'000, 'x'));
        maker.add_page("q 600 0 0 800 0 0 cm /X Do Q", fmt::format("/XObject <</X {} 0 R>>", image));
    }
    read::PdfLimits limits;
    limits.picture_bytes = 5'000;
    std::vector<std::size_t> collected;
    bool is_told = false;
    std::size_t first = 0;
    for (int round = 0; round < 10; ++round) {
        const auto read = read::read_pdf(maker.pdf(), limits, read::Scans::collected, first);
        REQUIRE(read);
        for (std::size_t i = 0; i < 4; ++i)
            if (!read->scans[i].pictures.empty()) collected.push_back(i);
        is_told = is_told || has(read.diagnostics, "scan-limit");
        if (read->next_scan == 0) break;
        REQUIRE(read->next_scan > first);
        first = read->next_scan;
    }
    CHECK(collected == std::vector<std::size_t>{0, 1, 3});
    CHECK(is_told);
}
