#include "unit/server/api_fixture.h"

#include <catch2/catch.hpp>

namespace vanthu {
namespace {

using test::ApiFixture;
using test::header_of;
using test::Method;
using test::Request;
using test::Response;
using test::text_in;

constexpr const char* password = "mat-khau-dai-1";

struct Office : ApiFixture {
    Office() { add("an", office::Role::admin); }

    void add(const char* name, office::Role role) {
        REQUIRE(api->core().users.add({name, {}, role, false}, password).empty());
    }
    Response log_in(const std::string& name, const std::string& word = password) {
        return ask(Method::post, "session", R"({"name":")" + name + R"(","password":")" + word + "\"}");
    }
    /// "vanthu=…"
    std::string cookie(const std::string& name) {
        const std::string whole = header_of(log_in(name), "Set-Cookie");
        return whole.substr(0, whole.find(';'));
    }
    Response ask_as(const std::string& cookie, Method method, const std::string& path, const std::string& body = {}) {
        Request request = ApiFixture::request(method, path, body);
        request.headers["cookie"] = "other=1; " + cookie;
        return ask(request);
    }
};

} // namespace

TEST_CASE("with users nobody is anybody without a session or a token", "[api]") {
    Office office;
    CHECK(text_in(office.ask(Method::get, "drafts"), "code") == "login-needed");
    CHECK(office.ask(Method::get, "health").status == 200);
    CHECK(office.log_in("an", "another-password").status == 401);
    CHECK(office.log_in("nobody").status == 401);
    const std::string cookie = office.cookie("an");
    CHECK(office.ask_as(cookie, Method::get, "drafts").status == 200);
    CHECK(office.ask_as("vanthu=" + std::string(43, 'A'), Method::get, "drafts").status == 401);
    CHECK(office.ask_as(cookie, Method::del, "session").status == 204);
    CHECK(office.ask_as(cookie, Method::get, "drafts").status == 401);
}

TEST_CASE("a session's cookie is out of the reach of scripts, and encrypted where the way is", "[api]") {
    Office office;
    const std::string plain = header_of(office.log_in("an"), "Set-Cookie");
    CHECK(plain.find("; HttpOnly; SameSite=Strict") != std::string::npos);
    CHECK(plain.find("Secure") == std::string::npos);
    Request request = ApiFixture::request(Method::post, "session", R"({"name":"an","password":"mat-khau-dai-1"})");
    request.headers["x-forwarded-proto"] = "https";
    CHECK(header_of(office.ask(request), "Set-Cookie").find("; Secure") != std::string::npos);
    request.peer = "192.0.2.7"; // no proxy of ours
    CHECK(header_of(office.ask(request), "Set-Cookie").find("; Secure") == std::string::npos);
}

TEST_CASE("logins are tried five times a minute", "[api]") {
    Office office;
    for (int i = 0; i < 5; ++i) CHECK(office.log_in("an", "wrong-password").status == 401);
    const Response late = office.log_in("an");
    CHECK(late.status == 429);
    CHECK(header_of(late, "Retry-After") == "60");
    office.add("binh", office::Role::clerk);
    CHECK(office.log_in("binh").status == 204);
}

TEST_CASE("an address tries thirty names a minute, whatever it says of itself", "[api]") {
    Office office;
    server::Guard& own = office.api->core().guard;
    for (int i = 0; i < 30; ++i) CHECK(own.may_try("192.0.2.1", "name-" + std::to_string(i), 1000));
    CHECK_FALSE(own.may_try("192.0.2.1", "name-30", 1059));
    CHECK(own.may_try("192.0.2.1", "name-30", 1060));
    CHECK(own.may_try("192.0.2.2", "name-30", 1059));
    Request request = ApiFixture::request(Method::get, "health");
    request.headers["x-forwarded-for"] = "198.51.100.9, 192.0.2.5";
    CHECK(server::Guard::peer(request) == "192.0.2.5");
    request.peer = "192.0.2.1";
    CHECK(server::Guard::peer(request) == "192.0.2.1");
}

TEST_CASE("a lock ends sessions and tokens", "[api]") {
    Office office;
    office.add("binh", office::Role::clerk);
    const std::string admin = office.cookie("an"), clerk = office.cookie("binh");
    Request request = ApiFixture::request(Method::get, "drafts");
    request.headers["authorization"] =
        "Bearer " + text_in(office.ask_as(admin, Method::post, "users/binh/token"), "token");
    CHECK(office.ask(request).status == 200);
    CHECK(office.ask_as(admin, Method::put, "users/binh", R"({"role":"clerk","locked":true})").status == 204);
    CHECK(office.ask(request).status == 401);
    CHECK(office.ask_as(clerk, Method::get, "drafts").status == 401);
    CHECK(office.log_in("binh").status == 401);
    CHECK(office.ask_as(admin, Method::put, "users/binh", R"({"role":"clerk","locked":false})").status == 204);
    CHECK(office.ask(request).status == 401);
    CHECK(office.log_in("binh").status == 204);
}

TEST_CASE("a new password ends every session and token of its user", "[api]") {
    Office office;
    const std::string here = office.cookie("an"), elsewhere = office.cookie("an");
    Request token = ApiFixture::request(Method::get, "drafts");
    token.headers["authorization"] = "Bearer " + text_in(office.ask_as(here, Method::post, "users/an/token"), "token");
    const auto change = [&](const char* old, const char* next) {
        return office.ask_as(here, Method::put, "session/password",
                             std::string(R"({"old":")") + old + R"(","new":")" + next + "\"}");
    };
    CHECK(change("wrong-password", "mat-khau-moi-2").status == 403);
    CHECK(change(password, "short").status == 422);
    CHECK(office.ask_as(elsewhere, Method::get, "drafts").status == 200);
    CHECK(change(password, "mat-khau-moi-2").status == 204);
    CHECK(office.ask_as(elsewhere, Method::get, "drafts").status == 401);
    CHECK(office.ask(token).status == 401);
}

TEST_CASE("without users only who is on the machine itself is its admin", "[api]") {
    ApiFixture fixture;
    Request request = ApiFixture::request(Method::get, "users");
    CHECK(fixture.ask(request).status == 200);
    for (const char* header : {"x-forwarded-for", "x-forwarded-proto", "forwarded", "x-real-ip"}) {
        Request forwarded = request;
        forwarded.headers[header] = "127.0.0.1";
        CHECK(fixture.ask(forwarded).status == 401);
    }
    request.peer = "192.0.2.1";
    CHECK(fixture.ask(request).status == 401);
}

TEST_CASE("there is always an admin", "[api]") {
    Office office;
    office.add("binh", office::Role::clerk);
    const std::string admin = office.cookie("an");
    CHECK(office.ask_as(admin, Method::del, "users/an").status == 409);
    CHECK(office.ask_as(admin, Method::put, "users/an", R"({"role":"clerk"})").status == 409);
    CHECK(office.ask_as(admin, Method::put, "users/binh", R"({"role":"king"})").status == 400);
    CHECK(office.ask_as(admin, Method::post, "users", R"({"name":"binh","role":"clerk","password":"mat-khau-dai-1"})")
              .status == 409);
}

} // namespace vanthu
