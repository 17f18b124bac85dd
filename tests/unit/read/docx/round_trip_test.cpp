// What vanthu writes as DOCX comes back as the flow it was: texts, weights, alignment, tables, sheets.
#include "compose/compose.h"
#include "jobs/workshop.h"
#include "read/docx/docx_reader.h"
#include "support/random_document.h"
#include "text/binding.h"
#include "write/docx/docx_writer.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

using namespace vanthu;

namespace {

const jobs::Workshop& workshop() {
    static const Result<jobs::Workshop> opened = jobs::Workshop::open({});
    return *opened;
}

/// "C[B:bold][BI:both][:plain]": alignment, then the stretches of equal weight.
std::string seen(const flow::Paragraph& paragraph, const flow::Document& document) {
    const flow::ParagraphStyle& style = document.styles[paragraph.style];
    std::string result = style.boxed ? "" : std::string(1, "LCRJ"[static_cast<int>(style.align)]);
    std::string face = "none";
    for (const flow::Run& run : paragraph.runs) {
        const flow::CharacterStyle* own = run.style ? &document.character_styles[run.style - 1U] : nullptr;
        const bool bold = style.bold || (own && own->bold);
        const bool italic = style.italic || (own && own->italic);
        const std::string next = std::string(bold ? "B" : "") + (italic ? "I" : "");
        if (next != face) result += (face == "none" ? "[" : "][") + next + ":";
        face = next;
        // Blanks for what is filled in by hand are single spaces when they are read.
        for (const char c : text::unbind(run.text))
            if (c != ' ' || result.back() != ' ') result += c;
    }
    if (result.back() == ' ') result.pop_back();
    return result + "]";
}

void collect(const std::vector<flow::Content>& contents, const flow::Document& document,
             std::vector<std::string>& lines) {
    for (const flow::Content& content : contents) {
        const auto* paragraph = std::get_if<flow::Paragraph>(&content);
        if (!paragraph || paragraph->runs.empty()) continue;
        // A box is set by its borders: alignment says where the box stands.
        std::string line = seen(*paragraph, document);
        lines.push_back(line.substr(line.find('[')));
    }
}

std::vector<std::string> seen(const flow::Document& document) {
    std::vector<std::string> lines;
    for (const flow::Sheet& sheet : document.sheets) {
        lines.push_back("sheet " + std::to_string(std::lround(sheet.page.width)) + "x" +
                        std::to_string(std::lround(sheet.page.height)) + " " +
                        std::to_string(std::lround(sheet.page.left)));
        collect(sheet.first_header, document, lines);
        collect(sheet.first_footer, document, lines);
        for (const flow::Block& block : sheet.blocks) {
            if (const auto* paragraph = std::get_if<flow::Paragraph>(&block); paragraph && !paragraph->runs.empty())
                lines.push_back(seen(*paragraph, document));
            const auto* table = std::get_if<flow::Table>(&block);
            if (!table) continue;
            lines.push_back("table " + std::to_string(static_cast<int>(table->kind)) + " columns " +
                            std::to_string(table->widths.size()) + " " + table->title);
            for (const flow::Row& row : table->rows) {
                lines.push_back(row.kind == flow::RowKind::header ? "header row" : "row");
                for (const flow::Cell& cell : row.cells) {
                    lines.push_back("cell " + std::to_string(cell.span) + " " + std::to_string(cell.row_span));
                    collect(cell.content, document, lines);
                }
            }
        }
    }
    return lines;
}

void check_round_trip(const model::Document& document) {
    const auto flow = compose::compose(document, workshop().templates, workshop().fonts);
    if (!flow) return; // a table that no sheet can hold
    const auto docx = write::write_docx(*flow, "{\"a\": \"]]>\"}");
    REQUIRE(docx);
    const auto read = read::read_docx(*docx);
    REQUIRE(read);
    CHECK(read->attached_document == "{\"a\": \"]]>\"}");
    CHECK(read.diagnostics.empty());
    const std::vector<std::string> wanted = seen(*flow);
    const std::vector<std::string> found = seen(read->flow);
    const auto [there, here] = std::mismatch(found.begin(), found.end(), wanted.begin(), wanted.end());
    CHECK((there == found.end() ? "nothing more" : *there) == (here == wanted.end() ? "nothing more" : *here));
}

} // namespace

TEST_CASE("our own DOCX comes back as its flow", "[read][docx]") {
    for (std::uint32_t seed = 1; seed <= 300; ++seed) {
        CAPTURE(seed);
        check_round_trip(test::random_document(seed));
    }
    for (std::uint32_t seed = 1; seed <= 100; ++seed) {
        CAPTURE(seed);
        check_round_trip(test::random_other_document(seed));
    }
}
