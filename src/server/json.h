// JSON of the API: built value by value, and read with nothing taken on trust. Private to server.
#pragma once

#include "base/bytes.h"

#include <rapidjson/document.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace vanthu::server {

/// Writes one value. Names must be UTF-8; what is none in texts is written out as \xNN.
class Json {
  public:
    Json& open() { return writer_.StartObject(), *this; }
    Json& close() { return writer_.EndObject(), *this; }
    Json& open_list() { return writer_.StartArray(), *this; }
    Json& close_list() { return writer_.EndArray(), *this; }
    Json& key(std::string_view name) { return writer_.Key(name.data(), size(name)), *this; }
    Json& text(std::string_view value);
    Json& value(std::string_view value) { return text(value); }
    Json& value(const char* value) { return text(value); }
    Json& value(const std::string& value) { return text(value); }
    Json& value(bool value) { return writer_.Bool(value), *this; }
    Json& value(double value) { return writer_.Double(value), *this; }
    template <std::integral Number> Json& value(Number value) {
        if constexpr (std::is_signed_v<Number>)
            return writer_.Int64(value), *this;
        else
            return writer_.Uint64(value), *this;
    }
    Json& nothing() { return writer_.Null(), *this; }
    /// JSON that is there already.
    Json& raw(std::string_view json) {
        return writer_.RawValue(json.data(), json.size(), rapidjson::kObjectType), *this;
    }

    template <class Value> Json& member(std::string_view name, const Value& content) {
        return key(name).value(content);
    }
    /// Left out where it is empty.
    Json& optional(std::string_view name, std::string_view content) {
        return content.empty() ? *this : member(name, content);
    }
    Json& raw_member(std::string_view name, std::string_view json) { return key(name).raw(json); }

    Bytes take() const { return {buffer_.GetString(), buffer_.GetSize()}; }

  private:
    static rapidjson::SizeType size(std::string_view text) { return static_cast<rapidjson::SizeType>(text.size()); }

    rapidjson::StringBuffer buffer_;
    rapidjson::Writer<rapidjson::StringBuffer> writer_{buffer_};
};

/// None where it is no JSON object, no UTF-8 or nested deeper than 100.
std::optional<rapidjson::Document> parse_object(std::string_view json);

/// The text member of that name; empty where there is none.
std::string_view text_of(const rapidjson::Value& object, const char* name);

/// A member as JSON; empty where there is none.
Bytes json_of(const rapidjson::Value& object, const char* name);

bool truth_of(const rapidjson::Value& object, const char* name);

} // namespace vanthu::server
