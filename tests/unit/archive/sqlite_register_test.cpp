#include "archive/sqlite_register.h"
#include "support/temporary_folder.h"

#include <catch2/catch.hpp>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace vanthu;
using namespace vanthu::archive;

namespace {

std::unique_ptr<SqliteRegister> open(const test::TemporaryFolder& folder) {
    auto opened = SqliteRegister::open(folder.path() / "register.sqlite");
    REQUIRE(opened);
    return std::move(*opened);
}

Entry entry(std::uint32_t year, const std::string& book = "") {
    Entry result;
    result.book = book;
    result.year = year;
    result.symbol = "QĐ-UBND";
    result.subject = "Về việc";
    result.taken = std::to_string(year) + "-01-01T00:00:00Z";
    return result;
}

/// Takes numbers until `takes` are taken or it is killed; each one acknowledged is written down before the next.
void take_and_note(const std::filesystem::path& file, const std::filesystem::path& notes, std::uint32_t takes) {
    auto numbers = SqliteRegister::open(file);
    if (!numbers) ::_exit(1);
    std::ofstream out(notes);
    for (std::uint32_t i = 0; i < takes; ++i) {
        const auto taken = (*numbers)->take(entry(2026));
        if (!taken) ::_exit(1);
        out << taken->number << std::endl;
    }
}

std::uint32_t full_or(std::uint32_t small) { return std::getenv("VANTHU_LONG_TESTS") ? 1000 : small; }

} // namespace

TEST_CASE("numbers run by year and book", "[archive][register]") {
    const test::TemporaryFolder folder;
    const auto numbers = open(folder);
    CHECK(numbers->take(entry(2025))->number == 1);
    CHECK(numbers->take(entry(2025))->number == 2);
    CHECK(numbers->take(entry(2026))->number == 1);
    CHECK(numbers->take(entry(2025, "Quyết định"))->number == 1);
    CHECK(numbers->take(entry(2025))->number == 3);
    CHECK(numbers->entries("", 2025)->size() == 3);
    CHECK(numbers->entries("", 0)->size() == 4);
    CHECK(numbers->entries("", 2026)->front() == numbers->entries("", 0)->back());
    CHECK(numbers->assign("", 2025, 2, "vt-1").empty());
    CHECK(numbers->entries("", 2025)->at(1).id == "vt-1");
    CHECK(numbers->assign("", 2025, 9, "vt-1").front().code == "register-unknown");
    CHECK(numbers->entries_of("vt-1")->front().number == 2);
    CHECK(numbers->entries_of("")->empty());
    CHECK(*numbers->books() == std::vector<BookYear>{{"", 2026, 2}, {"", 2025, 4}, {"Quyết định", 2025, 2}});
    CHECK(numbers->check().empty());
    REQUIRE(numbers->backup_to(folder.path() / "copy.sqlite").empty());
    CHECK((*SqliteRegister::open(folder.path() / "copy.sqlite"))->entries("", 0)->size() == 4);
}

TEST_CASE("a book that began elsewhere goes on", "[archive][register]") {
    const test::TemporaryFolder folder;
    const auto numbers = open(folder);
    REQUIRE(numbers->start("", 2026, 57).empty());
    CHECK(numbers->take(entry(2026))->number == 57);
    CHECK(numbers->take(entry(2026))->number == 58);
    CHECK(numbers->take(entry(2027))->number == 1);
    CHECK(numbers->start("", 2026, 100).front().code == "register-begun");
    CHECK(numbers->check().empty());
}

TEST_CASE("a register with a gap is told", "[archive][register]") {
    const test::TemporaryFolder folder;
    open(folder)->take(entry(2026));
    Database database(folder.path() / "register.sqlite");
    CHECK_THROWS(database.run("DELETE FROM entries"));
    CHECK_THROWS(
        database.run("INSERT INTO entries SELECT book, year, 3, symbol, date, type, subject, signer, recipients,"
                     " drafter, note, copies, id, taken FROM entries"));
    database.run("DROP TRIGGER entries_in_order; UPDATE entries SET number = 3");
    const Diagnostics found = open(folder)->check();
    REQUIRE(found.size() == 1);
    CHECK(found.front().code == "register-gap");
}

TEST_CASE("threads of several processes: no number twice, none left out", "[archive][register]") {
    const test::TemporaryFolder folder;
    const std::uint32_t takes = full_or(20), processes = 5, threads = 10;
    const auto file = folder.path() / "register.sqlite";
    for (std::uint32_t process = 0; process < processes; ++process)
        if (::fork() == 0) {
            std::vector<std::thread> all;
            for (std::uint32_t thread = 0; thread < threads; ++thread)
                all.emplace_back([&, thread] {
                    take_and_note(file, folder.path() / (std::to_string(process) + "-" + std::to_string(thread)),
                                  takes);
                });
            for (std::thread& one : all) one.join();
            ::_exit(0);
        }
    for (int status = 0; ::wait(&status) > 0;) CHECK(status == 0);
    const auto numbers = open(folder);
    const auto taken = numbers->entries("", 2026);
    REQUIRE(taken->size() == processes * threads * takes);
    CHECK(taken->back().number == processes * threads * takes);
    CHECK(numbers->check().empty());
}

TEST_CASE("kill -9 loses no number that was given", "[archive][register]") {
    const test::TemporaryFolder folder;
    const auto file = folder.path() / "register.sqlite";
    std::uint32_t acknowledged = 0;
    for (unsigned round = 0; round < full_or(8) / 4; ++round) {
        const auto notes = folder.path() / "notes";
        std::filesystem::remove(notes);
        const pid_t child = ::fork();
        if (child == 0) {
            take_and_note(file, notes, 1'000'000);
            ::_exit(0);
        }
        ::usleep(20'000 + round * 7919 % 30'000);
        ::kill(child, SIGKILL);
        int status = 0;
        ::waitpid(child, &status, 0);
        std::ifstream in(notes);
        for (std::uint32_t number = 0; in >> number;) acknowledged = std::max(acknowledged, number);
        const auto numbers = open(folder);
        CHECK(numbers->entries("", 2026)->size() >= acknowledged);
        CHECK(numbers->check().empty());
    }
}
