// Promises that hold for any document: no word lost, nothing outside the margins, a header on each sheet of a table.
#include "compose/compose.h"
#include "forms/templates.h"
#include "paginate/paginate.h"
#include "support/fixed_measure.h"
#include "support/flow_text.h"
#include "support/promises.h"
#include "support/random_document.h"

#include <catch2/catch.hpp>

using namespace vanthu;

TEST_CASE("any document: no word lost, nothing outside the margins, headers repeated", "[paginate][property]") {
    const auto templates = forms::Templates::load(embedded_resources(), {});
    const test::FixedMeasure measure;
    const std::uint32_t rounds = test::property_rounds(300);
    for (std::uint32_t seed = 1; seed <= rounds; ++seed) {
        INFO("seed " << seed);
        const auto flow = compose::compose(seed % 4 ? test::random_document(seed) : test::random_other_document(seed),
                                           *templates, measure);
        REQUIRE(flow);
        const pages::Document pages = paginate::paginate(*flow, measure);
        // Letters are compared: a word wider than its column is broken, and only then.
        std::string placed;
        for (const std::string& word : test::words(pages)) placed += word;
        const bool all_letters = test::letters(placed) == test::letters(test::all_text(*flow));
        REQUIRE(all_letters);
        test::check_margins(pages, templates->pages.at("portrait"), measure);
        test::check_headers(pages, *flow);
    }
}
