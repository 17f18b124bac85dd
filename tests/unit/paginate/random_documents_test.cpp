// Promises that hold for any document: no word lost, nothing outside the margins, a header on each sheet of a table.
#include "compose/compose.h"
#include "forms/templates.h"
#include "paginate/paginate.h"
#include "support/fixed_measure.h"
#include "support/flow_text.h"
#include "support/random_document.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdlib>

using namespace vanthu;

namespace {

std::uint32_t rounds() {
    const char* wanted = std::getenv("VANTHU_PROPERTY_ROUNDS");
    return wanted ? static_cast<std::uint32_t>(std::strtoul(wanted, nullptr, 10)) : 300;
}

std::vector<std::string> words_of(const flow::Document& flow) {
    std::vector<std::string> result;
    const auto split = [&](const std::string& text) {
        for (std::size_t i = 0; i < text.size();) {
            const std::size_t end = std::min(text.find(' ', i), text.size());
            if (end > i) result.push_back(text.substr(i, end - i));
            i = end + 1;
        }
    };
    for (const flow::Sheet& sheet : flow.sheets) {
        for (const std::string& text : test::paragraphs(sheet)) split(text);
        for (const auto* furniture : {&sheet.first_header, &sheet.first_footer})
            for (const flow::Content& content : *furniture)
                if (const auto* paragraph = std::get_if<flow::Paragraph>(&content)) split(test::text_of(*paragraph));
    }
    return result;
}

std::string joined(std::vector<std::string> words) {
    std::sort(words.begin(), words.end());
    std::string result;
    for (const std::string& word : words) result += word;
    std::sort(result.begin(), result.end());
    return result;
}

void check_margins(const pages::Document& pages, const flow::PageSetup& setup) {
    const test::FixedMeasure measure;
    for (const pages::Page& page : pages.pages) {
        for (const pages::Text& text : page.texts) {
            if (text.text.empty()) continue;
            std::string visible = text.text;
            visible.erase(visible.find_last_not_of(' ') + 1);
            const double spaces = static_cast<double>(std::count(visible.begin(), visible.end(), ' '));
            const double right = text.x + measure.width(visible, text.face, text.size) + spaces * text.word_gap;
            INFO(text.text);
            CHECK(text.x >= setup.left - 0.01);
            CHECK(right <= page.width - setup.right + 0.01);
            CHECK(text.y <= page.height - setup.bottom + 0.01);
        }
    }
}

} // namespace

TEST_CASE("any document: no word lost, nothing outside the margins", "[paginate][property]") {
    const auto templates = forms::Templates::load(embedded_resources(), {});
    const test::FixedMeasure measure;
    for (std::uint32_t seed = 1; seed <= rounds(); ++seed) {
        INFO("seed " << seed);
        model::Document document = test::random_document(seed);
        if (document.issuer.name.empty()) document.issuer.name = "CƠ QUAN";
        const auto flow = compose::compose(document, *templates, measure);
        REQUIRE(flow);
        const pages::Document pages = paginate::paginate(*flow, measure);
        // Letters are compared: a word wider than its column is broken, and only then.
        const bool all_words = joined(test::words(pages)) == joined(words_of(*flow));
        REQUIRE(all_words);
        check_margins(pages, templates->pages.at("portrait"));
    }
}
