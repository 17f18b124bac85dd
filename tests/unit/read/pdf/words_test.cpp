#include "read/pdf/pdf_reader.h"
#include "support/dump_sight.h"
#include "support/make_pdf.h"

#include <catch2/catch.hpp>

using namespace vanthu;
using test::page_pdf;

namespace {

pages::Sight seen(const Bytes& pdf) {
    Result<read::PdfContent> content = read::read_pdf(pdf);
    REQUIRE(content);
    return content->sight;
}

std::string text_of(const std::string& content, const std::string& resources = "", const std::string& fonts = "") {
    return test::plain_text(seen(page_pdf(content, resources, "", fonts)));
}

std::vector<pages::Word> words_of(const std::string& content) { return seen(page_pdf(content)).pages[0].words; }

} // namespace

TEST_CASE("a word stands where it is drawn", "[read-pdf]") {
    const auto words = words_of("BT /F1 10 Tf 100 700 Td (Hello) Tj ET");
    REQUIRE(words.size() == 1);
    CHECK(words[0].text == "Hello");
    CHECK(words[0].box.x1 == Approx(100));
    CHECK(words[0].box.x2 == Approx(100 + 22.78));
    CHECK(words[0].baseline == Approx(100));
    CHECK(words[0].size == Approx(10));
    CHECK(words[0].trust == 1);
}

TEST_CASE("spaces, gaps and jumps part words; kerning does not", "[read-pdf]") {
    CHECK(text_of("BT /F1 10 Tf 100 700 Td (one two) Tj ET") == "one two");
    CHECK(text_of("BT /F1 10 Tf 100 700 Td [(one) -300 (two)] TJ ET") == "one two");
    CHECK(text_of("BT /F1 10 Tf 100 700 Td [(o) 40 (n) -60 (e)] TJ ET") == "one");
    CHECK(text_of("BT /F1 10 Tf 100 700 Td (one) Tj 0 -12 Td (two) Tj ET") == "one two");
    CHECK(text_of("BT /F1 10 Tf 12 TL 100 700 Td (one) ' (two) ' 0 0 (three) \" ET") == "one two three");
}

TEST_CASE("letters that are set apart evenly are a word", "[read-pdf]") {
    CHECK(text_of("BT /F1 10 Tf 4 Tc 100 700 Td (LEGAL) Tj ET") == "LEGAL");
    CHECK(text_of("BT /F1 10 Tf 100 700 Td [(A) -400 (B) -400 (C) -400 (D)] TJ ET") == "ABCD");
    CHECK(text_of("BT /F1 10 Tf 100 700 Td (A B C D) Tj ET") == "A B C D");
}

TEST_CASE("a change of font inside a word makes two that are joined", "[read-pdf]") {
    const auto words = words_of("BT /F1 10 Tf 100 700 Td (con) Tj /F2 10 Tf (duct) Tj ET");
    REQUIRE(words.size() == 2);
    CHECK_FALSE(words[0].joined);
    CHECK(words[1].joined);
    CHECK(words[1].face == Face::bold);
}

TEST_CASE("superscripts are raised and joined", "[read-pdf]") {
    for (const char* small : {"5 Ts /F1 6 Tf (2) Tj", "/F1 6 Tf 8.33 4 Td (2) Tj"}) {
        const auto words = words_of(std::string("BT /F1 10 Tf 100 700 Td (m) Tj ") + small + " ET");
        REQUIRE(words.size() == 2);
        CHECK(words[1].text == "2");
        CHECK(words[1].raised);
        CHECK(words[1].joined);
        CHECK_FALSE(words[0].raised);
    }
}

TEST_CASE("decomposed text becomes NFC, wherever the marks are drawn", "[read-pdf]") {
    // e + U+0302 + U+0301; the mark between its letter and the next one; drawn before its letter; after the whole word.
    CHECK(text_of("BT /U 10 Tf 100 700 Td <0042006503020301> Tj ET") == "Bế");
    CHECK(text_of("BT /U 10 Tf 100 700 Td <00420065> Tj 7 0 Td <0301> Tj 3 0 Td <006E> Tj ET") == "Bén");
    CHECK(text_of("BT /U 10 Tf 105 700 Td <0301> Tj 0 0 Td <0065006E> Tj ET") == "én");
    CHECK(text_of("BT /U 10 Tf 100 700 Td <00420065006E> Tj 7.5 0 Td <0323> Tj ET") == "Bẹn");
}

TEST_CASE("text drawn twice for bold is there once", "[read-pdf]") {
    CHECK(text_of("BT /F1 10 Tf 100 700 Td (Bold) Tj 0.3 0 Td (Bold) Tj ET") == "Bold");
    CHECK(text_of("BT /F1 10 Tf 100 700 Td (B) Tj 0.3 0 Td (B) Tj ET") == "B");
    CHECK(text_of("BT /F1 10 Tf 100 700 Td (ill) Tj ET") == "ill");
}

