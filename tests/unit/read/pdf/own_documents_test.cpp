// What vanthu writes itself, read back: each word where it was placed.
#include "read/pdf/pdf_reader.h"
#include "unit/write/pdf/sample_pages.h"
#include "write/pdf/pdf_writer.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <sstream>

using namespace vanthu;

namespace {

Bytes written(const pages::Document& pages, write::PdfLevel level) {
    const Result<Bytes> pdf = write::write_pdf(pages, sample::info(), sample::font_set(), sample::options(level));
    REQUIRE(pdf);
    return *pdf;
}

std::vector<std::string> words(const std::string& text) {
    std::istringstream stream(text);
    std::vector<std::string> result;
    for (std::string word; stream >> word;) result.push_back(word);
    return result;
}

std::vector<std::string> sorted(std::vector<std::string> words) {
    std::ranges::sort(words);
    return words;
}

std::vector<std::string> words_of(const pages::Page& page) {
    std::vector<std::string> result;
    for (const pages::Text& text : page.texts)
        for (std::string& word : words(text.text)) result.push_back(std::move(word));
    return result;
}

std::vector<std::string> words_of(const pages::SeenPage& page) {
    std::vector<std::string> result;
    for (const pages::Word& word : page.words)
        if (word.joined)
            result.back() += word.text;
        else
            result.push_back(word.text);
    return result;
}

/// Whether some word begins where the text does, in its face and size.
bool is_seen(const pages::Text& text, const pages::SeenPage& page) {
    const std::string first = words(text.text).front();
    return std::ranges::any_of(page.words, [&](const pages::Word& word) {
        return word.text == first && std::abs(word.box.x1 - text.x) < 0.1 && std::abs(word.baseline - text.y) < 0.1 &&
               std::abs(word.size - text.size) < 0.1 && word.face == text.face;
    });
}

} // namespace

TEST_CASE("our own PDFs are read as they were laid out", "[read-pdf]") {
    const pages::Document document = sample::decision();
    for (const auto level : {write::PdfLevel::a3a, write::PdfLevel::a2a, write::PdfLevel::a1b}) {
        const auto content = read::read_pdf(written(document, level));
        REQUIRE(content);
        CHECK(content.diagnostics.empty());
        REQUIRE(content->sight.pages.size() == document.pages.size());
        for (std::size_t i = 0; i < document.pages.size(); ++i) {
            const pages::Page& page = document.pages[i];
            const pages::SeenPage& seen = content->sight.pages[i];
            CHECK(seen.width == Approx(page.width).margin(0.1));
            CHECK(seen.height == Approx(page.height).margin(0.1));
            CHECK(sorted(words_of(seen)) == sorted(words_of(page)));
            for (const pages::Text& text : page.texts)
                if (!words(text.text).empty() && text.text.front() != ' ') CHECK(is_seen(text, seen));
        }
    }
}

TEST_CASE("the attached data comes out as it went in", "[read-pdf]") {
    const pages::Document document = sample::decision();
    const auto with = read::read_pdf(written(document, write::PdfLevel::a3a));
    REQUIRE(with);
    CHECK(with->attached_document == Bytes(sample::options(write::PdfLevel::a3a).source));
    CHECK_FALSE(with->is_signed);
    CHECK_FALSE(read::read_pdf(written(document, write::PdfLevel::a2a))->attached_document);
}
