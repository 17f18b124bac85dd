// Promises that hold for any document as it leaves the program: each letter of its pages is in the PDF that poppler
// reads and each letter of its flow in the DOCX, nothing stands outside the margins, and foreign readers have no
// complaint.
#include "compose/compose.h"
#include "jobs/generate.h"
#include "paginate/paginate.h"
#include "read/json/json_reader.h"
#include "support/promises.h"
#include "support/random_document.h"
#include "unit/ooxml/opened_package.h"
#include "unit/write/pdf/tools.h"
#include "write/json/json_writer.h"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace vanthu;

namespace {

const jobs::Workshop& workshop() {
    static const Result<jobs::Workshop> opened = jobs::Workshop::open({});
    return *opened;
}

std::u32string docx_letters(const Bytes& docx) {
    const tests::OpenedPackage package(docx);
    std::string text;
    for (const std::string& name : package.names())
        if (name.ends_with(".xml") || name.ends_with(".rels"))
            for (const std::string& run : package.strings(name, "//w:t[not(ancestor::w:fldSimple)]")) text += run;
    return test::letters(text);
}

std::u32string pdf_letters(const std::string& file) {
    return test::letters(sample::output_of("pdftotext -raw " + file + " - 2>&1"));
}

std::u32string page_letters(const pages::Document& pages) {
    std::string text;
    for (const pages::Page& page : pages.pages)
        for (const pages::Text& piece : page.texts) text += piece.text;
    return test::letters(text);
}

/// Some documents of chance have a table that no sheet can hold.
bool is_too_wide(const Diagnostics& diagnostics) {
    return std::any_of(diagnostics.begin(), diagnostics.end(),
                       [](const Diagnostic& d) { return d.code == "table-too-wide"; });
}

void check_document(const model::Document& document, const Bytes& json, const jobs::Generated& made, bool by_qpdf) {
    const sample::TemporaryFolder folder;
    const auto flow = compose::compose(document, workshop().templates, workshop().fonts);
    REQUIRE(flow);
    const pages::Document pages = paginate::paginate(*flow, workshop().fonts);
    const std::string pdf = folder.file("made.pdf", *made.pdf);
    const bool same_in_pdf = pdf_letters(pdf) == page_letters(pages);
    CHECK(same_in_pdf);
    const bool same_in_docx = docx_letters(*made.docx) == test::letters(test::all_text(*flow));
    CHECK(same_in_docx);
    test::check_margins(pages, workshop().templates.pages.at("portrait"), workshop().fonts);
    test::check_headers(pages, *flow);
    CHECK(made.pdf->size() > json.size() / 4); // the data is attached, deflated
    if (by_qpdf) CHECK_NOTHROW(sample::output_of("qpdf --check " + pdf + " 2>&1"));
}

} // namespace

TEST_CASE("any document: PDF and DOCX hold it whole", "[generate][property][tools]") {
    const std::uint32_t rounds = test::property_rounds(200);
    constexpr std::uint32_t qpdf_every = 10;
    std::uint32_t refused = 0;
    for (std::uint32_t seed = 1; seed <= rounds; ++seed) {
        INFO("seed " << seed);
        const Bytes json =
            write::write_json(seed % 4 ? test::random_document(seed) : test::random_other_document(seed));
        const auto made = jobs::generate(workshop(), json, "random.json", {});
        if (!made) {
            REQUIRE(is_too_wide(made.diagnostics));
            ++refused;
            continue;
        }
        const auto covers = [](char32_t character) { return workshop().fonts.covers(character); };
        check_document(*read::read_json(json, "random.json", {workshop().schema, covers}), json, *made,
                       seed % qpdf_every == 0);
    }
    CHECK(refused * 5 <= rounds);
}
