#include "read/json/json_validator.h"

#include "read/json/json_values.h"
#include "read/json/nearest_name.h"
#include "text/unicode.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <bitset>

namespace vanthu::read {
namespace {

constexpr std::array<std::string_view, 6> type_names = {"null", "boolean", "number", "string", "array", "object"};

std::string_view name_of(JsonType type) { return type_names[static_cast<std::size_t>(type)]; }

bool is_blank(std::string_view text) { return text.find_first_not_of(' ') == std::string_view::npos; }

std::size_t character_count(std::string_view text) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

class Validator {
  public:
    Validator(const JsonTree& tree, const JsonSchema& schema, const JsonExpectations& expectations, Problems& problems)
        : tree_(tree), schema_(schema), uncovered_(expectations.uncovered), may_have_gaps_(expectations.may_have_gaps),
          problems_(problems) {}

    void validate(std::uint32_t index, const JsonRule& rule, const JsonPath& path) {
        if (!rule.one_of.empty()) return validate_branch(index, rule, path);
        const JsonNode& node = tree_.nodes[index];
        if (!rule.types.empty() && std::find(rule.types.begin(), rule.types.end(), node.type) == rule.types.end())
            return add("wrong-type", index, path,
                       {{"expected", expected(rule)}, {"found", std::string(name_of(node.type))}});
        if (node.type == JsonType::object)
            validate_object(index, rule, path);
        else if (node.type == JsonType::array)
            validate_array(index, rule, path);
        else if (node.type == JsonType::string)
            validate_text(index, rule, path);
        else if (node.type == JsonType::number)
            validate_number(index, rule, path);
    }

  private:
    void add(const char* code, std::uint32_t index, const JsonPath& path, std::vector<Argument> arguments = {}) {
        problems_.add(code, path, tree_.nodes[index].offset, std::move(arguments));
    }

    static std::string expected(const JsonRule& rule) {
        std::string result;
        for (const JsonType type : rule.types)
            if (type != JsonType::null) result = name_of(type);
        return result;
    }

    void validate_object(std::uint32_t index, const JsonRule& rule, const JsonPath& path) {
        if (!rule.properties) return;
        std::bitset<64> present;
        tree_.each_member(index, [&](std::uint32_t name_index, std::uint32_t value) {
            const std::string_view name = tree_.nodes[name_index].text();
            const JsonRule::Property* property = rule.property(name);
            if (property == nullptr) return unknown(name_index, rule, path);
            const auto bit = static_cast<std::size_t>(property - rule.properties->data());
            if (present[bit])
                return add("duplicate-field", name_index, path.member(name), {{"field", std::string(name)}});
            present.set(bit);
            validate(value, schema_.rule(property->rule), path.member(name));
        });
        for (std::size_t i = 0; i < rule.properties->size(); ++i)
            if ((*rule.properties)[i].required && !present[i])
                add("missing-field", index, path, {{"field", std::string((*rule.properties)[i].name)}});
    }

    void unknown(std::uint32_t name_index, const JsonRule& rule, const JsonPath& path) {
        if (!rule.closed) return;
        const std::string_view name = tree_.nodes[name_index].text();
        std::vector<std::string_view> known;
        for (const JsonRule::Property& property : *rule.properties) known.push_back(property.name);
        if (const std::optional<std::string_view> meant = nearest_name(name, known))
            return add("unknown-field", name_index, path.member(name),
                       {{"field", shown(name)}, {"suggestion", std::string(*meant)}});
        add("unexpected-field", name_index, path.member(name),
            {{"field", shown(name)}, {"known", fmt::format("{}", fmt::join(known, ", "))}});
    }

    void validate_array(std::uint32_t index, const JsonRule& rule, const JsonPath& path) {
        const JsonNode& node = tree_.nodes[index];
        if (node.size < rule.min_items && !may_have_gaps_)
            add("too-few-elements", index, path,
                {{"minimum", std::to_string(rule.min_items)}, {"found", std::to_string(node.size)}});
        if (!rule.items) return;
        const JsonRule& items = schema_.rule(*rule.items);
        std::size_t position = 0;
        tree_.each_element(index, [&](std::uint32_t element) { validate(element, items, path.element(position++)); });
    }