TEST_CASE("invisible text is hidden, stroked and filled text is bold", "[read-pdf]") {
    CHECK(words_of("BT /F1 10 Tf 3 Tr 100 700 Td (x) Tj ET")[0].hidden);
    CHECK(words_of("BT /F1 10 Tf 2 Tr 100 700 Td (x) Tj ET")[0].face == Face::bold);
    CHECK(words_of("BT /F1 10 Tf 1 0 0.2 1 100 700 Tm (x) Tj ET")[0].face == Face::italic);
    CHECK(words_of("1 0 0 rg BT /F1 10 Tf 100 700 Td (x) Tj ET")[0].colour == 0xFF0000);
}

TEST_CASE("ActualText takes the place of the glyphs in its line", "[read-pdf]") {
    CHECK(text_of("BT /F1 10 Tf 100 700 Td (a) Tj /Span <</ActualText <FEFF1EBF>>> BDC (xy) Tj EMC (b) Tj ET") ==
          "aếb");
    CHECK(text_of("BT /F1 10 Tf 100 700 Td (ab) Tj /Span <</ActualText (\255)>> BDC (-) Tj EMC ET") == "ab");
    CHECK(text_of("BT /F1 10 Tf 100 700 Td /P <</ActualText (whole text)>> BDC (one) Tj 0 -12 Td (two) Tj EMC ET") ==
          "one two");
    CHECK(text_of("BT /F1 10 Tf 100 700 Td /Span /P1 BDC (x) Tj EMC ET", "/Properties <</P1 <</ActualText (y)>>>>") ==
          "y");
}

TEST_CASE("horizontal scaling, word spacing, escapes and malformed tokens", "[read-pdf]") {
    const auto words = words_of("BT /F1 10 Tf 50 Tz 20 Tw 100 700 Td (Hello you) Tj ET");
    REQUIRE(words.size() == 2);
    CHECK(words[0].box.x2 == Approx(100 + 11.39));
    CHECK(words[1].box.x1 == Approx(100 + 11.39 + 1.39 + 10));
    CHECK(text_of("BT /F1 10 Tf 100 700 Td (\\101\\(b\\)\\\n(c)) Tj ET") == "A(b)(c)");
    CHECK(text_of("BT /F1 10 Tf ] >> ) } --1.2.3 100 700 Td <41 4> Tj unknown (x) Tj ET") == "A@x");
}

TEST_CASE("pages that are turned stand upright", "[read-pdf]") {
    const std::string content = "BT /F1 10 Tf 1 0 0 1 100 700 Tm (Some words that run to the right) Tj ET";
    const pages::Sight rotated = seen(page_pdf(content, "", "/Rotate 90"));
    CHECK(rotated.pages[0].rotation == 0); // turned by the viewer, then back: the text runs upright
    CHECK(rotated.pages[0].width == 600);
    const pages::Sight sideways =
        seen(page_pdf("BT /F1 10 Tf 0 1 -1 0 100 200 Tm (Some words that run to the top) Tj ET 100 100 m 100 700 l S"));
    CHECK(sideways.pages[0].rotation == 90);
    CHECK(sideways.pages[0].width == 800);
    CHECK(sideways.pages[0].words[0].box.x1 == Approx(200));
    CHECK(sideways.pages[0].words[0].baseline == Approx(100));
    REQUIRE(sideways.pages[0].lines.size() == 1);
    CHECK(sideways.pages[0].lines[0].y1 == Approx(100));
    CHECK(sideways.pages[0].lines[0].x1 == Approx(100));
}

TEST_CASE("boxes of the page and its unit", "[read-pdf]") {
    const pages::Sight sight = seen(page_pdf("BT /F1 10 Tf 100 700 Td (x) Tj ET", "",
                                             "/MediaBox [0 0 600 800] /CropBox [50 100 550 750] /UserUnit 2"));
    CHECK(sight.pages[0].width == 1000);
    CHECK(sight.pages[0].height == 1300);
    CHECK(sight.pages[0].words[0].box.x1 == Approx(100));
    CHECK(sight.pages[0].words[0].baseline == Approx(100));
    CHECK(sight.pages[0].words[0].size == Approx(20));
}

TEST_CASE("forms inherit resources, have their matrix, and end", "[read-pdf]") {
    test::PdfMaker maker;
    const int font = maker.add("<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>");
    const int form = maker.add_stream("/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Matrix [1 0 0 1 50 0]",
                                      "BT /F1 10 Tf 100 700 Td (in) Tj ET /Me Do");
    maker.add_page(
        "/Me Do BT /F1 10 Tf 300 700 Td (out) Tj ET BI /W 1 /H 1 ID \x01 EI\x02 EI (x) BT 400 700 Td (end) Tj ET",
        fmt::format("/Font <</F1 {} 0 R>> /XObject <</Me {} 0 R>>", font, form));
    const pages::Sight sight = seen(maker.pdf());
    const auto& words = sight.pages[0].words;
    REQUIRE(words.size() == 22); // 20 levels of the form in itself
    CHECK(words[0].box.x1 == Approx(150));
    CHECK(words[20].text == "out");
    CHECK(sight.pages[0].pictures.size() == 1);
}
