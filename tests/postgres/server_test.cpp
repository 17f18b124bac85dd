#include "postgres/fresh_database.h"

#include <atomic>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <sys/mman.h>

using namespace vanthu;
using namespace vanthu::archive;
using tests::FreshDatabase;

namespace {

std::string code_of(const Diagnostics& problems) { return problems.empty() ? "" : problems.front().code; }

std::string all_of(const Diagnostics& problems) {
    std::string result;
    for (const Diagnostic& one : problems) {
        result += one.code;
        for (const Argument& argument : one.arguments) result += ' ' + argument.value;
    }
    return result;
}

} // namespace

TEST_CASE("A store on a server is made once and remembers its originals") {
    const FreshDatabase database;
    CHECK(code_of(PostgresServer::open(database.address()).diagnostics) == "server-empty");
    database.init();
    CHECK(code_of(PostgresServer::init(database.address(), "/elsewhere").diagnostics) == "store-exists");
    CHECK(database.open()->originals() == "/srv/originals");
    database.run("UPDATE vanthu.settings SET value = '99' WHERE name = 'schema'");
    CHECK(code_of(PostgresServer::open(database.address()).diagnostics) == "server-newer");
}

TEST_CASE("Many processes that make the same store make it once") {
    const FreshDatabase database;
    std::atomic<int>* made =
        new (mmap(nullptr, sizeof(std::atomic<int>), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0))
            std::atomic<int>(0);
    CHECK(tests::in_processes(8, [&](unsigned) {
        const auto result = PostgresServer::init(database.address(), "/srv/originals");
        if (result) ++*made;
        return result || code_of(result.diagnostics) == "store-exists";
    }));
    CHECK(*made == 1);
}

TEST_CASE("No password stands in what is told") {
    const FreshDatabase database;
    database.init();
    CHECK(PostgresServer::open(database.network_address()));
    for (const std::string& address :
         {database.network_address("hush-hush"), std::string("postgres://vanthu:hush-hush@127.0.0.1:1/x"),
          std::string("postgres://vanthu:hush-hush@x@127.0.0.1/x"), std::string("postgres://vanthu:a:hush-hush@h/x"),
          std::string("postgres://vanthu:hush-hush/1@h/x"), std::string("postgres://h/x?password=hush-hush%zz"),
          std::string("postgres://h:1/x?password=hush-hush&port=1&host=127.0.0.1")}) {
        CAPTURE(address);
        const auto result = PostgresServer::open(address);
        REQUIRE_FALSE(result);
        CHECK(all_of(result.diagnostics).find("hush") == std::string::npos);
        CHECK(shown_store(address).find("hush") == std::string::npos);
    }
    CHECK(shown_store("postgres://u:p@host:5432/db?sslmode=require") == "postgres://u@host:5432/db");
    CHECK(code_of(PostgresServer::open("postgres://127.0.0.1:1/x").diagnostics) == "server-unreachable");
}

TEST_CASE("A connection that the server has ended is made anew") {
    const FreshDatabase database;
    const auto server = database.init();
    const auto numbers = server->numbers();
    Entry entry;
    entry.year = 2024;
    REQUIRE(numbers->take(entry));
    REQUIRE(std::system(std::getenv("VANTHU_TEST_RESTART")) == 0);
    const auto second = numbers->take(entry);
    REQUIRE(second);
    CHECK(second->number == 2);
    CHECK(numbers->check().empty());
}
