#include "postgres/fresh_database.h"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <set>
#include <thread>

using namespace vanthu;
using namespace vanthu::archive;
using tests::FreshDatabase;

namespace {

/// How much is taken: little each time, everything the issue asks for with VANTHU_LONG.
unsigned takes() { return std::getenv("VANTHU_LONG") != nullptr ? 1000 : 20; }

Entry entry_of(std::uint32_t year) {
    Entry entry;
    entry.book = "Quyết định";
    entry.year = year;
    entry.symbol = "QĐ-UBND";
    entry.subject = "Về việc thử";
    return entry;
}

bool take_many(const FreshDatabase& database, unsigned count) {
    const auto server = PostgresServer::open(database.address());
    if (!server) return false;
    const auto numbers = (*server)->numbers();
    for (unsigned i = 0; i < count; ++i)
        if (!numbers->take(entry_of(2024))) return false;
    return true;
}

} // namespace

TEST_CASE("50 threads of 5 processes take numbers: none twice, none left out") {
    const FreshDatabase database;
    database.init();
    CHECK(tests::in_processes(5, [&](unsigned) {
        std::atomic<bool> is_well = true;
        std::vector<std::thread> threads;
        for (int i = 0; i < 10; ++i) threads.emplace_back([&] { is_well = take_many(database, takes()) && is_well; });
        for (std::thread& one : threads) one.join();
        return is_well.load();
    }));
    const auto numbers = database.open()->numbers();
    CHECK(numbers->check().empty());
    const auto entries = numbers->entries("Quyết định", 2024);
    REQUIRE(entries);
    REQUIRE(entries->size() == 50UL * takes());
    for (std::size_t i = 0; i < entries->size(); ++i) REQUIRE((*entries)[i].number == i + 1);
}

TEST_CASE("Numbers begin anew with the year and the book, entries are tied to documents") {
    const FreshDatabase database;
    const auto numbers = database.init()->numbers();
    CHECK(numbers->take(entry_of(2024))->number == 1);
    CHECK(numbers->take(entry_of(2024))->number == 2);
    CHECK(numbers->take(entry_of(2025))->number == 1);
    CHECK(numbers->assign("Quyết định", 2024, 2, "vt-1").empty());
    CHECK(numbers->assign("Quyết định", 2024, 3, "vt-1").front().code == "register-unknown");
    const auto all = numbers->entries("Quyết định", 0);
    REQUIRE(all->size() == 3);
    CHECK((*all)[1].id == "vt-1");
    CHECK((*all)[1].symbol == "QĐ-UBND");
    CHECK(*numbers->entries_of("vt-1") == std::vector<Entry>{(*all)[1]});
    CHECK(numbers->entries_of("")->empty());
    CHECK(numbers->start("Quyết định", 2024, 10).front().code == "register-begun");
    CHECK(numbers->start("Quyết định", 2026, 10).empty());
    CHECK(numbers->take(entry_of(2026))->number == 10);
    CHECK(*numbers->books() ==
          std::vector<BookYear>{{"Quyết định", 2026, 11}, {"Quyết định", 2025, 2}, {"Quyết định", 2024, 3}});
    database.run("DELETE FROM vanthu.entries WHERE number = 1 AND year = 2024");
    REQUIRE(numbers->check().size() == 1);
    CHECK(numbers->check().front().code == "register-gap");
}
