#include "read/json/json_schema.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <utility>

namespace vanthu::read {

/// Depth first; a rule gets its number before its parts, so that schemas may refer to themselves.
class SchemaCompiler {
  public:
    SchemaCompiler(const JsonTree& tree, std::vector<JsonRule>& rules) : tree_(tree), rules_(rules) {}

    std::size_t compile(std::uint32_t node) {
        if (const auto known = numbers_.find(node); known != numbers_.end()) return known->second;
        if (const auto reference = tree_.find(node, "$ref")) return follow(node, *reference);
        const std::size_t number = rules_.size();
        numbers_[node] = number;
        rules_.emplace_back();
        JsonRule rule;
        if (tree_.nodes[node].type != JsonType::object)
            fail("a schema that is no object");
        else
            tree_.each_member(
                node, [&](std::uint32_t name, std::uint32_t value) { keyword(rule, tree_.nodes[name].text(), value); });
        mark_required(rule);
        rules_[number] = std::move(rule);
        return number;
    }

    const std::string& why() const { return why_; }

  private:
    void fail(std::string_view what) {
        if (why_.empty()) why_ = what;
    }

    /// "#/$defs/name"
    std::size_t follow(std::uint32_t node, std::uint32_t reference) {
        if (tree_.nodes[node].size > 1) fail("$ref beside other keywords");
        constexpr std::string_view prefix = "#/$defs/";
        const std::string_view target = tree_.nodes[reference].text();
        const auto definitions = tree_.find(0, "$defs");
        const auto found = definitions && target.starts_with(prefix)
                               ? tree_.find(*definitions, target.substr(prefix.size()))
                               : std::nullopt;
        if (found && !tree_.find(*found, "$ref")) return compile(*found);
        fail("$ref to nothing");
        return 0;
    }

    void keyword(JsonRule& rule, std::string_view name, std::uint32_t value) {
        static constexpr std::array<std::string_view, 5> annotations = {"$schema", "$id", "$defs", "title",
                                                                        "description"};
        if (std::find(annotations.begin(), annotations.end(), name) != annotations.end()) return;
        if (name == "type")
            types(rule, value);
        else if (name == "properties")
            properties(rule, value);
        else if (name == "required")
            rule.required = texts(value);
        else if (name == "additionalProperties")
            rule.closed = tree_.nodes[value].text() == "false";
        else if (name == "items")
            rule.items = compile(value);
        else if (name == "enum")
            rule.allowed = texts(value);
        else if (name == "const")
            rule.allowed = {tree_.nodes[value].text()};
        else if (name == "minItems")
            rule.min_items = static_cast<std::size_t>(number(value));
        else if (name == "minLength")
            rule.min_length = static_cast<std::size_t>(number(value));
        else if (name == "maxLength")
            rule.max_length = static_cast<std::size_t>(number(value));
        else if (name == "minimum")
            rule.minimum = number(value);
        else if (name == "maximum")
            rule.maximum = number(value);
        else if (name == "format")
            format(rule, value);
        else if (name == "oneOf")
            tree_.each_element(value, [&](std::uint32_t branch) { rule.one_of.push_back(compile(branch)); });
        else
            fail(name);
    }

    void types(JsonRule& rule, std::uint32_t value) {
        if (tree_.nodes[value].type == JsonType::string)
            rule.types = {type(value)};
        else
            tree_.each_element(value, [&](std::uint32_t one) { rule.types.push_back(type(one)); });
    }

    JsonType type(std::uint32_t node) {
        static constexpr std::array<std::string_view, 6> names = {"null",   "boolean", "number",
                                                                  "string", "array",   "object"};
        const auto* const found = std::find(names.begin(), names.end(), tree_.nodes[node].text());
        if (found == names.end()) fail(tree_.nodes[node].text());
        return static_cast<JsonType>(found - names.begin());
    }

    void properties(JsonRule& rule, std::uint32_t object) {
        rule.properties.emplace();
        tree_.each_member(object, [&](std::uint32_t name, std::uint32_t value) {
            rule.properties->push_back({tree_.nodes[name].text(), compile(value), false});
        });
        if (rule.properties->size() > 64) fail("more than 64 properties");
    }

    static void mark_required(JsonRule& rule) {
        if (!rule.properties) return;
        for (JsonRule::Property& property : *rule.properties)
            property.required =
                std::find(rule.required.begin(), rule.required.end(), property.name) != rule.required.end();
    }

    void format(JsonRule& rule, std::uint32_t value) {
        if (tree_.nodes[value].text() == "date")
            rule.is_date = true;
        else if (tree_.nodes[value].text() == "lines")
            rule.has_lines = true;
        else
            fail(tree_.nodes[value].text());
    }

    std::vector<std::string_view> texts(std::uint32_t array) {
        std::vector<std::string_view> result;
        tree_.each_element(array, [&](std::uint32_t one) { result.push_back(tree_.nodes[one].text()); });
        return result;
    }

    double number(std::uint32_t node) {
        const std::string_view text = tree_.nodes[node].text();
        double result = 0;
        if (std::from_chars(text.data(), text.data() + text.size(), result).ec != std::errc{}) fail(text);
        return result;
    }

    const JsonTree& tree_;
    std::vector<JsonRule>& rules_;
    std::map<std::uint32_t, std::size_t> numbers_;
    std::string why_;
};

const JsonRule::Property* JsonRule::property(std::string_view name) const {
    if (!properties) return nullptr;
    for (const Property& one : *properties)
        if (one.name == name) return &one;
    return nullptr;
}

std::optional<JsonSchema> JsonSchema::compile(std::string_view text, std::string& why) {
    auto parsed = parse_json(text);
    if (const auto* fault = std::get_if<JsonFault>(&parsed)) {
        why = "no JSON, byte " + std::to_string(fault->offset);
        return std::nullopt;
    }
    JsonSchema schema;
    schema.tree_ = std::move(std::get<JsonTree>(parsed));
    SchemaCompiler compiler(schema.tree_, schema.rules_);
    compiler.compile(0);
    why = compiler.why();
    if (!why.empty()) return std::nullopt;
    return schema;
}

} // namespace vanthu::read
