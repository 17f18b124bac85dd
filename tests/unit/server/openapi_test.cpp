#include "server/router.h"
#include "unit/server/api_fixture.h"

#include <catch2/catch.hpp>
#include <map>

namespace vanthu {
namespace {

/// "post /drafts" → what is known of it: who may ask and whether there is a body.
using Operations = std::map<std::string, std::string>;

std::string told_path(std::string path) {
    path = path.substr(std::string("/api/v1").size());
    for (std::size_t star = path.find("*}"); star != std::string::npos; star = path.find("*}")) path.erase(star, 1);
    return path;
}

Operations served(const server::Router& router) {
    const char* const methods[] = {"get", "head", "post", "put", "delete", "other"};
    const char* const roles[] = {"reader", "clerk", "officer", "admin"};
    Operations all;
    for (const server::Route& route : router.routes()) {
        std::string facts = route.is_public ? "public" : roles[static_cast<std::size_t>(route.role)];
        if (route.most_bytes != 0) facts += ", body";
        all[std::string(methods[static_cast<std::size_t>(route.method)]) + " " + told_path(route.path)] = facts;
    }
    return all;
}

Operations described(const rapidjson::Document& description) {
    Operations all;
    for (const auto& path : description["paths"].GetObject())
        for (const auto& operation : path.value.GetObject()) {
            std::string facts = operation.value["x-role"].GetString();
            const bool is_open = operation.value.HasMember("security") && operation.value["security"].Empty();
            if (is_open != (facts == "public")) facts += ", but its security says otherwise";
            if (operation.value.HasMember("requestBody")) facts += ", body";
            all[std::string(operation.name.GetString()) + " " + path.name.GetString()] = facts;
        }
    return all;
}

} // namespace

TEST_CASE("every route is described with its role and its body, and nothing else is", "[api]") {
    test::ApiFixture fixture;
    const auto description = test::json_of(fixture.ask(test::Method::get, "openapi.json"));
    REQUIRE(description.IsObject());
    CHECK(served(fixture.router).size() == fixture.router.routes().size());
    CHECK(described(description) == served(fixture.router));
}

} // namespace vanthu
