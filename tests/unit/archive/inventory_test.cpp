#include "archive/digest.h"
#include "archive/inventory.h"

#include <catch2/catch.hpp>
#include <regex>

using namespace vanthu::archive;

namespace {

Inventory two_versions() {
    const std::string a = sha512("a");
    const std::string b = sha512("b");
    Inventory inventory{"vanthu:vt-1", {}, {{"v1/content/original/a", a}, {"v2/content/b", b}}};
    inventory.versions.push_back({"2026-11-23T08:15:00Z", "added", "clerk", {{"original/a", a}, {"copy", a}}});
    inventory.versions.push_back({"2026-11-24T08:15:00Z", "again", "clerk", {{"original/a", a}, {"b", b}}});
    return inventory;
}

std::string replaced(const std::string& json, const std::string& what, const std::string& by) {
    const auto at = json.find(what);
    REQUIRE(at != std::string::npos);
    return std::string(json).replace(at, what.size(), by);
}

std::string fault_of(const std::string& json) {
    const auto read = read_inventory(json);
    const auto* fault = std::get_if<InventoryFault>(&read);
    return fault ? fault->reason : "";
}

} // namespace

TEST_CASE("An inventory comes back as it was written", "[archive][ocfl]") {
    const auto read = read_inventory(write_inventory(two_versions()));
    REQUIRE(std::holds_alternative<Inventory>(read));
    CHECK(std::get<Inventory>(read) == two_versions());
}

TEST_CASE("Inventories against the standard are refused", "[archive][ocfl]") {
    const std::string json = write_inventory(two_versions());
    const std::string a = sha512("a");
    CHECK(fault_of("") == "JSON");
    CHECK(fault_of("[]") == "JSON");
    CHECK(fault_of(json.substr(0, json.size() - 1)) == "JSON");
    CHECK(fault_of(replaced(json, "\"v2\",", "\"v1\",")) == "head");
    CHECK(fault_of(replaced(json, "\"v1\": {", "\"v01\": {")) == "numbers of the versions");
    CHECK(fault_of(replaced(json, "\"v1\": {", "\"v3\": {")) == "numbers of the versions");
    CHECK(fault_of(replaced(json, "1.1/spec", "1.0/spec")) == "type");
    CHECK(fault_of(replaced(json, "\"sha512\"", "\"md5\"")) == "digestAlgorithm");
    CHECK(fault_of(replaced(json, "vanthu:vt-1", "")) == "id");
    CHECK(fault_of(replaced(json, "v1/content/original/a", "v1/content/../a")) == "path");
    CHECK(fault_of(replaced(json, "v1/content/original/a", "/v1/content/a")) == "path");
    CHECK(fault_of(replaced(json, "v1/content/original/a", "v3/content/a")) == "content path");
    CHECK(fault_of(replaced(json, "\"original/a\"", "\"copy\"")) == "path twice");
    CHECK(fault_of(replaced(json, "\"copy\"", "\"original/a/b\"")) == "path below another");
    CHECK(fault_of(replaced(json, "2026-11-23T08:15:00Z", "yesterday")) == "created");
    CHECK(fault_of(replaced(json, "\"message\"", "\"massage\"")) == "member of a version");
    CHECK(fault_of(replaced(json, a, sha512("c"))) == "state without content");
    CHECK(fault_of(std::regex_replace(json, std::regex(sha512("b")), a + "0")) == "digest");
}
