#include "base/resources.h"
#include "read/pdf/pdf_reader.h"
#include "support/sight_of.h"
#include "unit/write/layer/scan_pdf.h"
#include "unit/write/pdf/sample_pages.h"
#include "unit/write/pdf/tools.h"
#include "write/layer/layer_writer.h"
#include "write/layer/pdf_file.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <numbers>
#include <regex>

using namespace vanthu;
using Catch::Matchers::Contains;

namespace {

const std::vector<std::string> line = {"Điều", "3.", "Ủy", "ban", "nhân", "dân", "tỉnh", "Khánh", "Hòa"};

/// Two lines of words on an upright sheet.
pages::SeenPage sheet(double width, double height, int rotation = 0, double skew = 0) {
    pages::SeenPage page;
    page.width = width;
    page.height = height;
    page.rotation = rotation;
    page.skew = skew;
    for (const double baseline : {100.0, 500.0}) {
        double x = 72;
        for (const std::string& text : line) {
            page.words.push_back(test::word_at(text, x, baseline, 13, sample::font_set()));
            page.words.back().box.x2 += 2; // wider than the letters are by nature
            x = page.words.back().box.x2 + 4;
        }
    }
    return page;
}

Result<Bytes> layered(std::string_view pdf, std::vector<pages::SeenPage> pages) {
    pages::Sight sight;
    sight.pages = std::move(pages);
    return write::write_layer(pdf, sight, sample::font_set(), {"vi", embedded_resource("colour/sRGB.icc")});
}

struct Found {
    std::string text;
    pages::Box box;
};

/// What poppler finds where.
std::vector<Found> words_by_poppler(const Bytes& pdf) {
    const sample::TemporaryFolder folder;
    const std::string html = sample::output_of("pdftotext -bbox " + folder.file("layer.pdf", pdf) + " - 2>&1");
    const std::regex word("<word xMin=\"(.*?)\" yMin=\"(.*?)\" xMax=\"(.*?)\" yMax=\"(.*?)\">(.*?)</word>");
    std::vector<Found> found;
    for (std::sregex_iterator i(html.begin(), html.end(), word), end; i != end; ++i)
        found.push_back({(*i)[5], {std::stod((*i)[1]), std::stod((*i)[2]), std::stod((*i)[3]), std::stod((*i)[4])}});
    return found;
}

bool is_near(const pages::Box& a, const pages::Box& b, double most) {
    return std::abs(a.x1 - b.x1) < most && std::abs(a.y1 - b.y1) < most && std::abs(a.x2 - b.x2) < most &&
           std::abs(a.y2 - b.y2) < most;
}

std::vector<std::string> codes(const Result<Bytes>& result) {
    std::vector<std::string> codes;
    for (const Diagnostic& finding : result.diagnostics) codes.push_back(finding.code);
    return codes;
}

bool claims_archive(const Bytes& pdf) { return pdf.find("<pdfaid:part>2</pdfaid:part>") != Bytes::npos; }

const std::string hidden_line = "BT 3 Tr /F1 12 Tf 1 0 0 1 72 700 Tm (Old layer) Tj ET";
const std::string helvetica = "/Font <</F1 <</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>>>";

} // namespace

TEST_CASE("words are found where they were seen", "[layer][tools]") {
    const int rotation = GENERATE(0, 90, 180, 270);
    CAPTURE(rotation);
    const bool is_turned = rotation % 180 != 0;
    const pages::SeenPage page = sheet(is_turned ? 800 : 600, is_turned ? 600 : 800, rotation);
    const Bytes scan = test::scan_maker("", "", fmt::format("/Rotate {}", rotation)).pdf();
    const Result<Bytes> result = layered(scan, {page});
    REQUIRE(result);
    CHECK(result.diagnostics.empty());
    const auto found = words_by_poppler(*result);
    REQUIRE(found.size() == page.words.size());
    for (std::size_t i = 0; i < found.size(); ++i) {
        CHECK(found[i].text == page.words[i].text);
        CHECK(is_near(found[i].box, page.words[i].box, 2));
    }
}

