#include "read/pdf/pdf_reader.h"
#include "support/dump_sight.h"
#include "support/make_pdf.h"

#include <catch2/catch.hpp>

using namespace vanthu;

namespace {

std::string code_of(const Bytes& pdf, const read::PdfLimits& limits = {}) {
    const auto content = read::read_pdf(pdf, limits);
    if (content) return "";
    REQUIRE(content.diagnostics.size() == 1);
    return content.diagnostics[0].code;
}

} // namespace

TEST_CASE("what is no PDF is refused", "[read-pdf]") {
    CHECK(code_of("") == "pdf-broken");
    CHECK(code_of("hello") == "pdf-broken");
    CHECK(code_of("%PDF-1.7\n") == "pdf-broken");
    CHECK(code_of(test::PdfMaker().pdf()) == "pdf-broken");
}

TEST_CASE("a damaged file is repaired and that is told", "[read-pdf]") {
    Bytes pdf = test::page_pdf("BT /F1 10 Tf 100 700 Td (still here) Tj ET");
    pdf.resize(pdf.rfind("xref\n0"));
    pdf += "trailer <</Root 1 0 R>>\n";
    const auto content = read::read_pdf(pdf);
    REQUIRE(content);
    CHECK(test::plain_text(content->sight) == "still here");
    REQUIRE_FALSE(content.diagnostics.empty());
    CHECK(content.diagnostics[0].code == "pdf-repaired");
}

TEST_CASE("limits hold while streams are decoded", "[read-pdf]") {
    const auto with_form = [](const std::string& filter, const std::string& data) {
        test::PdfMaker maker;
        const int form = maker.add_stream("/Type /XObject /Subtype /Form /BBox [0 0 1 1] /Filter " + filter, data);
        maker.add_page("/X Do", fmt::format("/XObject <</X {} 0 R>>", form));
        return maker.pdf();
    };
    read::PdfLimits limits;
    limits.stream_bytes = 1000;
    CHECK(code_of(with_form("/ASCIIHexDecode", std::string(3000, '2') + ">"), limits) == "pdf-limit");
    CHECK(code_of(with_form("/ASCIIHexDecode", std::string(1500, '2') + ">"), limits).empty());
    limits = {};
    limits.total_bytes = 1000;
    CHECK(code_of(with_form("/ASCIIHexDecode", std::string(3000, '2') + ">"), limits) == "pdf-limit");
    // What cannot be decoded is told.
    for (const char* filter : {"/RunLengthDecode", "/DCTDecode", "/FlateDecode", "/NoSuchDecode"}) {
        const auto read = read::read_pdf(with_form(filter, "damaged"));
        REQUIRE(read);
        CHECK(read->sight.pages[0].unread);
        CHECK(read.diagnostics.at(0).code == "pdf-page-unread");
    }
}

TEST_CASE("too many pages, and pages that are met again", "[read-pdf]") {
    test::PdfMaker maker;
    for (int i = 0; i < 5; ++i) maker.add_page("", "");
    read::PdfLimits limits;
    limits.pages = 4;
    CHECK(code_of(maker.pdf(), limits) == "pdf-limit");
    Bytes pdf = maker.pdf();
    const std::size_t count = pdf.find("/Count 5");
    pdf.replace(count, 8, "/Count 9");
    CHECK(read::read_pdf(pdf)->sight.pages.size() == 5);
}

TEST_CASE("too many operators end the page, not the file", "[read-pdf]") {
    std::string content = "BT /F1 10 Tf 100 700 Td (seen) Tj ET ";
    for (int i = 0; i < 100; ++i) content += "q Q ";
    read::PdfLimits limits;
    limits.operators = 50;
    const auto read = read::read_pdf(test::page_pdf(content), limits);
    REQUIRE(read);
    CHECK(read->sight.pages[0].unread);
    CHECK(test::plain_text(read->sight) == "seen");
    CHECK(read.diagnostics.at(0).code == "pdf-page-unread");
}

TEST_CASE("deep nesting and loops of references end", "[read-pdf]") {
    for (const int depth : {90, 300, 20000}) {
        test::PdfMaker maker;
        maker.add_page("BT (x) Tj ET", "",
                       "/Deep " + std::string(static_cast<std::size_t>(depth), '[') +
                           std::string(static_cast<std::size_t>(depth), ']'));
        (void)read::read_pdf(maker.pdf());
    }
    test::PdfMaker loop;
    loop.add("4 0 R");
    loop.add("3 0 R");
    loop.add_page("BT /F 10 Tf (x) Tj ET /X Do", "/Font <</F 3 0 R>> /XObject 4 0 R", "/Annots 3 0 R");
    (void)read::read_pdf(loop.pdf());
    SUCCEED();
}

TEST_CASE("every cut of a file is read or refused", "[read-pdf]") {
    const Bytes pdf = test::page_pdf("BT /U 10 Tf 100 700 Td <1EBF> Tj ET 10 10 5 5 re f");
    for (std::size_t length = 0; length < pdf.size(); length += 37) {
        const auto read = read::read_pdf(std::string_view(pdf).substr(0, length));
        CHECK(read.value.has_value() != has_errors(read.diagnostics));
    }
}
