#include "read/pdf/pdf_reader.h"
#include "support/make_pdf.h"

#include <catch2/catch.hpp>

using namespace vanthu;

namespace {

pages::SeenPage page_of(const std::string& content) {
    Result<read::PdfContent> read = read::read_pdf(test::page_pdf(content));
    REQUIRE(read);
    return read->sight.pages[0];
}

std::vector<pages::Line> lines_of(const std::string& content) { return page_of(content).lines; }

} // namespace

TEST_CASE("strokes and thin fills are lines", "[read-pdf]") {
    for (const char* content :
         {"100 700 m 300 700 l S", "100 699.75 200 0.5 re f", "0.5 w 100 700 m 300 701 l S",
          "100 699.8 m 300 699.8 l 299 700.2 l 101 700.2 l h f", "q 2 0 0 2 0 0 cm 50 350 m 150 350 l S Q"}) {
        CAPTURE(content);
        const auto lines = lines_of(content);
        REQUIRE(lines.size() == 1);
        CHECK(lines[0].x1 == Approx(100));
        CHECK(lines[0].x2 == Approx(300));
        CHECK(lines[0].y1 == Approx(100).margin(0.6));
        CHECK(lines[0].y1 == lines[0].y2);
    }
}

TEST_CASE("areas, white lines, slants, curves and clips are no lines", "[read-pdf]") {
    for (const char* content :
         {"100 600 200 50 re f", "1 g 100 700 200 0.5 re f", "1 1 1 RG 100 700 m 300 700 l S", "100 700 m 300 720 l S",
          "100 700 m 150 700 250 700 300 700 c S", "100 700 200 0.5 re W n"}) {
        CAPTURE(content);
        CHECK(lines_of(content).empty());
    }
}

TEST_CASE("a stroked rectangle has four edges, drawn or not filled", "[read-pdf]") {
    for (const char* content :
         {"100 600 200 50 re S", "0.9 g 100 600 200 50 re B", "100 600 m 300 600 l 300 650 l 100 650 l s"}) {
        CAPTURE(content);
        const auto lines = lines_of(content);
        REQUIRE(lines.size() == 4);
        CHECK(lines[0].x2 - lines[0].x1 == Approx(200));
        CHECK(lines[3].y2 - lines[3].y1 == Approx(50));
    }
}

TEST_CASE("pieces that touch are one line, and squares close the gaps", "[read-pdf]") {
    // As Word draws cell borders: corner squares and edges between them, each cell on its own.
    const auto lines = lines_of("100 700 0.48 0.48 re f 100.48 700 99 0.48 re f 199.48 700 0.48 0.48 re f "
                                "199.96 700 100 0.48 re f 299.96 700 0.48 0.48 re f 100 600 0.48 100 re f");
    REQUIRE(lines.size() == 2);
    CHECK(lines[0].x1 == Approx(100));
    CHECK(lines[0].x2 == Approx(300.44));
    CHECK(lines[0].thickness == Approx(0.48));
    CHECK(lines[1].x1 == lines[1].x2);
    CHECK(lines_of("100 700 m 200 700 l S 100 700 m 200 700 l S").size() == 1);
    CHECK(lines_of("100 700 m 200 700 l S 210 700 m 300 700 l S").size() == 2);
    CHECK(lines_of("100 700 m 200 700 l S 100 702 m 200 702 l S").size() == 2);
}

TEST_CASE("red lines are known as such", "[read-pdf]") {
    CHECK(lines_of("1 0 0 RG 100 700 m 300 700 l S")[0].red);
    CHECK_FALSE(lines_of("100 700 m 300 700 l S")[0].red);
}

TEST_CASE("a picture over the sheet makes a page of pictures", "[read-pdf]") {
    const std::string strips =
        "q 600 0 0 400 0 0 cm BI /W 10 /H 7 ID x EI Q q 600 0 0 400 0 400 cm BI /W 10 /H 7 ID x EI Q";
    CHECK(page_of(strips).image_only);
    CHECK(page_of(strips).pictures.size() == 2);
    CHECK(page_of(strips).pictures[1].height == 7);
    std::string text = strips + " BT /F1 10 Tf 100 700 Td ";
    for (int i = 0; i < 80; ++i) text += "(word " + std::to_string(i) + ") Tj ";
    CHECK_FALSE(page_of(text + "ET").image_only);
    CHECK_FALSE(page_of("q 100 0 0 100 0 0 cm BI /W 10 /H 7 ID x EI Q").image_only);
}

TEST_CASE("outlines in place of text make a page of pictures", "[read-pdf]") {
    std::string content;
    for (int i = 0; i < 150; ++i) {
        const auto x = [i](int along) { return std::to_string(50 + i * 3 + along); };
        content += x(0) + " 700 m " + x(0) + " 710 " + x(4) + " 715 " + x(6) + " 700 c h f ";
    }
    CHECK(page_of(content).image_only);
}
