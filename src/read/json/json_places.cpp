#include "read/json/json_reader.h"

#include "read/json/json_tree.h"
#include "read/json/line_index.h"

#include <charconv>

namespace vanthu::read {
namespace {

std::string unescaped(std::string_view token) {
    std::string result;
    for (std::size_t i = 0; i < token.size(); ++i) {
        const bool escape = token[i] == '~' && i + 1 < token.size();
        result += escape ? (token[++i] == '1' ? '/' : '~') : token[i];
    }
    return result;
}

std::optional<std::uint32_t> element(const JsonTree& tree, std::uint32_t array, std::string_view token) {
    std::size_t index = 0;
    if (std::from_chars(token.data(), token.data() + token.size(), index).ec != std::errc{} || index >= tree.nodes[array].size)
        return std::nullopt;
    std::uint32_t node = array + 1;
    for (; index > 0; --index) node = tree.nodes[node].next;
    return node;
}

/// The value that a JSON Pointer names.
std::optional<std::uint32_t> resolve(const JsonTree& tree, std::string_view pointer) {
    std::uint32_t node = 0;
    while (!pointer.empty()) {
        const std::size_t end = pointer.find('/', 1);
        const std::string_view token = pointer.substr(1, end == std::string_view::npos ? end : end - 1);
        const bool in_array = tree.nodes[node].type == JsonType::array;
        const auto next = in_array ? element(tree, node, token) : tree.find(node, unescaped(token));
        if (!next) return std::nullopt;
        node = *next;
        pointer = end == std::string_view::npos ? std::string_view() : pointer.substr(end);
    }
    return node;
}

} // namespace

void fill_lines(std::string_view json, Diagnostics& diagnostics) {
    const auto parsed = parse_json(without_byte_order_mark(json));
    const auto* tree = std::get_if<JsonTree>(&parsed);
    if (tree == nullptr) return;
    LineIndex lines(without_byte_order_mark(json));
    for (Diagnostic& diagnostic : diagnostics)
        if (const auto node = diagnostic.place.line == 0 ? resolve(*tree, diagnostic.place.pointer) : std::nullopt)
            diagnostic.place.line = lines.line_of(tree->nodes[*node].offset);
}

} // namespace vanthu::read
