// A JSON text as one flat array of nodes in the order of the text. Texts stay where they are in the source; only those
// with escapes or outside NFC get storage of their own, so that the tree costs little beside the source.
#pragma once

#include "text/scan.h"

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace vanthu::read {

enum class JsonType : std::uint8_t { null, boolean, number, string, array, object };

struct JsonNode {
    const char* data = nullptr;
    std::uint32_t size = 0;   ///< string, number: bytes at `data`; array, object: number of elements or members
    std::uint32_t offset = 0; ///< of its first byte in the source
    std::uint32_t next = 0;   ///< index of the node behind it and all that it contains
    JsonType type = JsonType::null;
    bool valid = true;        ///< string: valid UTF-8
    bool unprintable = false; ///< string: has a control or an invisible character

    /// String: decoded, in NFC if valid; number, boolean, null: as written; array, object: empty.
    std::string_view text() const { return data == nullptr ? std::string_view() : std::string_view(data, size); }
};

/// The root is node 0. A member is two nodes: its name, then its value.
struct JsonTree {
    std::vector<JsonNode> nodes;
    std::deque<std::string> changed; ///< texts that differ from the source
    text::CharacterSet characters;   ///< of all strings

    /// Calls `visit(index)` for each element of an array.
    template <class Visitor> void each_element(std::uint32_t array, Visitor visit) const {
        for (std::uint32_t i = array + 1; i < nodes[array].next; i = nodes[i].next) visit(i);
    }

    /// Calls `visit(index of the name, index of the value)` for each member of an object.
    template <class Visitor> void each_member(std::uint32_t object, Visitor visit) const {
        for (std::uint32_t i = object + 1; i < nodes[object].next; i = nodes[i + 1].next) visit(i, i + 1);
    }

    /// The value of the first member of that name; none where `object` is no object or has no such member.
    std::optional<std::uint32_t> find(std::uint32_t object, std::string_view name) const;
};

/// Why a text is no JSON.
struct JsonFault {
    enum class Kind { syntax, truncated, too_deep, too_many } kind = Kind::syntax;
    std::size_t offset = 0;
};

inline constexpr std::size_t json_max_depth = 64;
inline constexpr std::size_t json_max_bytes = std::size_t{256} << 20;
inline constexpr std::size_t json_max_nodes = std::size_t{16} << 20; ///< a million table rows

/// Windows writes it; it is no part of the text.
constexpr std::string_view without_byte_order_mark(std::string_view source) {
    return source.starts_with("\xEF\xBB\xBF") ? source.substr(3) : source;
}

/// `source` must live as long as the tree and have at most json_max_bytes bytes.
std::variant<JsonTree, JsonFault> parse_json(std::string_view source);

} // namespace vanthu::read
