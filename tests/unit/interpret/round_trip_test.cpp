// What compose writes, interpret reads: from the flow itself, from its DOCX, from its pages.
#include "base/resources.h"
#include "compose/compose.h"
#include "gather/gather.h"
#include "interpret/interpret.h"
#include "jobs/workshop.h"
#include "paginate/paginate.h"
#include "read/docx/docx_reader.h"
#include "support/files.h"
#include "support/fixed_measure.h"
#include "support/json.h"
#include "support/promises.h"
#include "support/random_document.h"
#include "support/readable.h"
#include "support/sight_of.h"
#include "write/docx/docx_writer.h"
#include "write/json/json_writer.h"

#include <catch2/catch.hpp>

using namespace vanthu;

namespace {

struct Workbench {
    forms::Templates templates = *forms::Templates::load(embedded_resources(), {});
    forms::ReadWords words = *forms::ReadWords::load(embedded_resources());

    model::Document document(std::uint32_t seed) const {
        return test::readable(seed % 4 ? test::random_document(seed) : test::random_other_document(seed), templates,
                              words);
    }

    flow::Document flow(const model::Document& document) const {
        return *compose::compose(document, templates, test::FixedMeasure());
    }

    /// What is seen of the document's pages in the faces that it is really set in.
    flow::Document seen(const model::Document& document) const {
        const auto workshop = jobs::Workshop::open({});
        const Measure& measure = workshop->fonts;
        const auto flow = compose::compose(document, templates, measure);
        return *gather::gather(test::sight_of(paginate::paginate(*flow, measure), measure));
    }

    void check(const flow::Document& flow, const model::Document& document) const {
        const auto read = interpret::interpret(flow, {templates, words});
        REQUIRE(read);
        if (read->document == document) return;
        REQUIRE(write::write_json(read->document) == write::write_json(document));
    }
};

flow::Document through_docx(const flow::Document& flow) {
    return read::read_docx(*write::write_docx(flow, "{}"))->flow;
}

} // namespace

TEST_CASE("a document comes back from its flow", "[interpret][random]") {
    const Workbench bench;
    const std::uint32_t rounds = test::property_rounds(300);
    for (std::uint32_t seed = 1; seed <= rounds; ++seed) {
        INFO("seed " << seed);
        const model::Document document = bench.document(seed);
        const flow::Document flow = bench.flow(document);
        const auto read = interpret::interpret(flow, {bench.templates, bench.words});
        for (const Diagnostic& finding : read.diagnostics) CHECK(finding.code != "read-leftover");
        bench.check(flow, document);
    }
}

TEST_CASE("a document comes back from its DOCX", "[interpret][random][through-docx]") {
    const Workbench bench;
    const std::uint32_t rounds = test::property_rounds(60);
    for (std::uint32_t seed = 1; seed <= rounds; ++seed) {
        INFO("seed " << seed);
        const model::Document document = bench.document(seed);
        bench.check(through_docx(bench.flow(document)), document);
    }
}

TEST_CASE("the samples come back from their pages", "[interpret][through-pages]") {
    const Workbench bench;
    for (const char* name : {"one-page", "marks", "draft", "long-subject", "sixty-recipients", "letter", "resolution",
                             "khanh-hoa/decision"}) {
        INFO(name);
        const auto sample =
            test::read_json(test::file_content(test::source_folder() / "samples" / (std::string(name) + ".json")));
        REQUIRE(sample);
        const model::Document document = test::readable(*sample, bench.templates, bench.words);
        bench.check(bench.flow(document), document);
        bench.check(through_docx(bench.flow(document)), document);
        bench.check(bench.seen(document), document);
    }
}
