#include "jobs/generate.h"
#include "jobs/read_batch.h"
#include "jobs/workshop.h"
#include "read/json/json_reader.h"
#include "support/files.h"
#include "support/random_document.h"
#include "support/temporary_folder.h"
#include "write/json/json_writer.h"

#include <catch2/catch.hpp>

using namespace vanthu;

namespace fs = std::filesystem;

namespace {

const jobs::ReadingKit& kit() {
    static const Result<jobs::ReadingKit> opened = jobs::ReadingKit::open({});
    return *opened;
}

jobs::Generated made_of(const Bytes& json) {
    static const Result<jobs::Workshop> workshop = jobs::Workshop::open({});
    auto made = jobs::generate(*workshop, json, "x", {});
    REQUIRE(made);
    return std::move(*made);
}

Bytes sample() { return test::file_content(test::source_folder() / "samples" / "one-page.json"); }

std::string refusal(Bytes file) {
    jobs::Reader reader(kit());
    const auto result = reader.read(file, {});
    CHECK_FALSE(result);
    return result.diagnostics.empty() ? "" : result.diagnostics.back().code;
}

jobs::ReadBatchOptions batch_options(unsigned threads) {
    jobs::ReadBatchOptions options;
    options.jobs = threads;
    options.is_stopped = [] { return false; };
    return options;
}

} // namespace

TEST_CASE("everything at once: document, tables and text", "[jobs][reader]") {
    jobs::Reader reader(kit());
    const jobs::Generated made =
        made_of(test::file_content(test::source_folder() / "samples" / "khanh-hoa" / "decision.json"));
    jobs::ReadOptions options;
    options.ignore_attached = true;
    const auto document = reader.read(*made.pdf, options);
    options.wanted = jobs::Wanted::tables;
    const auto tables = reader.read(*made.pdf, options);
    options.wanted = jobs::Wanted::text;
    const auto text = reader.read(*made.pdf, options);
    options.wanted = jobs::Wanted::everything;
    const auto all = reader.read(*made.pdf, options);
    REQUIRE((document && tables && text && all));
    CHECK(all->content == document->content);
    CHECK_FALSE(all->tables.empty());
    CHECK(all->tables.size() == tables->tables.size());
    CHECK(all->text == text->content);
    CHECK(all->pages > 1);
    CHECK(all->trust == 1);
}

TEST_CASE("our own files give back the data that was put into them", "[jobs][reader]") {
    jobs::Reader reader(kit());
    for (const std::uint32_t seed : {1U, 2U, 3U}) {
        const model::Document document = test::random_document(seed);
        const jobs::Generated made = made_of(write::write_json(document));
        for (const Bytes& file : {*made.docx, *made.pdf}) {
            const auto read = reader.read(file, {});
            REQUIRE(read);
            CHECK(read->content == write::write_json(document));
            REQUIRE(read.diagnostics.size() == 1);
            CHECK(read.diagnostics[0].code == "read-attached");
        }
    }
}

TEST_CASE("text and tables are read from the document itself", "[jobs][reader]") {
    jobs::Reader reader(kit());
    const jobs::Generated made = made_of(sample());
    jobs::ReadOptions options;
    options.wanted = jobs::Wanted::text;
    const auto text = reader.read(*made.docx, options);
    REQUIRE(text);
    CHECK(text->content.find("QUYẾT ĐỊNH") != Bytes::npos);
    CHECK(text->content.find("\xC2\xA0") == Bytes::npos);
    options.wanted = jobs::Wanted::tables;
    CHECK(reader.read(*made.docx, options));
}

TEST_CASE("files that are no documents are refused with their reason", "[jobs][reader]") {
    using namespace std::string_literals;
    CHECK(refusal("") == "input-empty");
    CHECK(refusal("\x89PNG\r\n\x1A\n") == "scan-broken");
    CHECK(refusal("PK\x03\x04 a.txt") == "input-archive");
    CHECK(refusal("PK\x03\x04 xl/workbook.xml") == "input-workbook");
    CHECK(refusal("PK\x03\x04 word/document.xml") == "docx-broken");
    CHECK(refusal("%PDF-1.7\n%nothing") == "pdf-broken");
}

TEST_CASE("reading that does not end, or asks for too much, is told as a limit", "[jobs][reader]") {
    sandbox::Limits limits;
    limits.answer_bytes = 100;
    jobs::Reader narrow(kit(), limits);
    const auto result = narrow.read(*made_of(sample()).docx, {});
    REQUIRE_FALSE(result);
    CHECK(result.diagnostics[0].code == "read-too-large");
}

TEST_CASE("a batch is told in its order, good beside bad, and leaves whole files", "[jobs][reader]") {
    const test::TemporaryFolder folder;
    const Bytes docx = *made_of(sample()).docx;
    std::vector<jobs::ReadTask> tasks;
    for (int i = 0; i < 24; ++i) {
        const std::string name = std::to_string(100 + i);
        const fs::path input = folder.add("in/" + name + ".docx", i % 5 == 3 ? "PK\x03\x04 word/" : docx);
        tasks.push_back({{input, {}}, folder.path() / "out" / (name + ".json"), {}});
    }
    const unsigned threads = GENERATE(1U, 3U);
    std::size_t next = 0;
    CHECK(jobs::run_read_batch(kit(), tasks, batch_options(threads), [&](const jobs::Outcome& outcome) {
        CHECK(outcome.file == tasks[next].input.path.string());
        CHECK(outcome.outputs.size() == (next % 5 == 3 ? 0U : 1U));
        CHECK(fs::exists(tasks[next].content) == (next % 5 != 3));
        for (const Diagnostic& finding : outcome.diagnostics) CHECK(finding.place.file == outcome.file);
        ++next;
    }));
    CHECK(next == tasks.size());
    const Bytes json = test::file_content(folder.path() / "out" / "100.json");
    CHECK(read::read_json(json, "x", {kit().schema, {}}));
}

TEST_CASE("results of files beside each other never meet", "[jobs][reader]") {
    const std::vector<jobs::Input> inputs = {
        {"in/a.pdf", {}}, {"in/a.docx", {}}, {"in/b.pdf", "sub"}, {"x/a.pdf", {}}, {"-", {}}};
    const auto targets = jobs::plan_targets(inputs, "out", ".json");
    CHECK(targets == std::vector<fs::path>{"out/a.pdf.json", "out/a.docx.json", "out/sub/b.json", "out/a.pdf-2.json",
                                           "out/document.json"});
}
