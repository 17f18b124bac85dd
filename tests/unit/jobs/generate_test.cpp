#include "jobs/generate.h"
#include "support/files.h"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace vanthu;

namespace {

const jobs::Workshop& workshop() {
    static const Result<jobs::Workshop> opened = jobs::Workshop::open({});
    return *opened;
}

std::string sample(const char* name) { return test::file_content(test::source_folder() / "samples" / name); }

std::string replaced(std::string text, const std::string& old_words, const std::string& new_words) {
    const std::size_t at = text.find(old_words);
    REQUIRE(at != text.npos);
    return text.replace(at, old_words.size(), new_words);
}

} // namespace

TEST_CASE("only what is asked for is made", "[generate]") {
    const auto pdf = jobs::generate(workshop(), sample("one-page.json"), "x.json", {.docx = false});
    REQUIRE(pdf);
    CHECK(pdf->pdf->starts_with("%PDF-"));
    CHECK_FALSE(pdf->docx);
    const auto docx = jobs::generate(workshop(), sample("one-page.json"), "x.json", {.pdf = false});
    REQUIRE(docx);
    CHECK(docx->docx->starts_with("PK"));
    CHECK_FALSE(docx->pdf);
}

TEST_CASE("decomposed input gives the same files as composed", "[generate]") {
    const std::string composed = sample("one-page.json");
    const std::string decomposed = replaced(composed, "ề", "e\xCC\x82\xCC\x80");
    const auto first = jobs::generate(workshop(), composed, "x.json", {});
    const auto second = jobs::generate(workshop(), decomposed, "x.json", {});
    REQUIRE(first);
    REQUIRE(second);
    CHECK(first->pdf == second->pdf);
    CHECK(first->docx == second->docx);
}

TEST_CASE("findings of the rules know file and line", "[generate]") {
    const auto made = jobs::generate(workshop(), sample("khanh-hoa/decision.json"), "seed.json", {.pdf = false});
    REQUIRE(made);
    REQUIRE_FALSE(made.diagnostics.empty());
    for (const Diagnostic& finding : made.diagnostics) {
        CHECK(finding.severity != Severity::error);
        CHECK(finding.place.file == "seed.json");
        CHECK(finding.place.line > 1);
    }
}

TEST_CASE("a document of an unknown kind, or of nobody, is refused", "[generate]") {
    const std::string good = sample("one-page.json");
    const auto unknown = jobs::generate(workshop(), replaced(good, "\"decision\"", "\"poem\""), "x.json", {});
    REQUIRE_FALSE(unknown);
    CHECK(unknown.diagnostics.back().code == "unknown-kind");
    CHECK(unknown.diagnostics.back().place.file == "x.json");

    const std::size_t issuer = good.find("\"issuer\"");
    const std::string nobody = std::string(good).erase(issuer, good.find("},", issuer) + 2 - issuer);
    const auto made = jobs::generate(workshop(), nobody, "x.json", {});
    REQUIRE_FALSE(made);
    const bool told = std::any_of(made.diagnostics.begin(), made.diagnostics.end(), [](const Diagnostic& diagnostic) {
        return diagnostic.code == "missing-field" && diagnostic.place.pointer == "/issuer";
    });
    CHECK(told);
}
