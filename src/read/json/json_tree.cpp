#include "read/json/json_tree.h"

#include "text/unicode.h"

#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include <algorithm>
#include <utility>

namespace vanthu::read {
namespace {

/// Close to the number of nodes, so that the array is not copied while it grows; bounded, because the text may lie.
std::size_t expected_nodes(std::string_view source) {
    const auto occurrences = [&](char c) {
        return static_cast<std::size_t>(std::count(source.begin(), source.end(), c));
    };
    return std::min(occurrences('"') / 2 + occurrences('{') + occurrences('['), source.size() / 16) + 16;
}

/// Takes rapidjson's events. It does not say where a token begins, but tokens follow each other with only blanks,
/// commas and colons between them.
class TreeBuilder {
  public:
    TreeBuilder(std::string_view source, const rapidjson::MemoryStream& stream) : source_(source), stream_(stream) {
        tree_.nodes.reserve(expected_nodes(source));
    }

    JsonFault::Kind stopped() const { return stopped_; }

    /// Of the token behind the last one that was taken.
    std::size_t token_start() const {
        std::size_t at = behind_;
        while (at < source_.size() && std::string_view(" \t\r\n,:").find(source_[at]) != std::string_view::npos) ++at;
        return at;
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
        set_text(add(type, start), source_.substr(start, stream_.Tell() - start));
        return has_room();
    }

    bool add_string(std::string_view decoded) {
        const std::size_t start = token_start();
        JsonNode& node = add(JsonType::string, start);
        const std::string_view raw = source_.substr(start + 1, behind_ - start - 2);
        text::Scan scan = text::scan(decoded, tree_.characters);
        if (scan.valid && !scan.composed) {
            set_text(node, keep(*text::to_nfc(decoded)));
            scan = text::scan(node.text(), tree_.characters);
        } else {
            set_text(node, raw.size() == decoded.size() ? raw : keep(std::string(decoded)));
        }
        node.valid = scan.valid;
        node.unprintable = scan.unprintable;
        return has_room();
    }

    static void set_text(JsonNode& node, std::string_view text) {
        node.data = text.data();
        node.size = static_cast<std::uint32_t>(text.size());
    }

    bool has_room() {
        if (tree_.nodes.size() <= json_max_nodes) return true;
        stopped_ = JsonFault::Kind::too_many;
        return false;
    }

    std::string_view keep(std::string text) { return tree_.changed.emplace_back(std::move(text)); }

    bool open(JsonType type) {
        if (open_.size() == json_max_depth) return false;
        count();
        const std::size_t start = token_start();
        open_.push_back(static_cast<std::uint32_t>(tree_.nodes.size()));
        add(type, start);
        return has_room();
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
    JsonFault::Kind stopped_ = JsonFault::Kind::too_deep;
};

JsonFault fault_of(const rapidjson::ParseResult& result, std::size_t size, const TreeBuilder& builder) {
    if (result.Code() == rapidjson::kParseErrorTermination) return {builder.stopped(), result.Offset()};
    // Where the text begins that has no end is what helps to find it.
    if (result.Code() == rapidjson::kParseErrorStringMissQuotationMark)
        return {JsonFault::Kind::truncated, builder.token_start()};
    if (result.Offset() >= size) return {JsonFault::Kind::truncated, size};
    return {JsonFault::Kind::syntax, result.Offset()};
}

} // namespace

std::optional<std::uint32_t> JsonTree::find(std::uint32_t object, std::string_view name) const {
    std::optional<std::uint32_t> found;
    if (nodes[object].type != JsonType::object) return found;
    each_member(object, [&](std::uint32_t name_index, std::uint32_t value) {
        if (!found && nodes[name_index].text() == name) found = value;
    });
    return found;
}

std::variant<JsonTree, JsonFault> parse_json(std::string_view source) {
    rapidjson::MemoryStream stream(source.data(), source.size());
    TreeBuilder builder(source, stream);
    rapidjson::Reader reader;
    const rapidjson::ParseResult result = reader.Parse<rapidjson::kParseNumbersAsStringsFlag>(stream, builder);
    if (result.IsError()) return fault_of(result, source.size(), builder);
    // To rapidjson a NUL byte is the end of the text.
    if (stream.Tell() != source.size()) return JsonFault{JsonFault::Kind::syntax, stream.Tell()};
    return builder.take();
}

} // namespace vanthu::read
