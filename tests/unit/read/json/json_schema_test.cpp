// The schema, the reader and the writer must know the same fields.
#include "read/json/json_schema.h"
#include "support/json.h"
#include "support/random_document.h"
#include "write/json/json_writer.h"

#include <catch2/catch.hpp>
#include <set>

using namespace vanthu;

namespace {

/// The names of all members, at any depth.
void collect_names(const read::JsonTree& tree, std::set<std::string>& names) {
    for (std::uint32_t node = 0; node < tree.nodes.size(); ++node)
        if (tree.nodes[node].type == read::JsonType::object)
            tree.each_member(node, [&](std::uint32_t name, std::uint32_t) { names.emplace(tree.nodes[name].text()); });
}

std::set<std::string> schema_names(std::string_view schema) {
    std::string why;
    const auto compiled = read::JsonSchema::compile(schema, why);
    INFO(why);
    REQUIRE(compiled);
    std::set<std::string> names;
    for (std::size_t i = 0; i < compiled->size(); ++i)
        if (compiled->rule(i).properties)
            for (const auto& property : *compiled->rule(i).properties) names.emplace(property.name);
    return names;
}

} // namespace

TEST_CASE("every field of the schema is written, and nothing else", "[json][property]") {
    std::set<std::string> written;
    for (std::uint32_t seed = 1; seed <= 100; ++seed) {
        const Bytes json =
            write::write_json(seed % 2 ? test::random_document(seed) : test::random_other_document(seed));
        const auto parsed = read::parse_json(json);
        collect_names(std::get<read::JsonTree>(parsed), written);
    }
    written.insert("provenance"); // read by nobody
    CHECK(written == schema_names(test::json_rules().schema));
}

TEST_CASE("a schema that refers to nothing, or is none, is refused", "[json]") {
    std::string why;
    CHECK_FALSE(read::JsonSchema::compile(R"({"$ref":"#/$defs/x"})", why));
    CHECK(why == "$ref to nothing");
    CHECK_FALSE(read::JsonSchema::compile("{", why));
    CHECK(why == "no JSON, byte 1");
    CHECK_FALSE(read::JsonSchema::compile(R"({"type":"text"})", why));
    CHECK(why == "text");
}
