#include "compose/compose.h"
#include "fonts/font_set.h"
#include "forms/templates.h"
#include "gather/gather.h"
#include "paginate/paginate.h"
#include "support/fixed_measure.h"
#include "support/flow_text.h"
#include "support/promises.h"
#include "support/random_document.h"
#include "support/sight_of.h"
#include "text/unicode.h"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace vanthu;

namespace {

std::string plain(const flow::Paragraph& paragraph) {
    std::string text = test::text_of(paragraph);
    // Where a line ended at a dash or an abbreviation nothing on the sheet tells whether a space stood there.
    std::string result;
    for (const char c : text)
        if (c != ' ') result += c;
    return result;
}

/// Letters with the weight and slant they are set in.
std::string looks(const flow::Document& document, const flow::Paragraph& paragraph) {
    const flow::ParagraphStyle& style = document.styles[paragraph.style];
    std::string result = style.align == flow::Align::centre || style.boxed || style.red ? "centre " : "";
    char last = 0;
    for (const flow::Run& run : paragraph.runs) {
        const bool empty = std::all_of(run.text.begin(), run.text.end(), [](char c) {
            return !std::isalnum(static_cast<unsigned char>(c)) && static_cast<unsigned char>(c) < 0x80;
        });
        if (empty) continue;
        const flow::CharacterStyle* own = run.style ? &document.character_styles[run.style - 1u] : nullptr;
        const bool bold = style.bold || (own && own->bold);
        const bool italic = style.italic || (own && own->italic);
        const char look = bold && italic ? 'Z' : bold ? 'B' : italic ? 'I' : 'r';
        if (look != last) result += look;
        last = look;
    }
    return result;
}

struct Seen {
    std::vector<std::string> texts, looks;
};

void add(const flow::Document& document, const flow::Paragraph& paragraph, Seen& seen) {
    const std::string text = plain(paragraph);
    if (text.empty() || document.styles[paragraph.style].tag == flow::Tag::furniture) return;
    seen.texts.push_back(text);
    seen.looks.push_back(looks(document, paragraph));
}

/// Paragraphs of a sheet; the sides of a letterhead or signature one after the other, however many rows they have.
Seen seen(const flow::Document& document, const flow::Sheet& sheet) {
    Seen result;
    for (const flow::Content& content : sheet.first_header)
        if (const auto* paragraph = std::get_if<flow::Paragraph>(&content)) add(document, *paragraph, result);
    for (const flow::Block& block : sheet.blocks) {
        if (const auto* paragraph = std::get_if<flow::Paragraph>(&block)) add(document, *paragraph, result);
        const auto* table = std::get_if<flow::Table>(&block);
        if (!table) continue;
        if (table->kind == flow::TableKind::data) {
            result.texts.push_back("[table]");
            result.looks.push_back("");
            continue;
        }
        for (std::size_t side = 0; side < 2; ++side) {
            Seen cell;
            for (const flow::Row& row : table->rows)
                for (const flow::Content& content : row.cells[side].content)
                    if (const auto* paragraph = std::get_if<flow::Paragraph>(&content)) add(document, *paragraph, cell);
            if (side == 1 && table->kind == flow::TableKind::signature && cell.texts.size() > 1) {
                // Lines of the office may be one paragraph or several: nothing on the sheet tells.
                for (std::size_t i = 1; i + 1 < cell.texts.size();) {
                    cell.texts[0] += cell.texts[i];
                    cell.texts.erase(cell.texts.begin() + 1);
                    cell.looks.erase(cell.looks.begin() + 1);
                }
            }
            result.texts.insert(result.texts.end(), cell.texts.begin(), cell.texts.end());
            result.looks.insert(result.looks.end(), cell.looks.begin(), cell.looks.end());
        }
    }
    for (const flow::Content& content : sheet.first_footer)
        if (const auto* paragraph = std::get_if<flow::Paragraph>(&content)) add(document, *paragraph, result);
    return result;
}

/// All letters of a flow.
std::string letters(const flow::Document& document) {
    std::string result;
    const auto take = [&](const flow::Paragraph& paragraph) {
        for (const flow::Run& run : paragraph.runs)
            for (const char c : run.text)
                if (c != ' ') result += c;
    };
    const auto take_content = [&](const std::vector<flow::Content>& contents) {
        for (const flow::Content& content : contents)
            if (const auto* paragraph = std::get_if<flow::Paragraph>(&content)) take(*paragraph);
    };
    for (const flow::Sheet& sheet : document.sheets) {
        take_content(sheet.first_header);
        take_content(sheet.first_footer);
        for (const flow::Block& block : sheet.blocks) {
            if (const auto* paragraph = std::get_if<flow::Paragraph>(&block)) take(*paragraph);
            if (const auto* table = std::get_if<flow::Table>(&block))
                for (const flow::Row& row : table->rows)
                    for (const flow::Cell& cell : row.cells) take_content(cell.content);
        }
    }
    std::sort(result.begin(), result.end());
    return result;
}

std::string letters(const pages::Sight& sight) {
    std::string result;
    for (const pages::SeenPage& page : sight.pages)
        for (const pages::Word& word : page.words) result += word.text;
    std::sort(result.begin(), result.end());
    return result;
}

} // namespace

