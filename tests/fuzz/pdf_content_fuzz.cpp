// Any bytes as the content of a page: words, lines and pictures that keep the promises of pages::Sight.
#include "read/pdf/pdf_reader.h"
#include "support/make_pdf.h"
#include "text/unicode.h"

#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

using namespace vanthu;

namespace {

void require(bool condition, const char* what) {
    if (condition) return;
    std::fprintf(stderr, "broken promise: %s\n", what);
    std::abort();
}

bool is_finite(const pages::Box& box) {
    return std::isfinite(box.x1) && std::isfinite(box.y1) && std::isfinite(box.x2) && std::isfinite(box.y2) &&
           box.x1 <= box.x2 && box.y1 <= box.y2;
}

void require_sound(const pages::SeenPage& page, std::size_t fonts) {
    for (const pages::Word& word : page.words) {
        require(!word.text.empty() && text::to_nfc(word.text) == word.text, "words are NFC and not empty");
        require(is_finite(word.box) && word.font < fonts, "words have a place and a font");
        require(word.trust >= 0 && word.trust <= 1, "trust is a share");
    }
    for (const pages::Line& line : page.lines) {
        require(line.x1 == line.x2 || line.y1 == line.y2, "lines are horizontal or vertical");
        require(std::isfinite(line.x1 + line.x2 + line.y1 + line.y2), "lines have a place");
    }
    for (const pages::Picture& picture : page.pictures) require(is_finite(picture.box), "pictures have a place");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view content(reinterpret_cast<const char*>(data), size);
    read::PdfLimits limits;
    limits.operators = 20'000;
    const auto read = read::read_pdf(test::page_pdf(content, "/XObject <</X 3 0 R>>"), limits);
    if (!read) return 0; // the bytes may end the stream and break the file around it
    for (const pages::SeenPage& page : read->sight.pages) require_sound(page, read->sight.fonts.size());
    return 0;
}
