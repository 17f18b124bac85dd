#include "server/json.h"

#include "base/printable.h"

#include <algorithm>

namespace vanthu::server {
namespace {

/// Deeper ones would be written back by functions that call themselves.
constexpr int most_depth = 100;

bool is_too_deep(std::string_view json) {
    int depth = 0;
    bool in_text = false;
    for (std::size_t i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (in_text && c == '\\')
            ++i;
        else if (c == '"')
            in_text = !in_text;
        else if (!in_text && (c == '{' || c == '[') && ++depth > most_depth)
            return true;
        else if (!in_text && (c == '}' || c == ']'))
            --depth;
    }
    return false;
}

} // namespace

Json& Json::text(std::string_view value) {
    // Addresses, names of files and of users come as anybody sends them.
    const std::string valid = valid_utf8(value);
    writer_.String(valid.data(), size(valid));
    return *this;
}

std::optional<rapidjson::Document> parse_object(std::string_view json) {
    if (is_too_deep(json)) return std::nullopt;
    rapidjson::Document document;
    document.Parse<rapidjson::kParseValidateEncodingFlag | rapidjson::kParseFullPrecisionFlag>(json.data(),
                                                                                               json.size());
    if (document.HasParseError() || !document.IsObject()) return std::nullopt;
    return document;
}

std::string_view text_of(const rapidjson::Value& object, const char* name) {
    const auto found = object.FindMember(name);
    if (found == object.MemberEnd() || !found->value.IsString()) return {};
    return {found->value.GetString(), found->value.GetStringLength()};
}

Bytes json_of(const rapidjson::Value& object, const char* name) {
    const auto found = object.FindMember(name);
    if (found == object.MemberEnd()) return {};
    rapidjson::StringBuffer buffer;
    rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
    found->value.Accept(writer);
    return {buffer.GetString(), buffer.GetSize()};
}

bool truth_of(const rapidjson::Value& object, const char* name) {
    const auto found = object.FindMember(name);
    return found != object.MemberEnd() && found->value.IsBool() && found->value.GetBool();
}

} // namespace vanthu::server
