#include "unit/write/pdf/sample_pages.h"
#include "unit/write/pdf/tools.h"
#include "write/pdf/pdf_writer.h"

#include <catch2/catch.hpp>
#include <thread>

using namespace vanthu;
using Catch::Matchers::Contains;
using write::PdfLevel;

namespace {

Result<Bytes> written(const pages::Document& pages, PdfLevel level = PdfLevel::a3a) {
    return write::write_pdf(pages, sample::info(), sample::font_set(), sample::options(level));
}

Diagnostic only_diagnostic(const Result<Bytes>& result) {
    REQUIRE_FALSE(result);
    REQUIRE(result.diagnostics.size() == 1);
    return result.diagnostics.front();
}

bool holds(const Bytes& bytes, std::string_view part) { return bytes.find(part) != Bytes::npos; }

} // namespace

TEST_CASE("the same pages give the same bytes, in every thread", "[pdf]") {
    const pages::Document document = sample::decision();
    for (const auto level : {PdfLevel::a3a, PdfLevel::a2a, PdfLevel::a1b}) {
        const Bytes expected = *written(document, level);
        std::vector<Bytes> results(4);
        std::vector<std::thread> threads;
        for (Bytes& result : results) threads.emplace_back([&] { result = *written(document, level); });
        for (std::thread& thread : threads) thread.join();
        for (const Bytes& result : results) CHECK(result == expected);
    }
}

TEST_CASE("other pages get another identifier", "[pdf]") {
    pages::Document document = sample::decision();
    const Bytes first = *written(document, PdfLevel::a1b);
    document.pages[0].texts[0].x += 1;
    const Bytes second = *written(document, PdfLevel::a1b);
    const auto identifier = [](const Bytes& bytes) { return bytes.substr(bytes.find("/ID ["), 40); };
    CHECK(identifier(first) != identifier(second));
}

TEST_CASE("what cannot be written is refused with its reason", "[pdf]") {
    SECTION("no pages") { CHECK(only_diagnostic(written({})).code == "pdf-no-pages"); }
    SECTION("characters without a glyph, all of them") {
        pages::Document document = sample::decision();
        document.pages[0].texts[0].text += "\u4E2D\u6587";
        document.pages[1].texts[0].text += "\t";
        const Diagnostic diagnostic = only_diagnostic(written(document));
        CHECK(diagnostic.code == "pdf-glyph-missing");
        CHECK(diagnostic.arguments == std::vector<Argument>{{"characters", "U+0009, U+4E2D, U+6587"}});
    }
    SECTION("no colour profile") {
        write::PdfOptions options = sample::options(PdfLevel::a2a);
        options.colour_profile = {};
        CHECK(only_diagnostic(write::write_pdf(sample::decision(), sample::info(), sample::font_set(), options)).code ==
              "pdf-no-colour-profile");
    }
    SECTION("what libharu does not take") {
        pages::Document document = sample::decision();
        document.pages[1].width = 1;
        const Diagnostic diagnostic = only_diagnostic(written(document));
        CHECK(diagnostic.code == "pdf-failed");
        CHECK_THAT(diagnostic.arguments.at(1).value, Contains("0x1054"));
    }
}

TEST_CASE("1b is plain PDF 1.4, without tags, attachment or compressed objects", "[pdf]") {
    const Bytes plain = *written(sample::decision(), PdfLevel::a1b);
    CHECK(plain.starts_with("%PDF-1.4\n"));
    for (const auto* part : {"/ObjStm", "/XRef", "/StructTreeRoot", "/MarkInfo", "/EmbeddedFile", "pdfuaid"})
        CHECK_FALSE(holds(plain, part));
    const Bytes tagged = *written(sample::decision());
    CHECK(tagged.starts_with("%PDF-1.7\n"));
    for (const auto* part : {"/ObjStm", "/XRef", "/StructTreeRoot", "/MarkInfo", "/EmbeddedFile", "pdfuaid"})
        CHECK(holds(tagged, part));
}

TEST_CASE("a draft without date states none", "[pdf]") {
    flow::Info info = sample::info();
    info.date.clear();
    const Bytes bytes = *write::write_pdf(sample::decision(), info, sample::font_set(), sample::options(PdfLevel::a3a));
    CHECK_FALSE(holds(bytes, "CreationDate"));
    CHECK_FALSE(holds(bytes, "CreateDate"));
    CHECK_FALSE(holds(bytes, "ModDate"));
}

TEST_CASE("page numbers of viewers are those of the sheets", "[pdf]") {
    const Bytes bytes = *written(sample::decision(), PdfLevel::a1b);
    CHECK(holds(bytes, "/PageLabels <</Nums [0 <</S /D /St 1>> 2 <</S /D /St 1>> ]>>"));
}

TEST_CASE("more pages than an array of libharu holds", "[pdf][tools]") {
    pages::Document document;
    sample::PageMaker maker(document);
    const auto root = maker.element(pages::Role::document, pages::no_element);
    constexpr int count = 40000;
    for (int i = 1; i <= count; ++i) maker.new_page(std::to_string(i));
    maker.line(maker.element(pages::Role::paragraph, root), "hết");
    const sample::TemporaryFolder folder;
    for (const auto level : {PdfLevel::a3a, PdfLevel::a1b}) {
        const Result<Bytes> result = written(document, level);
        REQUIRE(result);
        const std::string file = folder.file("long.pdf", *result);
        CHECK(sample::output_of("qpdf --show-npages " + file) == std::to_string(count) + "\n");
        CHECK_THAT(sample::output_of("pdftotext -f 40000 " + file + " - 2>&1"), Contains("hết"));
    }
}
