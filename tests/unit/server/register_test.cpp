#include "office/issues.h"
#include "unit/server/api_fixture.h"

#include <catch2/catch.hpp>

namespace vanthu {

using test::ApiFixture;
using test::Method;
using test::Request;
using test::Response;

namespace {

std::uint64_t number_in(const Response& response) {
    const auto answer = test::json_of(response);
    return answer.IsObject() && answer.HasMember("entries") ? answer["entries"][0]["number"].GetUint64() : 0;
}

std::string order(const std::string& subject, const std::string& key) {
    return R"({"subject":")" + subject + R"(","date":"2026-03-01","key":")" + key + "\"}";
}

} // namespace

TEST_CASE("a number asked for again under one key is the same number", "[api]") {
    ApiFixture fixture;
    CHECK(number_in(fixture.ask(Method::post, "register", order("A", "k1"))) == 1);
    CHECK(number_in(fixture.ask(Method::post, "register", order("A", "k1"))) == 1);
    CHECK(number_in(fixture.ask(Method::post, "register", order("A", "k2"))) == 2);
    CHECK(number_in(fixture.ask(Method::post, "register", order("A", ""))) == 3);
    CHECK(number_in(fixture.ask(Method::post, "register", order("A", ""))) == 4);
    CHECK(fixture.ask(Method::post, "register", order("A", std::string(101, 'k'))).status == 400);
    const auto books = test::json_of(fixture.ask(Method::get, "register/books"));
    REQUIRE(books["books"].Size() == 1);
    CHECK(books["books"][0]["next"].GetUint64() == 5);
}

TEST_CASE("a number that was taken when the machine stopped is found again", "[api]") {
    ApiFixture fixture;
    office::Issues issues(fixture.api->core().office);
    REQUIRE(issues.put({"register k1", "", 2026, 0, ""}).empty());
    CHECK(number_in(fixture.ask(Method::post, "register", order("B", ""))) == 1);
    CHECK(number_in(fixture.ask(Method::post, "register", order("A", ""))) == 2);
    CHECK(number_in(fixture.ask(Method::post, "register", order("A", "k1"))) == 2);
    CHECK(number_in(fixture.ask(Method::post, "register", order("A", "k2"))) == 3);
}

TEST_CASE("the first page keeps drafts from those who may not see them", "[api]") {
    ApiFixture fixture;
    REQUIRE(fixture.ask(Method::post, "drafts", R"({"document":{"kind":"decision","subject":"A"}})").status == 201);
    CHECK(test::json_of(fixture.ask(Method::get, "start"))["drafts"].Size() == 1);
    server::Core& core = fixture.api->core();
    for (const auto& [name, role] : {std::pair("an", office::Role::admin), std::pair("binh", office::Role::reader)})
        REQUIRE(core.users.add({name, "", role, false}, "mat-khau-dai-1").empty());
    for (const char* name : {"an", "binh"}) {
        Request request = ApiFixture::request(Method::get, "start");
        request.headers["authorization"] = "Bearer " + *core.users.make_token(name);
        const Response response = fixture.ask(request);
        CHECK(response.status == 200);
        CHECK(test::json_of(response)["drafts"].Empty());
    }
}

} // namespace vanthu
