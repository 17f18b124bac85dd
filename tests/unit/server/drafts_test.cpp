#include "unit/server/api_fixture.h"

#include <catch2/catch.hpp>

#include <set>

namespace vanthu {

using test::ApiFixture;
using test::Method;
using test::Request;
using test::Response;
using test::text_in;

TEST_CASE("two windows never overwrite each other's draft", "[api]") {
    ApiFixture fixture;
    const std::string body = R"({"document":{"kind":"decision","subject":"A"}})";
    CHECK(fixture.ask(Method::post, "drafts", body).status == 201);
    Request save = ApiFixture::request(Method::put, "drafts/1", body);
    save.headers["if-match"] = "\"1\"";
    CHECK(fixture.ask(save).status == 200);
    const Response late = fixture.ask(save);
    CHECK(late.status == 412);
    CHECK(text_in(late, "code") == "changed-elsewhere");
    CHECK(text_in(late, "version") == "2");
    CHECK(text_in(late, "by") == "local");
    for (const char* tag : {"", "*", "\"x\"", "-1", "\"1\", \"2\""}) {
        save.headers["if-match"] = tag;
        CHECK(fixture.ask(save).status == 412);
    }
    save.headers.erase("if-match");
    CHECK(fixture.ask(save).status == 412);
    CHECK(fixture.ask(Method::del, "drafts/1").status == 204);
    CHECK(fixture.ask(save).status == 404);
}

TEST_CASE("bodies that are none are refused with what is wrong", "[api]") {
    ApiFixture fixture;
    for (const char* body : {"", "[]", "{", "null", R"({"document":7})", "\xff{}"})
        CHECK(text_in(fixture.ask(Method::post, "drafts", body), "code") == "json-broken");
    CHECK(fixture.ask(Method::post, "drafts", R"({"document":)" + std::string(200, '[') + std::string(200, ']') + "}")
              .status == 400);
    for (const char* path : {"drafts/0", "drafts/x", "drafts/18446744073709551616", "drafts/-1", "readings/1"})
        CHECK(fixture.ask(Method::get, path).status == 404);
}

TEST_CASE("findings of a document name their place", "[api]") {
    ApiFixture fixture;
    const Response response = fixture.ask(Method::post, "documents", R"({"kind":"decision"})");
    CHECK(response.status == 422);
    const auto problem = test::json_of(response);
    REQUIRE(problem["diagnostics"].Size() > 0);
    CHECK(problem["diagnostics"][0].HasMember("pointer"));
    CHECK(fixture.ask(Method::post, "documents?format=odt", "{}").status == 400);
    CHECK(fixture.ask(Method::post, "documents?level=4", "{}").status == 400);
    CHECK(fixture.ask(Method::post, "check", "{").status == 200);
}

TEST_CASE("a document with gaps is shown, and told of what is wrong beside them", "[api]") {
    ApiFixture fixture;
    const Response response = fixture.ask(Method::post, "preview", R"({"kind":"decision","issuer":{"name":"A"},"symbol":"QĐ A",
        "place":"A","subject":"","articles":[{"number":"1","paragraphs":["x./."]}],"signature":{"authority":["A"],"name":""}})");
    const auto shown = test::json_of(response);
    CHECK(shown["pages"].GetInt() == 1);
    std::multiset<std::string> found;
    for (const auto& one : shown["diagnostics"].GetArray())
        found.insert(std::string(one["pointer"].GetString()) + " " + one["code"].GetString());
    CHECK(found.contains("/symbol symbol-space"));
    CHECK(found.contains(" recipients-missing"));
    CHECK(found.count("/subject empty-text") == 1);
    CHECK(found.count("/signature/name empty-text") == 1);
    CHECK_FALSE(found.contains("/signature/name name-case"));
}

TEST_CASE("the newest numbers of the register", "[api]") {
    ApiFixture fixture;
    for (const char* subject : {"A", "B", "C"})
        fixture.ask(Method::post, "register", std::string(R"({"date":"2025-01-02","subject":")") + subject + "\"}");
    const auto last = test::json_of(fixture.ask(Method::get, "register?last=1"));
    REQUIRE(last["entries"].Size() == 1);
    CHECK(last["entries"][0]["number"].GetInt() == 3);
    CHECK(test::json_of(fixture.ask(Method::get, "register"))["entries"].Size() == 3);
    CHECK(test::json_of(fixture.ask(Method::get, "register?last=9"))["entries"].Size() == 3);
}

} // namespace vanthu