TEST_CASE("a cut and shifted sheet in units of its own", "[layer][tools]") {
    const Bytes scan =
        test::scan_maker("", "", "/MediaBox [-100 -50 500 750] /CropBox [-50 0 500 700] /UserUnit 1.5").pdf();
    const auto seen = read::read_pdf(scan);
    REQUIRE(seen);
    const pages::SeenPage page = sheet(seen->sight.pages[0].width, seen->sight.pages[0].height);
    const auto back = read::read_pdf(*layered(scan, {page}));
    REQUIRE(back);
    const auto& words = back->sight.pages[0].words;
    REQUIRE(words.size() == page.words.size());
    for (std::size_t i = 0; i < words.size(); ++i) CHECK(is_near(words[i].box, page.words[i].box, 2));
}

TEST_CASE("words of a straightened sheet are turned back", "[layer][tools]") {
    const double skew = GENERATE(-3.0, 1.2);
    const pages::SeenPage page = sheet(600, 800, 0, skew);
    const auto found = words_by_poppler(*layered(test::scan_maker().pdf(), {page}));
    REQUIRE(found.size() == page.words.size());
    const double angle = -skew * std::numbers::pi / 180; // clockwise, y grows downwards
    for (const pages::Word& word : page.words) {
        const double x = (word.box.x1 + word.box.x2) / 2 - 300, y = (word.box.y1 + word.box.y2) / 2 - 400;
        const double at_x = 300 + x * std::cos(angle) - y * std::sin(angle);
        const double at_y = 400 + x * std::sin(angle) + y * std::cos(angle);
        // poppler orders words on a slope as it likes.
        CHECK(std::ranges::any_of(found, [&](const Found& one) {
            return one.text == word.text && std::abs((one.box.x1 + one.box.x2) / 2 - at_x) < 2 &&
                   std::abs((one.box.y1 + one.box.y2) / 2 - at_y) < 2;
        }));
    }
}

TEST_CASE("every reader copies Vietnamese words out of the layer", "[layer][tools]") {
    const sample::TemporaryFolder folder;
    const std::string file = folder.file("layer.pdf", *layered(test::scan_maker().pdf(), {sheet(600, 800)}));
    const std::string text = "Điều 3. Ủy ban nhân dân tỉnh Khánh Hòa";
    CHECK_THAT(sample::output_of("pdftotext " + file + " - 2>&1"), Contains(text));
    CHECK_THAT(sample::output_of("mutool draw -q -F txt " + file + " 2>/dev/null"), Contains(text));
    CHECK_THAT(sample::output_of("gs -q -dNOPAUSE -dBATCH -sDEVICE=txtwrite -sOutputFile=- " + file + " 2>&1"),
               Contains(text));
}

TEST_CASE("nothing of the layer is seen", "[layer][tools]") {
    const sample::TemporaryFolder folder;
    const Bytes scan = test::scan_maker().pdf();
    const auto drawn = [&](const Bytes& pdf) {
        return sample::output_of("pdftoppm -r 40 -png " + folder.file("sheet.pdf", pdf) + " 2>&1 | md5sum");
    };
    CHECK(drawn(*layered(scan, {sheet(600, 800)})) == drawn(scan));
}

TEST_CASE("pictures go over byte by byte", "[layer]") {
    const Bytes scan = test::scan_maker("", "/Interpolate true").pdf();
    const Result<Bytes> result = layered(scan, {sheet(600, 800)});
    REQUIRE(result);
    const auto pdf = write::PdfFile::open(*result);
    REQUIRE(pdf);
    const write::PdfObject picture = pdf->page(0)["/Resources"]["/XObject"]["/Im"];
    CHECK(picture.stored() == "0123456789ABCDEF");
    CHECK_FALSE(picture.has("/Interpolate"));
    CHECK(claims_archive(*result));
}

TEST_CASE("pages without recognised words stay as they are", "[layer]") {
    test::PdfMaker maker = test::scan_maker(hidden_line, "", "", helvetica);
    const Result<Bytes> result = layered(maker.pdf(), {pages::SeenPage()});
    REQUIRE(result);
    const auto back = read::read_pdf(*result);
    REQUIRE(back->sight.pages[0].words.size() == 2);
    CHECK(back->sight.pages[0].words[0].text == "Old");
    CHECK(claims_archive(*result)); // fonts of text that nobody sees need not be embedded
}

