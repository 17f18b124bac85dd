#include "office/batches.h"
#include "unit/server/api_fixture.h"

#include <catch2/catch.hpp>
#include <chrono>
#include <filesystem>
#include <thread>

namespace vanthu {
namespace {

using test::ApiFixture;
using test::Method;
using test::Request;
using test::Response;

constexpr const char* order = R"({"kind":"generate","items":[{"document":{"kind":"decision"}}]})";

struct TwoClerks : ApiFixture {
    TwoClerks() {
        for (const char* name : {"an", "binh", "quan-tri"}) {
            const auto role = std::string(name) == "quan-tri" ? office::Role::admin : office::Role::clerk;
            REQUIRE(api->core().users.add({name, {}, role, false}, "mat-khau-dai-1").empty());
        }
    }
    Response ask_as(const char* name, Method method, const std::string& path, const std::string& body = {}) {
        Request request = ApiFixture::request(method, path, body);
        request.headers["authorization"] = "Bearer " + *api->core().users.make_token(name);
        return ask(request);
    }
};

} // namespace

TEST_CASE("a job is its maker's and the admin's alone", "[api]") {
    TwoClerks office;
    CHECK(office.ask_as("an", Method::post, "jobs", order).status == 202);
    for (const char* path : {"jobs/1", "jobs/1/events", "jobs/1/items/0/result"})
        CHECK(office.ask_as("binh", Method::get, path).status == 404);
    CHECK(office.ask_as("binh", Method::del, "jobs/1").status == 404);
    CHECK(test::json_of(office.ask_as("binh", Method::get, "jobs"))["jobs"].Empty());
    for (const char* name : {"an", "quan-tri"}) {
        CHECK(office.ask_as(name, Method::get, "jobs/1").status == 200);
        CHECK(test::json_of(office.ask_as(name, Method::get, "jobs"))["jobs"].Size() == 1);
    }
}

TEST_CASE("what came of a job goes after its day, and what somebody still needs stays", "[api]") {
    namespace fs = std::filesystem;
    ApiFixture fixture;
    office::Desk& desk = fixture.api->core().desk;
    office::Batches batches(fixture.api->core().office);
    const std::string kept = *desk.put_file("kept"), old = *desk.put_file("old");
    REQUIRE(desk.put_file("new"));
    const auto age = [&](const std::string& name) {
        fs::last_write_time(fixture.folder.path() / "store/desk" / name.substr(0, 2) / name,
                            fs::file_time_type::clock::now() - std::chrono::hours(25));
    };
    age(kept);
    age(old);
    office::Batch batch;
    batch.kind = "read";
    batch.state = "done";
    batch.ended = "2026-01-02T00:00:00Z";
    office::BatchItem item;
    item.state = "done";
    item.result = kept;
    REQUIRE(batches.add(batch, {item}));
    CHECK(batches.expire("2026-01-01T23:59:59Z").empty());
    CHECK(desk.sweep(24 * 60 * 60).empty());
    CHECK(*desk.has_file(kept));
    CHECK_FALSE(*desk.has_file(old));
    CHECK(batches.expire("2026-01-02T00:00:01Z").empty());
    CHECK_FALSE(batches.item(1, 0));
    CHECK(desk.sweep(24 * 60 * 60).empty());
    CHECK_FALSE(*desk.has_file(kept));
    CHECK(*desk.has_file(*desk.put_file("new")));
}

TEST_CASE("an item that was cancelled while it ran stays cancelled", "[api]") {
    ApiFixture fixture;
    office::Batches batches(fixture.api->core().office);
    const auto batch = batches.add({}, {{}, {}, {}});
    REQUIRE(batch);
    auto first = batches.begin_next(batch->id);
    REQUIRE(*first);
    CHECK(batches.find(batch->id)->state == "running");
    CHECK(batches.orphans()->size() == 1);
    CHECK(batches.put_back(**first).empty());
    CHECK(batches.orphans()->empty());
    first = batches.begin_next(batch->id);
    CHECK((*first)->index == 0);
    (*first)->state = "done";
    CHECK(batches.finish(**first, "2026-01-01T00:00:00Z")->done == 1);
    auto second = batches.begin_next(batch->id);
    CHECK(batches.cancel(batch->id, "2026-01-01T00:00:00Z")->state == "cancelled");
    (*second)->state = "failed";
    CHECK(batches.finish(**second, "2026-01-02T00:00:00Z")->state == "cancelled");
    CHECK(batches.item(batch->id, 0)->state == "done");
    CHECK(batches.item(batch->id, 1)->state == "cancelled");
    CHECK_FALSE(*batches.begin_next(batch->id));
    CHECK(batches.open()->empty());
    CHECK(batches.find(batch->id)->ended == "2026-01-01T00:00:00Z");
}

} // namespace vanthu
