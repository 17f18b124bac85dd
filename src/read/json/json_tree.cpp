#include "read/json/json_tree.h"

#include "text/unicode.h"

#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include <utility>

namespace vanthu::read {
namespace {

/// Takes rapidjson's events. It does not say where a token begins, but tokens follow each other with only blanks,
/// commas and colons between them.
class TreeBuilder {
  public:
    TreeBuilder(std::string_view source, const rapidjson::MemoryStream& stream) : source_(source), stream_(stream) {
        tree_.nodes.reserve(source.size() / 64 + 16);
    }

    bool Null() { return add_plain(JsonType::null); }
    bool Bool(bool) { return add_plain(JsonType::boolean); }
    bool RawNumber(const char*, rapidjson::SizeType, bool) { return add_plain(JsonType::number); }
    bool String(const char* text, rapidjson::SizeType size, bool) {
        count();
        return add_string({text, size});
    }
    bool Key(const char* text, rapidjson::SizeType size, bool) {
        count();
        in_member_ = true;
        return add_string({text, size});
    }
    bool StartObject() { return open(JsonType::object); }
    bool StartArray() { return open(JsonType::array); }
    bool EndObject(rapidjson::SizeType) { return close(); }
    bool EndArray(rapidjson::SizeType) { return close(); }

    // Never called: numbers arrive as text.
    bool Int(int) { return false; }
    bool Uint(unsigned) { return false; }
    bool Int64(std::int64_t) { return false; }
    bool Uint64(std::uint64_t) { return false; }
    bool Double(double) { return false; }

    JsonTree take() { return std::move(tree_); }

  private:
    std::size_t token_start() const {
        std::size_t at = behind_;
        while (at < source_.size() && std::string_view(" \t\r\n,:").find(source_[at]) != std::string_view::npos) ++at;
        return at;
    }

    /// A value belongs to the open array; in an object its name was counted.
    void count() {
        if (!std::exchange(in_member_, false) && !open_.empty()) ++tree_.nodes[open_.back()].size;
    }

    JsonNode& add(JsonType type, std::size_t start) {
        JsonNode& node = tree_.nodes.emplace_back();
        node.type = type;
        node.offset = static_cast<std::uint32_t>(start);
        node.next = static_cast<std::uint32_t>(tree_.nodes.size());
        behind_ = stream_.Tell();
        return node;
    }

    bool add_plain(JsonType type) {
        count();
        const std::size_t start = token_start();
        add(type, start).text = source_.substr(start, stream_.Tell() - start);
        return true;
    }

    bool add_string(std::string_view decoded) {
        const std::size_t start = token_start();
        JsonNode& node = add(JsonType::string, start);
        const std::string_view raw = source_.substr(start + 1, behind_ - start - 2);
        text::Scan scan = text::scan(decoded, tree_.characters);
        if (scan.valid && !scan.composed) {
            node.text = keep(*text::to_nfc(decoded));
            scan = text::scan(node.text, tree_.characters);
        } else {
            node.text = raw.size() == decoded.size() ? raw : keep(std::string(decoded));
        }
        node.valid = scan.valid;
        node.unprintable = scan.unprintable;
        return true;
    }

    std::string_view keep(std::string text) { return tree_.changed.emplace_back(std::move(text)); }

    bool open(JsonType type) {
        if (open_.size() == json_max_depth) return false;
        count();
        const std::size_t start = token_start();
        open_.push_back(static_cast<std::uint32_t>(tree_.nodes.size()));
        add(type, start);
        return true;
    }

    bool close() {
        tree_.nodes[open_.back()].next = static_cast<std::uint32_t>(tree_.nodes.size());
        open_.pop_back();
        behind_ = stream_.Tell();
        return true;
    }

    std::string_view source_;
    const rapidjson::MemoryStream& stream_;
    JsonTree tree_;
    std::vector<std::uint32_t> open_;
    std::size_t behind_ = 0;
    bool in_member_ = false;
};

JsonFault fault_of(const rapidjson::ParseResult& result, std::size_t size) {
    if (result.Code() == rapidjson::kParseErrorTermination) return {JsonFault::Kind::too_deep, result.Offset()};
    if (result.Code() == rapidjson::kParseErrorStringMissQuotationMark) return {JsonFault::Kind::truncated, result.Offset()};
    if (result.Offset() >= size) return {JsonFault::Kind::truncated, size};
    return {JsonFault::Kind::syntax, result.Offset()};
}

} // namespace

std::optional<std::uint32_t> JsonTree::find(std::uint32_t object, std::string_view name) const {
    std::optional<std::uint32_t> found;
    if (nodes[object].type != JsonType::object) return found;
    each_member(object, [&](std::uint32_t name_index, std::uint32_t value) {
        if (!found && nodes[name_index].text == name) found = value;
    });
    return found;
}

std::variant<JsonTree, JsonFault> parse_json(std::string_view source) {
    rapidjson::MemoryStream stream(source.data(), source.size());
    TreeBuilder builder(source, stream);
    rapidjson::Reader reader;
    const rapidjson::ParseResult result = reader.Parse<rapidjson::kParseNumbersAsStringsFlag>(stream, builder);
    if (result.IsError()) return fault_of(result, source.size());
    // To rapidjson a NUL byte is the end of the text.
    if (stream.Tell() != source.size()) return JsonFault{JsonFault::Kind::syntax, stream.Tell()};
    return builder.take();
}

} // namespace vanthu::read
