#include "jobs/convert_journal.h"

#include "jobs/entry_reader.h"
#include "jobs/files.h"
#include "support/files.h"
#include "support/temporary_folder.h"
#include "write/report/entry_json.h"

#include <catch2/catch.hpp>

#include <fstream>

using namespace vanthu;
using jobs::ConvertJournal;

namespace {

write::FileEntry full_entry() {
    write::FileEntry entry;
    entry.file = "năm 2024/\xE2 \x01\".pdf";
    entry.size = 123456789012;
    entry.modified = 1712345678901234567;
    entry.sha512 = std::string(128, 'a');
    entry.name = "năm 2024/\xE2";
    entry.state = write::FileState::doubtful;
    entry.recognised = {"Quyết định", "52", "QĐ-UBND", "2024-03-05", "UBND", "Về việc", 2, 40, 16, 0.875};
    entry.findings = {{"read-missing", Severity::warning, {{"field", "/number"}}, {.page = 3, .box = {1, 2, 3, 4}}},
                      {"x", Severity::error, {}, {.line = 4, .pointer = "/a", .part = "p", .page = 1, .pages = {1, 2}}}};
    entry.findings_left_out = 7;
    entry.made = {"json", "pdf"};
    entry.not_made = {{"docx", {{"no-body", Severity::error, {}, {}}}}};
    entry.checks = {{"pdf", {100, 99, 98, 2, {"mất"}, {"thêm", "nữa"}}}};
    entry.pictures = {{3, "report-pictures/a-3.png"}};
    return entry;
}

write::FileEntry named(const std::string& file) {
    write::FileEntry entry;
    entry.file = file;
    entry.sha512 = "1";
    return entry;
}

} // namespace

TEST_CASE("An entry is read as it was written", "[convert]") {
    const write::FileEntry entry = full_entry();
    const std::string line = write::entry_json(entry);
    CHECK(line.find('\n') == line.npos);
    CHECK(jobs::read_entry(line) == entry);
}

TEST_CASE("A name in another normal form stays the name that it is", "[convert]") {
    const write::FileEntry entry = named("Quye\xCC\x82\xCC\x81t.pdf");
    CHECK(write::shown_path(entry.file) == "Quyết.pdf");
    CHECK(jobs::read_entry(write::entry_json(entry))->file == entry.file);
}

TEST_CASE("No part of a line is taken for an entry", "[convert]") {
    const std::string line = write::entry_json(full_entry());
    for (std::size_t length = 0; length < line.size(); ++length) CHECK_FALSE(jobs::read_entry(line.substr(0, length)));
}

TEST_CASE("A journal remembers, and the last line of a file counts", "[convert]") {
    const test::TemporaryFolder folder;
    {
        auto journal = ConvertJournal::open(folder.path() / "out", false);
        REQUIRE(journal);
        journal->add(named("a"));
        journal->add(named("b"));
        write::FileEntry again = named("a");
        again.sha512 = "2";
        CHECK(journal->add(again).empty());
    }
    const auto journal = ConvertJournal::open(folder.path() / "out", true);
    REQUIRE(journal);
    CHECK(journal->entries().size() == 2);
    CHECK(journal->entries().at("a").sha512 == "2");
}

TEST_CASE("Half a last line is taken off, a damaged one in the middle left aside", "[convert]") {
    const test::TemporaryFolder folder;
    const auto path = folder.path() / "out" / ConvertJournal::file_name;
    {
        auto journal = ConvertJournal::open(folder.path() / "out", false);
        journal->add(named("a"));
    }
    const std::string whole = test::file_content(path);
    std::ofstream(path, std::ios::app) << "rubbish\n" << write::entry_json(named("b")) << "\n{\"file\":\"c\",\"si";
    {
        auto journal = ConvertJournal::open(folder.path() / "out", true);
        REQUIRE(journal);
        CHECK(journal->entries().size() == 2);
        journal->add(named("d"));
    }
    CHECK(ConvertJournal::open(folder.path() / "out", true)->entries().size() == 3);
}

TEST_CASE("A folder is begun once, and not where other files are", "[convert]") {
    const test::TemporaryFolder folder;
    const auto code = [](const Result<ConvertJournal>& journal) {
        return journal ? std::string() : journal.diagnostics.front().code;
    };
    {
        auto journal = ConvertJournal::open(folder.path() / "out", false);
        CHECK(code(ConvertJournal::open(folder.path() / "out", true)) == "convert-busy");
        journal->add(named("a"));
    }
    CHECK(code(ConvertJournal::open(folder.path() / "out", false)) == "convert-begun");
    std::filesystem::create_directories(folder.path() / "other");
    std::ofstream(folder.path() / "other" / "x") << "x";
    CHECK(code(ConvertJournal::open(folder.path() / "other", true)) == "convert-not-empty");
}

TEST_CASE("What a killed run began is removed", "[convert]") {
    const test::TemporaryFolder folder;
    { const auto journal = ConvertJournal::open(folder.path() / "out", false); }
    const auto left = folder.path() / "out" / "sub" / ".vanthu-12-3.tmp";
    std::filesystem::create_directories(left.parent_path());
    std::ofstream(left) << "half";
    CHECK(ConvertJournal::open(folder.path() / "out", true));
    CHECK_FALSE(std::filesystem::exists(left));
}