    void validate_text(std::uint32_t index, const JsonRule& rule, const JsonPath& path) {
        const JsonNode& node = tree_.nodes[index];
        if (!node.valid) return add("invalid-utf8", index, path, {{"text", shown(node.text())}});
        if (rule.min_length > 0 && !may_have_gaps_ && is_blank(node.text())) return add("empty-text", index, path);
        if (rule.max_length > 0 && character_count(node.text()) > rule.max_length)
            return add(
                "text-too-long", index, path,
                {{"limit", std::to_string(rule.max_length)}, {"found", std::to_string(character_count(node.text()))}});
        if (!rule.allowed.empty()) return validate_choice(index, rule.allowed, path);
        if (rule.is_date && !node.text().empty()) {
            if (!date_of(node.text())) add("bad-date", index, path, {{"value", shown(node.text())}});
            return;
        }
        if (node.unprintable) validate_characters(index, rule, path);
        if (!uncovered_.empty()) validate_coverage(index, path);
    }

    void validate_choice(std::uint32_t index, const std::vector<std::string_view>& allowed, const JsonPath& path) {
        const std::string_view text = tree_.nodes[index].text();
        if (std::find(allowed.begin(), allowed.end(), text) != allowed.end()) return;
        std::vector<std::string_view> named;
        for (const std::string_view one : allowed)
            if (!one.empty()) named.push_back(one);
        add("bad-value", index, path, {{"value", shown(text)}, {"allowed", fmt::format("{}", fmt::join(named, ", "))}});
    }

    void validate_characters(std::uint32_t index, const JsonRule& rule, const JsonPath& path) {
        std::vector<char32_t> reported;
        text::for_each_character(tree_.nodes[index].text(), [&](char32_t character) {
            const bool control = text::is_control(character);
            if (!control && !text::is_invisible(character)) return;
            if (rule.has_lines && character == U'\n') return;
            if (std::find(reported.begin(), reported.end(), character) != reported.end()) return;
            reported.push_back(character);
            add(control ? "control-character" : "invisible-character", index, path,
                {{"code", code_point_name(character)}});
        });
    }

    void validate_coverage(std::uint32_t index, const JsonPath& path) {
        std::vector<char32_t> reported;
        text::for_each_character(tree_.nodes[index].text(), [&](char32_t character) {
            if (!std::binary_search(uncovered_.begin(), uncovered_.end(), character)) return;
            if (std::find(reported.begin(), reported.end(), character) != reported.end()) return;
            reported.push_back(character);
            add("uncovered-character", index, path,
                {{"character", text::to_utf8(character)}, {"code", code_point_name(character)}});
        });
    }

    void validate_number(std::uint32_t index, const JsonRule& rule, const JsonPath& path) {
        const std::optional<double> value = number_of(tree_.nodes[index].text());
        if (value && (!rule.minimum || *value >= *rule.minimum) && (!rule.maximum || *value <= *rule.maximum)) return;
        add("number-out-of-range", index, path,
            {{"value", shown(tree_.nodes[index].text())},
             {"minimum", fmt::format("{}", rule.minimum.value_or(0))},
             {"maximum", fmt::format("{}", rule.maximum.value_or(0))}});
    }

    /// The branch whose `kind` has the value of the object's `kind`.
    void validate_branch(std::uint32_t index, const JsonRule& rule, const JsonPath& path) {
        const JsonNode& node = tree_.nodes[index];
        if (node.type != JsonType::object)
            return add("wrong-type", index, path, {{"expected", "object"}, {"found", std::string(name_of(node.type))}});
        const std::optional<std::uint32_t> kind = tree_.find(index, "kind");
        if (!kind) return add("missing-field", index, path, {{"field", "kind"}});
        JsonRule any_kind;
        any_kind.types = {JsonType::string};
        for (const std::size_t branch : rule.one_of) {
            const JsonRule::Property* property = schema_.rule(branch).property("kind");
            if (property == nullptr) continue;
            const std::vector<std::string_view>& kinds = schema_.rule(property->rule).allowed;
            const bool match = std::find(kinds.begin(), kinds.end(), tree_.nodes[*kind].text()) != kinds.end();
            if (match && tree_.nodes[*kind].type == JsonType::string)
                return validate(index, schema_.rule(branch), path);
            any_kind.allowed.insert(any_kind.allowed.end(), kinds.begin(), kinds.end());
        }
        validate(*kind, any_kind, path.member("kind"));
    }

    const JsonTree& tree_;
    const JsonSchema& schema_;
    const std::vector<char32_t>& uncovered_;
    bool may_have_gaps_;
    Problems& problems_;
};

} // namespace

void validate_json(const JsonTree& tree, const JsonSchema& schema, const JsonExpectations& expectations,
                   Problems& problems) {
    Validator(tree, schema, expectations, problems).validate(0, schema.root(), JsonPath{});
}

} // namespace vanthu::read