namespace {

/// Composes, sets and gathers random documents; what does not come back the same is told.
void check_round_trips(const Measure& measure, std::uint32_t otherwise) {
    const auto templates = forms::Templates::load(embedded_resources(), {});
    const std::uint32_t rounds = test::property_rounds(otherwise);
    std::size_t same = 0, documents = 0;
    std::string failures;
    for (std::uint32_t seed = 1; seed <= rounds; ++seed) {
        INFO("seed " << seed);
        const auto flow = compose::compose(seed % 4 ? test::random_document(seed) : test::random_other_document(seed),
                                           *templates, measure);
        REQUIRE(flow);
        const auto back = gather::gather(test::sight_of(paginate::paginate(*flow, measure), measure));
        REQUIRE(back);
        ++documents;
        bool tables = false;
        for (const flow::Sheet& sheet : flow->sheets)
            for (const flow::Block& block : sheet.blocks) {
                const auto* table = std::get_if<flow::Table>(&block);
                tables = tables || (table && table->kind == flow::TableKind::data);
            }
        const pages::Sight sight = test::sight_of(paginate::paginate(*flow, measure), measure);
        if (!tables) CHECK(letters(*back) == letters(sight)); // repeated headers of tables are dropped
        bool equal = back->sheets.size() == flow->sheets.size();
        std::string why =
            equal ? ""
                  : "sheets " + std::to_string(back->sheets.size()) + " for " + std::to_string(flow->sheets.size());
        for (std::size_t i = 0; i < flow->sheets.size() && equal; ++i) {
            const Seen wanted = seen(*flow, flow->sheets[i]);
            const Seen got = seen(*back, back->sheets[i]);
            for (std::size_t k = 0; k < std::max(wanted.texts.size(), got.texts.size()) && equal; ++k) {
                const std::string w = k < wanted.texts.size() ? wanted.texts[k] : "(none)";
                const std::string g = k < got.texts.size() ? got.texts[k] : "(none)";
                if (w != g)
                    equal = false, why = "\n want " + w + "\n got  " + g;
                else if (wanted.looks[k] != got.looks[k])
                    equal = false, why = w + "\n want " + wanted.looks[k] + "\n got  " + got.looks[k];
            }
        }
        same += equal ? 1 : 0;
        if (!equal) failures += "seed " + std::to_string(seed) + " " + why + "\n";
    }
    INFO(failures);
    CHECK(same == documents);
}

} // namespace

TEST_CASE("any document of ours is gathered as it was composed", "[gather][property]") {
    check_round_trips(test::FixedMeasure(), 200);
}

TEST_CASE("any document of ours in real type is gathered as it was composed", "[gather][property]") {
    const auto fonts = fonts::FontSet::load(embedded_resource("fonts/manifest.xml"), "");
    REQUIRE(fonts);
    check_round_trips(*fonts, 100);
}
