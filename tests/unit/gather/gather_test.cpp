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
    // What nothing on the sheet tells is not demanded: a title as wide as the page, a line of an office that happens to
    // break where a new one would begin.
    CHECK(same * 100 >= documents * 97);
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

namespace {

/// A sheet of lines of 14 points, 100 characters of 7 points from the left edge to the right.
class Page {
  public:
    explicit Page(pages::Sight& sight) : page_(sight.pages.emplace_back()) {
        page_.width = 595;
        page_.height = 842;
    }

    Page& line(std::string_view text, double x, double y, double size = 14, Face face = Face::regular) {
        const double space = size / 2;
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t end = std::min(text.find(' ', at), text.size());
            page_.words.push_back(test::word_at(text.substr(at, end - at), x, y, size, measure_, face));
            x = page_.words.back().box.x2 + space;
            at = end + 1;
        }
        return *this;
    }

    /// A line from the left margin, or from `indent` behind it, to the right one: 60 characters in all.
    Page& full(double y, double indent = 0) {
        std::string text = indent > 0 ? "Aaaa" : "aaaa";
        while (text.size() + 5 <= static_cast<std::size_t>((60 * 7 - indent) / 7)) text += " aaaa";
        text.resize(static_cast<std::size_t>((60 * 7 - indent) / 7), 'a');
        return line(text, 85 + indent, y);
    }

  private:
    pages::SeenPage& page_;
    test::FixedMeasure measure_;
};

std::vector<std::string> texts_of(const flow::Document& document, flow::Tag tag) {
    std::vector<std::string> result;
    for (const flow::Sheet& sheet : document.sheets)
        for (const flow::Block& block : sheet.blocks)
            if (const auto* paragraph = std::get_if<flow::Paragraph>(&block))
                if ((document.styles[paragraph->style].tag == flow::Tag::furniture) == (tag == flow::Tag::furniture))
                    result.push_back(test::text_of(*paragraph));
    return result;
}

} // namespace

TEST_CASE("a paragraph goes on over the page turn, furniture comes behind it", "[gather]") {
    pages::Sight sight;
    Page(sight).full(100, 35).full(116).full(140, 35).full(156).full(172);
    Page(sight).line("2", 292, 50).full(100).line("end.", 85, 116).full(140, 35).full(156);
    const auto flow = gather::gather(sight);
    REQUIRE(flow);
    REQUIRE(flow->sheets.size() == 1);
    const auto& blocks = flow->sheets[0].blocks;
    REQUIRE(blocks.size() == 4);
    const auto& crossing = std::get<flow::Paragraph>(blocks[1]);
    CHECK(test::text_of(crossing).ends_with("end."));
    const flow::Origin& origin = flow->origins.at(crossing.origin - 1);
    REQUIRE(origin.spots.size() == 2);
    CHECK(origin.spots[0].page == 1);
    CHECK(origin.spots[1].page == 2);
    CHECK(std::count(origin.raw.begin(), origin.raw.end(), '\n') == 4);
    CHECK(texts_of(*flow, flow::Tag::furniture) == std::vector<std::string>{"2"});
    REQUIRE(flow.diagnostics.size() == 1);
    CHECK(flow.diagnostics[0].code == "furniture-dropped");
}

TEST_CASE("small print of a signing program above the text is furniture", "[gather]") {
    pages::Sight sight;
    Page(sight)
        .line("Signed by: Office", 400, 30, 8)
        .line("Time: 1.1.2026", 400, 40, 8)
        .full(100, 35)
        .full(116)
        .full(132);
    const auto flow = gather::gather(sight);
    REQUIRE(flow);
    CHECK(texts_of(*flow, flow::Tag::furniture).size() == 2);
    CHECK(texts_of(*flow, flow::Tag::paragraph).size() == 1);
}

TEST_CASE("heads that differ in their digits are furniture on every page", "[gather]") {
    pages::Sight sight;
    for (int page = 0; page < 4; ++page)
        Page(sight)
            .line(page % 2 ? "GAZETTE/No 7 + 8 " + std::to_string(page + 12)
                           : std::to_string(page + 12) + " GAZETTE/No 7 + 8",
                  85, 50)
            .full(100, 35)
            .full(116)
            .full(140, 35);
    const auto flow = gather::gather(sight);
    REQUIRE(flow);
    CHECK(texts_of(*flow, flow::Tag::furniture).size() == 4);
    CHECK(flow->sheets.size() == 1);
}

TEST_CASE("recipients and signer stand side by side", "[gather]") {
    pages::Sight sight;
    Page(sight)
        .full(100, 35)
        .full(116)
        .full(132)
        .line("Recipients:", 85, 180, 12, Face::bold_italic)
        .line("CHAIRMAN", 370, 182, 14, Face::bold)
        .line("- Aaaa bbbb cccc", 85, 194, 11)
        .line("dddd;", 85, 206, 11)
        .line("- Eeee.", 85, 218, 11)
        .line("Nguyen Van A", 356, 260, 14, Face::bold);
    const auto flow = gather::gather(sight);
    REQUIRE(flow);
    const auto& table = std::get<flow::Table>(flow->sheets.at(0).blocks.back());
    CHECK(table.kind == flow::TableKind::signature);
    const auto& cells = table.rows.at(0).cells;
    REQUIRE(cells.size() == 2);
    REQUIRE(cells[0].content.size() == 3);
    CHECK(test::text_of(std::get<flow::Paragraph>(cells[0].content[1])) == "- Aaaa bbbb cccc dddd;");
    CHECK(cells[1].content.size() == 2);
}