TEST_CASE("an old layer makes room for the new one", "[layer]") {
    SECTION("in the page's own content") {
        const Bytes scan = test::scan_maker(hidden_line, "", "", helvetica).pdf();
        const auto back = read::read_pdf(*layered(scan, {sheet(600, 800)}));
        REQUIRE(back);
        CHECK(back->sight.pages[0].words.size() == 2 * line.size());
        CHECK(back->sight.fonts.size() == 1);
    }
    SECTION("in a form that two pages draw") {
        test::PdfMaker maker;
        const int form = maker.add_stream(
            fmt::format("/Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources <<{}>>", helvetica), hidden_line);
        for (int i = 0; i < 2; ++i) maker.add_page("/Fm Do", fmt::format("/XObject <</Fm {} 0 R>>", form));
        const auto back = read::read_pdf(*layered(maker.pdf(), {sheet(600, 800), {}}));
        REQUIRE(back);
        CHECK(back->sight.pages[0].words.size() == 2 * line.size());
        CHECK(back->sight.pages[1].words.size() == 2);
    }
}

TEST_CASE("signed files are refused", "[layer]") {
    test::PdfMaker maker = test::scan_maker();
    SECTION("a signature field") {
        const int field = maker.add("<</FT /Sig /T (S) /V <</Type /Sig /ByteRange [0 1 2 3] /Contents <00>>>>>");
        maker.add_to_catalog(fmt::format("/AcroForm <</Fields [{} 0 R] /SigFlags 3>>", field));
    }
    SECTION("a field whose kind stands above it") {
        maker.add_to_catalog("/AcroForm <</Fields [<</FT /Sig /T (S) /Kids [<</V <</ByteRange [0 1]>>>>]>>]>>");
    }
    SECTION("rights of use") { maker.add_to_catalog("/Perms <</DocMDP <</Type /Sig>>>>"); }
    const Result<Bytes> result = layered(maker.pdf(), {sheet(600, 800)});
    CHECK_FALSE(result);
    CHECK(codes(result) == std::vector<std::string>{"ocr-signed"});
}

TEST_CASE("an empty signature field is no signature", "[layer]") {
    test::PdfMaker maker = test::scan_maker();
    maker.add_to_catalog("/AcroForm <</Fields [<</FT /Sig /T (S)>>]>>");
    CHECK(layered(maker.pdf(), {sheet(600, 800)}));
}

TEST_CASE("PDF/A is claimed only where it holds", "[layer]") {
    const auto page = sheet(600, 800);
    SECTION("a visible font that is not embedded") {
        const Bytes scan = test::scan_maker("BT /F1 12 Tf (Seen) Tj ET", "", "", helvetica).pdf();
        const Result<Bytes> result = layered(scan, {page});
        REQUIRE(result);
        CHECK(codes(result) == std::vector<std::string>{"ocr-not-pdfa"});
        CHECK(result.diagnostics[0].arguments[0].value == "font Helvetica");
        CHECK_FALSE(claims_archive(*result));
    }
    SECTION("inks") {
        const Result<Bytes> result = layered(test::scan_maker("0 0 0 1 k 9 9 9 9 re f").pdf(), {page});
        CHECK(codes(result) == std::vector<std::string>{"ocr-not-pdfa"});
    }
    SECTION("scripts, attachments and started programs are left out") {
        test::PdfMaker maker = test::scan_maker(
            "", "",
            "/Annots [<</Subtype /Link /Rect [0 0 9 9] /A <</S /Launch /F (x)>>>>] /AA <</O <</S /JavaScript>>>>");
        maker.add_to_catalog("/OpenAction <</S /JavaScript /JS (x)>> /Names <</EmbeddedFiles <</Names []>>>>");
        const Result<Bytes> result = layered(maker.pdf(), {page});
        REQUIRE(result);
        CHECK(codes(result) == std::vector<std::string>{"ocr-dropped", "ocr-dropped"});
        CHECK(claims_archive(*result));
        const auto pdf = write::PdfFile::open(*result);
        CHECK_FALSE(pdf->root().has("/OpenAction"));
        CHECK_FALSE(pdf->root()["/Names"].has("/EmbeddedFiles"));
        CHECK_FALSE(pdf->page(0).has("/AA"));
        CHECK_FALSE(pdf->page(0)["/Annots"].at(0).has("/A"));
    }
}

TEST_CASE("the same scan and words give the same bytes", "[layer]") {
    const Bytes scan = test::scan_maker().pdf();
    CHECK(*layered(scan, {sheet(600, 800)}) == *layered(scan, {sheet(600, 800)}));
}

TEST_CASE("what is no PDF, or has other pages, is refused", "[layer]") {
    CHECK(codes(layered("not a PDF", {})) == std::vector<std::string>{"pdf-broken"});
    CHECK(codes(layered(test::scan_maker().pdf(), {})) == std::vector<std::string>{"pdf-broken"});
}
