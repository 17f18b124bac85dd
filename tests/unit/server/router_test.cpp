#include "server/router.h"
#include "unit/server/api_fixture.h"

#include <catch2/catch.hpp>

namespace vanthu {

using test::ApiFixture;
using test::header_of;
using test::Method;
using test::Request;
using test::Response;
using test::text_in;

TEST_CASE("refusals are problems with a code, in the language that was asked for", "[api]") {
    ApiFixture fixture;
    Request request = ApiFixture::request(Method::get, "nothing");
    const Response vi = fixture.ask(request);
    CHECK(vi.status == 404);
    CHECK(vi.type == "application/problem+json");
    CHECK(text_in(vi, "code") == "path-unknown");
    CHECK(text_in(vi, "type") == "about:blank");
    request.headers["accept-language"] = "en-GB,en;q=0.9";
    const std::string en = text_in(fixture.ask(request), "title");
    CHECK(en != text_in(vi, "title"));
    request.query["lang"] = "vi";
    CHECK(text_in(fixture.ask(request), "title") == text_in(vi, "title"));
}

TEST_CASE("a method that a path does not have is told which it has", "[api]") {
    ApiFixture fixture;
    const Response response = fixture.ask(Method::put, "drafts");
    CHECK(response.status == 405);
    CHECK(header_of(response, "Allow") == "GET, POST");
    CHECK(fixture.ask(Method::head, "health").status == 200);
    CHECK(fixture.ask(Method::post, "/index.html").status == 405);
}

TEST_CASE("only a known host name is answered, and only our page may change anything", "[api]") {
    ApiFixture fixture;
    Request request = ApiFixture::request(Method::post, "check", "{}");
    for (const char* host : {"localhost", "LOCALHOST:1", "localhost:"}) {
        request.headers["host"] = host;
        CHECK(fixture.ask(request).status == 200);
    }
    for (const char* host : {"", "evil.example", "localhost.evil.example", "localhost@evil.example"}) {
        request.headers["host"] = host;
        CHECK(fixture.ask(request).status == 421);
    }
    request.headers["host"] = "localhost";
    request.headers.erase("x-vanthu");
    CHECK(text_in(fixture.ask(request), "code") == "request-forged");
    request.headers["authorization"] = "Basic YTpi";
    CHECK(fixture.ask(request).status == 403);
    request.headers["authorization"] = "Bearer anything";
    CHECK(fixture.ask(request).status == 200);
}

TEST_CASE("every answer tells the browser what it must not do", "[api]") {
    ApiFixture fixture;
    for (const char* path : {"health", "nothing", "drafts", "/index.html"}) {
        const Response response = fixture.ask(Method::get, path);
        CHECK(header_of(response, "X-Content-Type-Options") == "nosniff");
        CHECK(header_of(response, "Content-Security-Policy").find("default-src 'none'") == 0);
        CHECK(header_of(response, "Content-Security-Policy").find("unsafe") == std::string::npos);
        CHECK(header_of(response, "Referrer-Policy") == "no-referrer");
        CHECK(header_of(response, "Cache-Control") == "no-store");
    }
}

TEST_CASE("files of the page are told apart by their tag", "[api]") {
    // "a" as gzip.
    static constexpr char gzip[] = "\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03\x4b\x04\x00\x43\xbe\xb7\xe8\x01\x00\x00";
    const server::Asset asset{"/index.html", "text/html; charset=utf-8", {gzip, 21}, "\"7\""};
    ApiFixture fixture(std::span(&asset, 1));
    Request request = ApiFixture::request(Method::get, "/");
    CHECK(fixture.ask(request).body == "a");
    request.headers["accept-encoding"] = "gzip, br";
    const Response response = fixture.ask(request);
    CHECK(header_of(response, "Content-Encoding") == "gzip");
    CHECK(response.fixed.size() == 21);
    CHECK(header_of(response, "Cache-Control") == "no-cache");
    request.headers["if-none-match"] = "\"7\"";
    CHECK(fixture.ask(request).status == 304);
    CHECK(fixture.ask(Method::get, "/../index.html").status == 404);
}

} // namespace vanthu
