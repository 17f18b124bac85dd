// What people get when they copy text out of our files, by the programs they may have.
#include "unit/write/pdf/sample_pages.h"
#include "unit/write/pdf/tools.h"
#include "write/pdf/pdf_writer.h"

#include <catch2/catch.hpp>

using namespace vanthu;
using Catch::Matchers::Contains;

namespace {

Bytes written(const pages::Document& pages, write::PdfLevel level = write::PdfLevel::a3a) {
    const Result<Bytes> result = write::write_pdf(pages, sample::info(), sample::font_set(), sample::options(level));
    REQUIRE(result);
    return *result;
}

/// The texts of a page are each found in what a program read from it.
void check_texts(const pages::Page& page, const std::string& read) {
    const std::string compact = sample::without_blanks(read);
    for (const pages::Text& text : page.texts) CHECK_THAT(compact, Contains(sample::without_blanks(text.text)));
}

pages::Document one_line(const std::string& text, double word_gap = 0) {
    pages::Document document;
    sample::PageMaker maker(document);
    const auto root = maker.element(pages::Role::document, pages::no_element);
    maker.new_page("1");
    maker.line(maker.element(pages::Role::paragraph, root), text, Face::regular, word_gap);
    return document;
}

} // namespace

TEST_CASE("every reader gives back every letter in every face", "[pdf][tools]") {
    const pages::Document document = sample::decision();
    const sample::TemporaryFolder folder;
    for (const auto level : {write::PdfLevel::a3a, write::PdfLevel::a1b}) {
        const std::string file = folder.file("decision.pdf", written(document, level));
        for (std::size_t i = 0; i < document.pages.size(); ++i) {
            const std::string page = std::to_string(i + 1);
            check_texts(document.pages[i],
                        sample::output_of("pdftotext -f " + page + " -l " + page + " " + file + " - 2>&1"));
            check_texts(document.pages[i],
                        sample::output_of("mutool draw -q -F txt " + file + " " + page + " 2>/dev/null"));
            check_texts(document.pages[i],
                        sample::output_of("gs -q -dNOPAUSE -dBATCH -sDEVICE=txtwrite -dFirstPage=" + page +
                                          " -dLastPage=" + page + " -sOutputFile=- " + file + " 2>&1"));
        }
    }
}

TEST_CASE("words keep the blanks between them, stretched or not", "[pdf][tools]") {
    const std::string line = "Ủy ban nhân dân tỉnh Khánh Hòa (144/2002/QĐ-BTC)";
    const sample::TemporaryFolder folder;
    for (const double gap : {0.0, 2.5, -0.4}) {
        const std::string file = folder.file("line.pdf", written(one_line(line, gap)));
        CHECK_THAT(sample::output_of("pdftotext " + file + " - 2>&1"), Contains(line));
        CHECK_THAT(sample::output_of("mutool draw -q -F txt " + file + " 2>/dev/null"), Contains(line));
        CHECK_THAT(sample::output_of("gs -q -dNOPAUSE -dBATCH -sDEVICE=txtwrite -sOutputFile=- " + file + " 2>&1"),
                   Contains(line));
    }
}

TEST_CASE("a stretched line ends where layout put its end", "[pdf][tools]") {
    const std::string line = "Căn cứ Luật Tổ chức chính quyền địa phương ngày";
    const double gap = 1.37;
    const sample::TemporaryFolder folder;
    const pages::Document document = one_line(line, gap);
    const std::string boxes =
        sample::output_of("pdftotext -bbox " + folder.file("line.pdf", written(document)) + " - 2>&1");
    const std::size_t last = boxes.rfind("xMax=\"");
    REQUIRE(last != std::string::npos);
    const pages::Text& text = document.pages[0].texts[0];
    const double end = text.x + sample::font_set().width(line, text.face, text.size) + 9 * gap;
    CHECK(std::stod(boxes.substr(last + 6)) == Approx(end).margin(0.05));
}

TEST_CASE("bytes that literal strings treat apart survive", "[pdf][tools]") {
    // Enough characters that glyph ids run over the codes of CR, LF, both parentheses and the backslash.
    pages::Document document = one_line("!\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMN");
    pages::Text more = document.pages[0].texts[0];
    more.y += 20;
    more.text = "OPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~";
    document.pages[0].texts.push_back(more);
    const sample::TemporaryFolder folder;
    const std::string file = folder.file("ascii.pdf", written(document));
    check_texts(document.pages[0], sample::output_of("pdftotext " + file + " - 2>&1"));
    check_texts(document.pages[0], sample::output_of("mutool draw -q -F txt " + file + " 2>/dev/null"));
}

TEST_CASE("the source comes out of a 3a file as it went in, and of no other", "[pdf][tools]") {
    const sample::TemporaryFolder folder;
    const std::string with = folder.file("3a.pdf", written(sample::decision()));
    const std::string extracted = (folder.path() / "out.json").string();
    sample::output_of("pdfdetach -save 1 -o " + extracted + " " + with);
    CHECK(sample::output_of("cat " + extracted) == sample::options(write::PdfLevel::a3a).source);
    CHECK_THAT(sample::output_of("pdfdetach -list " + with), Contains("document.json"));
    for (const auto level : {write::PdfLevel::a2a, write::PdfLevel::a1b})
        CHECK_THAT(sample::output_of("pdfdetach -list " + folder.file("other.pdf", written(sample::decision(), level))),
                   Contains("0 embedded files"));
}

TEST_CASE("facts and bookmarks are said in Vietnamese", "[pdf][tools]") {
    const sample::TemporaryFolder folder;
    const std::string file = folder.file("decision.pdf", written(sample::decision()));
    const std::string facts = sample::output_of("TZ=UTC pdfinfo -enc UTF-8 " + file + " 2>&1");
    CHECK_THAT(facts, Contains("Quyết định 232/QĐ-UBND <về> \"A & B\"") && Contains("UBND tỉnh Khánh Hòa") &&
                          Contains("CCHC; 2021-2025") && Contains("Tue Feb  2 17:00:00 2021"));
    CHECK_THAT(facts, !Contains("Warning") && !Contains("Error"));
    const std::string outline = sample::output_of("mutool show " + file + " outline 2>/dev/null");
    CHECK_THAT(outline, Contains("-\t\"QUYẾT ĐỊNH\"") && Contains("|\t\t\"Điều 1. (Thông qua)\""));
}
