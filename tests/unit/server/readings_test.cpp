#include "unit/server/api_fixture.h"

#include <catch2/catch.hpp>

#include <chrono>
#include <thread>

namespace vanthu {
namespace {

using test::ApiFixture;
using test::json_of;
using test::Method;
using test::Request;
using test::text_in;

/// One table with a task, as a page sends it: `cell` is its task, the tasks of before are no longer true.
std::string body_with(const std::string& number, const std::string& cell) {
    return R"({"document":{"kind":"decision","number":")" + number +
           R"(","symbol":"QĐ-UBND","date":"2021-01-25"},"tables":[{"pages":[1],"title":"","columns":["TT","Nhiệm vụ","Chủ trì"],
        "roles":["ordinal","task","lead"],"rows":[["I","Phần đầu",""],["1",")" +
           cell + R"(","Sở A, Sở B"]],"kinds":["section","task"],"spans":[],"places":[],
        "cells":[[[1,0,0,9,9,1],[0,0,0,0,0,1],[0,0,0,0,0,1]],[[1,0,9,9,18,0.5],[1,9,9,18,18,0.25],[0,0,0,0,0,1]]],
        "tasks":[],"confidence":1}],"review":"corrected"})";
}

/// A desk with one reading that is done.
struct Desk : ApiFixture {
    Desk() {
        office::Desk& desk = api->core().desk;
        office::Item item;
        item.kind = office::Kind::reading;
        item.title = "a.pdf";
        item.state = "done";
        item.file = *desk.put_file("%PDF-1.4 of no worth");
        item.facts = R"({"pages":1,"confidence":0.5,"warnings":2})";
        item.content = item.original = R"({"document":{"kind":"decision"},"tables":[],"text":"chữ","diagnostics":[]})";
        REQUIRE(desk.add(std::move(item)));
    }

    server::Response save(const std::string& body, const char* tag) {
        Request request = ApiFixture::request(Method::put, "readings/1", body);
        request.headers["if-match"] = tag;
        return ask(request);
    }
};

} // namespace

TEST_CASE("the tasks of a table that was put right are found anew", "[api]") {
    Desk desk;
    REQUIRE(desk.save(body_with("52", "Lập kế hoạch"), "\"1\"").status == 200);
    const auto content = json_of(desk.ask(Method::get, "readings/1"));
    const auto& table = content["content"]["tables"][0];
    REQUIRE(table["tasks"].Size() == 1);
    CHECK(std::string(table["tasks"][0]["task"].GetString()) == "Lập kế hoạch");
    CHECK(std::string(table["tasks"][0]["section"].GetString()) == "I. Phần đầu");
    CHECK(table["tasks"][0]["lead"].Size() == 2);
    CHECK(table["cells"][1][1][5].GetDouble() == Approx(0.25));
    CHECK(content["reading"]["warnings"].GetInt() == 2);
    CHECK(std::string(content["reading"]["number"].GetString()) == "52");
    CHECK(std::string(content["content"]["text"].GetString()) == "chữ");
    for (const char* wrong :
         {R"({"document":[],"tables":[],"review":"confirmed"})", R"({"document":{},"review":"confirmed"})"})
        CHECK(desk.save(wrong, "\"2\"").status == 400);
    CHECK(desk.save(R"({"document":{},"tables":[{}],"review":"confirmed"})", "\"2\"").status == 422);
}

TEST_CASE("what was put right stays where the file cannot be read again", "[api]") {
    Desk desk;
    REQUIRE(desk.save(body_with("52", "Lập kế hoạch"), "\"1\"").status == 200);
    REQUIRE(desk.ask(Method::post, "readings/1/again").status == 200);
    const auto state = [&] { return std::string(json_of(desk.ask(Method::get, "readings/1"))["reading"]["state"].GetString()); };
    for (int i = 0; i < 200 && state() != "done" && state() != "failed"; ++i)
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    const auto kept = json_of(desk.ask(Method::get, "readings/1"));
    CHECK(std::string(kept["reading"]["state"].GetString()) == "done");
    CHECK(std::string(kept["reading"]["review"].GetString()) == "corrected");
    CHECK(kept["reading"]["diagnostics"].Size() == 1);
    CHECK(kept["reading"]["warnings"].GetInt() == 2);
    CHECK(std::string(kept["content"]["document"]["number"].GetString()) == "52");
    CHECK(json_of(desk.ask(Method::get, "readings/1/original"))["content"]["document"].HasMember("kind"));
}

TEST_CASE("what is being read takes no changes", "[api]") {
    Desk desk;
    auto item = *desk.api->core().desk.find(office::Kind::reading, 1);
    item.state = "reading";
    REQUIRE(desk.api->core().desk.save(item));
    const auto refused = desk.save(body_with("52", "x"), "\"2\"");
    CHECK(refused.status == 409);
    CHECK(text_in(refused, "code") == "reading-under-way");
    CHECK(desk.ask(Method::post, "readings/1/again").status == 409);
}

TEST_CASE("what a clerk has put right is what is archived", "[api]") {
    Desk desk;
    REQUIRE(desk.save(body_with("52", "Lập kế hoạch"), "\"1\"").status == 200);
    Request request = ApiFixture::request(Method::post, "archive", R"({"reading":1})");
    request.headers["content-type"] = "application/json";
    const auto archived = desk.ask(request);
    REQUIRE(archived.status == 201);
    CHECK(text_in(archived, "number") == "52");
    const auto shown = json_of(desk.ask(Method::get, "archive/documents/" + text_in(archived, "id")));
    CHECK(std::string(shown["record"]["tasks"][0]["task"].GetString()) == "Lập kế hoạch");
    const auto twin = desk.ask(request);
    CHECK(twin.status == 409);
    CHECK(text_in(twin, "code") == "archive-twin");
}

} // namespace vanthu
