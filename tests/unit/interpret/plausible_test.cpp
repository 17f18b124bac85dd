// Documents with texts as offices write them come back exactly from the bytes of their PDF and DOCX, by layout alone.
#include "base/resources.h"
#include "compose/compose.h"
#include "gather/gather.h"
#include "interpret/interpret.h"
#include "jobs/workshop.h"
#include "paginate/paginate.h"
#include "read/docx/docx_reader.h"
#include "read/pdf/pdf_reader.h"
#include "support/plausible_document.h"
#include "support/promises.h"
#include "support/readable.h"
#include "write/docx/docx_writer.h"
#include "write/json/json_writer.h"
#include "write/pdf/pdf_writer.h"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace vanthu;

namespace {

class Bench {
  public:
    model::Document document(std::uint32_t seed) const {
        return test::readable(test::random_plausible_document(seed), workshop_->templates, words_);
    }

    flow::Document flow(const model::Document& document) const {
        return *compose::compose(document, workshop_->templates, workshop_->fonts);
    }

    flow::Document through_pdf(const flow::Document& flow) const {
        write::PdfOptions options;
        options.level = write::PdfLevel::a2a; // nothing attached
        options.colour_profile = workshop_->colour_profile;
        const auto pages = paginate::paginate(flow, workshop_->fonts);
        const auto pdf = write::write_pdf(pages, flow.info, workshop_->fonts, options);
        return *gather::gather(read::read_pdf(*pdf)->sight);
    }

    flow::Document through_docx(const flow::Document& flow) const {
        return read::read_docx(*write::write_docx(flow, ""))->flow;
    }

    /// Where what is read first differs from the document; empty: nowhere.
    std::string difference(const flow::Document& flow, const model::Document& document) const {
        const auto read = interpret::interpret(flow, {workshop_->templates, words_});
        if (!read) return "not read";
        if (read->document == document) return "";
        const std::string wanted = write::write_json(document), got = write::write_json(read->document);
        const auto at = std::mismatch(wanted.begin(), wanted.end(), got.begin(), got.end()).first - wanted.begin();
        const auto from = static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, at - 150));
        return "\nwanted " + wanted.substr(from, 350) + "\ngot    " + got.substr(std::min(from, got.size()), 350);
    }

  private:
    Result<jobs::Workshop> workshop_ = jobs::Workshop::open({});
    forms::ReadWords words_ = *forms::ReadWords::load(embedded_resources());
};

} // namespace

TEST_CASE("a plausible document comes back from its PDF", "[plausible][random][through-pdf]") {
    const Bench bench;
    const std::uint32_t rounds = test::property_rounds(200);
    std::uint32_t exact = 0;
    for (std::uint32_t seed = 1; seed <= rounds; ++seed) {
        const model::Document document = bench.document(seed);
        const std::string difference = bench.difference(bench.through_pdf(bench.flow(document)), document);
        if (!difference.empty()) UNSCOPED_INFO("seed " << seed << difference);
        exact += difference.empty();
    }
    CHECK(exact == rounds);
}

TEST_CASE("a plausible document comes back from its DOCX", "[plausible][random][through-docx]") {
    const Bench bench;
    const std::uint32_t rounds = test::property_rounds(200);
    std::uint32_t exact = 0;
    for (std::uint32_t seed = 1; seed <= rounds; ++seed) {
        const model::Document document = bench.document(seed);
        const std::string difference = bench.difference(bench.through_docx(bench.flow(document)), document);
        if (!difference.empty()) UNSCOPED_INFO("seed " << seed << difference);
        exact += difference.empty();
    }
    CHECK(exact == rounds);
}
