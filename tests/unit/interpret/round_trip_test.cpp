// What compose writes, interpret reads.
#include "base/resources.h"
#include "compose/compose.h"
#include "interpret/interpret.h"
#include "support/fixed_measure.h"
#include "support/promises.h"
#include "support/random_document.h"
#include "support/readable.h"
#include "write/json/json_writer.h"

#include <catch2/catch.hpp>

using namespace vanthu;

TEST_CASE("a document comes back from its flow", "[interpret][random]") {
    const auto templates = forms::Templates::load(embedded_resources(), {});
    const auto words = forms::ReadWords::load(embedded_resources());
    REQUIRE(templates);
    REQUIRE(words);
    const std::uint32_t rounds = test::property_rounds(300);
    for (std::uint32_t seed = 1; seed <= rounds; ++seed) {
        const model::Document document = test::readable(
            seed % 4 ? test::random_document(seed) : test::random_other_document(seed), *templates, *words);
        const auto flow = compose::compose(document, *templates, test::FixedMeasure());
        REQUIRE(flow);
        const auto read = interpret::interpret(*flow, {*templates, *words});
        REQUIRE(read);
        INFO("seed " << seed);
        for (const Diagnostic& finding : read.diagnostics) CHECK(finding.code != "read-leftover");
        if (read->document == document) continue;
        REQUIRE(write::write_json(read->document) == write::write_json(document));
    }
}
