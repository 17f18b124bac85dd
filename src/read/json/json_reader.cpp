#include "read/json/json_reader.h"

#include "read/json/json_schema.h"
#include "read/json/json_tree.h"
#include "read/json/json_validator.h"
#include "read/json/model_builder.h"
#include "read/json/problems.h"

namespace vanthu::read {
namespace {

std::vector<char32_t> uncovered_characters(const text::CharacterSet& characters,
                                           const std::function<bool(char32_t)>& covers) {
    std::vector<char32_t> result;
    if (!covers) return result;
    characters.for_each([&](char32_t character) {
        // The others have problems of their own.
        if (!text::is_control(character) && !text::is_invisible(character) && !covers(character))
            result.push_back(character);
    });
    return result;
}

/// Notepad's "Unicode": every other byte of ASCII is zero there, and no JSON text has a zero byte.
bool looks_like_utf16(std::string_view json) {
    return json.starts_with("\xFF\xFE") || json.starts_with("\xFE\xFF") ||
           json.substr(0, 2).find('\0') != std::string_view::npos;
}

void report(const JsonFault& fault, std::string_view json, Problems& problems) {
    if (json.find_first_not_of(" \t\r\n") == std::string_view::npos) return problems.add("json-empty", {}, 0);
    if (looks_like_utf16(json)) return problems.add("json-utf16", {}, 0);
    if (fault.kind == JsonFault::Kind::too_deep)
        return problems.add("too-deep", {}, fault.offset, {{"limit", std::to_string(json_max_depth)}});
    if (fault.kind == JsonFault::Kind::too_many)
        return problems.add("too-many-values", {}, fault.offset, {{"limit", std::to_string(json_max_nodes)}});
    const LineColumn where = problems.position(fault.offset);
    std::vector<Argument> arguments = {{"line", std::to_string(where.line)}, {"column", std::to_string(where.column)}};
    if (fault.kind == JsonFault::Kind::truncated)
        return problems.add("json-truncated", {}, fault.offset, std::move(arguments));
    arguments.push_back({"found", shown(json.substr(fault.offset, 12))});
    problems.add("json-syntax", {}, fault.offset, std::move(arguments));
}

} // namespace

Result<model::Document> read_json(std::string_view json, std::string_view file, const JsonRules& rules) {
    using Reading = Result<model::Document>;
    json = without_byte_order_mark(json);
    Problems problems(json, file);
    if (json.size() > json_max_bytes) {
        problems.add("file-too-large", {}, 0, {{"limit", std::to_string(json_max_bytes >> 20)}});
        return Reading::failed(problems.take());
    }
    std::string why;
    const std::optional<JsonSchema> schema = JsonSchema::compile(rules.schema, why);
    if (!schema)
        return Reading::failed(
            {"schema-broken", Severity::error, {{"reason", why}}, Place{std::string(file), 0, {}, {}}});

    const auto parsed = parse_json(json);
    if (const auto* fault = std::get_if<JsonFault>(&parsed)) {
        report(*fault, json, problems);
        return Reading::failed(problems.take());
    }
    const auto& tree = std::get<JsonTree>(parsed);
    validate_json(tree, *schema, {uncovered_characters(tree.characters, rules.covers), rules.may_have_gaps}, problems);
    check_cell_counts(tree, problems);
    if (!problems.none()) return Reading::failed(problems.take());
    return Reading::of(build_document(tree));
}

} // namespace vanthu::read
