#include "read/json/json_lines.h"

#include "read/json/json_tree.h"
#include "read/json/line_index.h"

#include <charconv>

namespace vanthu::read {
namespace {

/// One step of an RFC 6901 pointer, "~1" and "~0" undone.
std::string unescaped(std::string_view step) {
    std::string result;
    for (std::size_t i = 0; i < step.size(); ++i) {
        const bool is_escape = step[i] == '~' && i + 1 < step.size();
        result += is_escape ? (step[++i] == '1' ? '/' : '~') : step[i];
    }
    return result;
}

std::optional<std::uint32_t> element(const JsonTree& tree, std::uint32_t array, std::string_view step) {
    std::size_t wanted = 0;
    const auto [end, error] = std::from_chars(step.data(), step.data() + step.size(), wanted);
    if (error != std::errc() || end != step.data() + step.size()) return std::nullopt;
    std::optional<std::uint32_t> result;
    tree.each_element(array, [&](std::uint32_t index) {
        if (wanted-- == 0) result = index;
    });
    return result;
}

/// The node that the pointer leads to, or the last one on the way to it.
std::uint32_t node_at(const JsonTree& tree, std::string_view pointer) {
    std::uint32_t node = 0;
    while (pointer.starts_with('/')) {
        pointer.remove_prefix(1);
        const std::string_view step = pointer.substr(0, pointer.find('/'));
        pointer.remove_prefix(step.size());
        const bool is_array = tree.nodes[node].type == JsonType::array;
        const auto next = is_array ? element(tree, node, step) : tree.find(node, unescaped(step));
        if (!next) break;
        node = *next;
    }
    return node;
}

} // namespace

void add_lines(std::string_view json, Diagnostics& findings) {
    if (findings.empty()) return;
    const std::string_view text = without_byte_order_mark(json);
    const auto parsed = parse_json(text);
    const auto* tree = std::get_if<JsonTree>(&parsed);
    if (tree == nullptr) return;
    LineIndex lines(text);
    for (Diagnostic& finding : findings)
        if (finding.place.line == 0)
            finding.place.line = lines.line_of(tree->nodes[node_at(*tree, finding.place.pointer)].offset);
}

} // namespace vanthu::read
