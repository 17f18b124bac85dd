#include "support/files.h"
#include "unit/server/api_fixture.h"

#include <catch2/catch.hpp>

namespace vanthu {

using test::ApiFixture;
using test::json_of;
using test::Method;
using test::Request;

namespace {

struct Issuing : ApiFixture {
    Issuing() {
        document = test::file_content(test::source_folder() / "samples/one-page.json");
        REQUIRE(ask(Method::post, "drafts", wrapped()).status == 201);
    }
    std::string wrapped(const std::string& more = {}) const { return R"({"document":)" + document + more + "}"; }
    server::Response issue(const std::string& key, int version) {
        return ask(Method::post, "archive/issue",
                   wrapped(R"(,"key":")" + key + R"(","draft":1,"draft_version":)" + std::to_string(version)));
    }
    void save_draft() {
        Request request = ApiFixture::request(Method::put, "drafts/1", wrapped());
        request.headers["if-match"] = "\"1\"";
        REQUIRE(ask(request).status == 200);
    }
    std::size_t entries() { return json_of(ask(Method::get, "register"))["entries"].Size(); }

    std::string document;
};

struct Heard final : server::EventStream {
    bool push(std::string_view, std::string_view) override { return !is_closed; }
    void close() override { is_closed = true; }
    bool is_closed = false;
};

} // namespace

TEST_CASE("a draft that somebody else has changed is not issued, and takes no number", "[api]") {
    Issuing office;
    office.save_draft();
    const auto refused = office.issue("k1", 1);
    CHECK(refused.status == 412);
    CHECK(test::text_in(refused, "code") == "changed-elsewhere");
    CHECK(test::text_in(refused, "version") == "2");
    CHECK(office.entries() == 0);
    CHECK(office.issue("k1", 2).status == 201);
    CHECK(office.ask(Method::get, "drafts/1").status == 404);
    CHECK(office.issue("k1", 2).status == 201); // the answer was lost
    CHECK(office.issue("k2", 2).status == 404); // somebody else has issued it
    CHECK(office.entries() == 1);
}

TEST_CASE("the register names all recipients, but not the filing line", "[api]") {
    Issuing office;
    REQUIRE(office.issue("k1", 1).status == 201);
    const auto answer = json_of(office.ask(Method::get, "register"));
    const std::string recipients = answer["entries"][0]["recipients"].GetString();
    CHECK(recipients.find("Như Điều") != std::string::npos);
    CHECK(recipients.find("Lưu") == std::string::npos);
}

TEST_CASE("who is locked hears nothing more", "[api]") {
    ApiFixture fixture;
    server::Core& core = fixture.api->core();
    const office::User an{"an", "", office::Role::admin, false}, binh{"binh", "", office::Role::clerk, false};
    for (const office::User& user : {an, binh}) REQUIRE(core.users.add(user, "mat-khau-dai-1").empty());
    const auto first = std::make_shared<Heard>(), second = std::make_shared<Heard>();
    core.events.add(first, an);
    core.events.add(second, binh);
    Request request = ApiFixture::request(Method::put, "users/binh", R"({"full_name":"","role":"clerk","locked":true})");
    request.headers["authorization"] = "Bearer " + *core.users.make_token("an");
    CHECK(fixture.ask(request).status == 204);
    CHECK(second->is_closed);
    CHECK_FALSE(first->is_closed);
    CHECK(core.events.listeners() == 1);
}

} // namespace vanthu
