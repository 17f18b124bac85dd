#include "office/desk.h"
#include "office/office.h"
#include "support/codes.h"
#include "support/temporary_folder.h"

#include <catch2/catch.hpp>
#include <fstream>

namespace fs = std::filesystem;
using namespace vanthu;
using office::Office;
using test::Codes;
using test::codes_of;

namespace {

struct Store {
    test::TemporaryFolder folder;
    fs::path path = folder.path() / "store", copy = folder.path() / "copy";
    std::unique_ptr<Office> office;
    std::string digest;

    Store() {
        fs::create_directories(path);
        fs::create_directories(copy);
        office = std::move(*Office::open(path));
        office::Desk desk(*office);
        digest = *desk.put_file("%PDF of the desk");
        office::Item reading;
        reading.kind = office::Kind::reading;
        reading.title = "old.pdf";
        reading.file = digest;
        REQUIRE(desk.add(reading));
    }
    fs::path file(const fs::path& store) const { return store / "desk" / digest.substr(0, 2) / digest; }
};

} // namespace

TEST_CASE("A copy of the office has its items and the desk's files, but not those on their way in", "[office]") {
    Store store;
    std::ofstream(store.file(store.path).string() + ".1-2.tmp") << "half a file";
    REQUIRE(Office::copy(store.path, store.copy).empty());
    CHECK(std::distance(fs::directory_iterator(store.file(store.copy).parent_path()), fs::directory_iterator()) == 1);

    const auto restored = Office::open(store.copy);
    REQUIRE(restored);
    office::Desk desk(**restored);
    const auto items = desk.list(office::Kind::reading, 10);
    REQUIRE(items);
    REQUIRE(items->size() == 1);
    CHECK(*desk.file(items->front().file) == "%PDF of the desk");
}

TEST_CASE("Where no service has been there is nothing to copy or verify", "[office]") {
    const test::TemporaryFolder folder;
    CHECK(Office::copy(folder.path(), folder.path() / "copy").empty());
    CHECK(Office::verify(folder.path()).empty());
    CHECK(fs::is_empty(folder.path()));
}

TEST_CASE("Verifying names what is damaged or missing on the desk", "[office]") {
    Store store;
    REQUIRE(Office::verify(store.path).empty());
    SECTION("changed") {
        std::ofstream(store.file(store.path), std::ios::app) << "?";
        CHECK(codes_of(Office::verify(store.path)) == Codes{"store-file-damaged"});
        CHECK(codes_of(Office::copy(store.path, store.copy)) == Codes{"store-file-damaged"});
    }
    SECTION("gone") {
        fs::remove(store.file(store.path));
        CHECK(codes_of(Office::verify(store.path)) == Codes{"store-file-missing"});
    }
    SECTION("the database") {
        store.office.reset();
        std::fstream database(store.path / "office.sqlite", std::ios::in | std::ios::out | std::ios::binary);
        database.seekp(4096);
        database << std::string(4096, '?');
        database.close();
        CHECK(!Office::verify(store.path).empty());
    }
}
