#include "read/json/json_validator.h"

namespace vanthu::read {
namespace {

void check_table(const JsonTree& tree, std::uint32_t table, const JsonPath& path, Problems& problems) {
    const auto columns = tree.find(table, "columns");
    const auto rows = tree.find(table, "rows");
    if (!columns || !rows || tree.nodes[*columns].type != JsonType::array || tree.nodes[*rows].type != JsonType::array)
        return;
    const std::uint32_t expected = tree.nodes[*columns].size;
    const JsonPath rows_path = path.member("rows");
    std::size_t position = 0;
    tree.each_element(*rows, [&](std::uint32_t row) {
        const JsonPath row_path = rows_path.element(position++);
        const auto cells = tree.find(row, "cells");
        if (!cells || tree.nodes[*cells].type != JsonType::array || tree.nodes[*cells].size == expected) return;
        problems.add("wrong-cell-count", row_path.member("cells"), tree.nodes[*cells].offset,
                     {{"found", std::to_string(tree.nodes[*cells].size)}, {"expected", std::to_string(expected)}});
    });
}

} // namespace

void check_cell_counts(const JsonTree& tree, Problems& problems) {
    const auto attachments = tree.find(0, "attachments");
    if (!attachments || tree.nodes[*attachments].type != JsonType::array) return;
    const JsonPath root;
    const JsonPath attachments_path = root.member("attachments");
    std::size_t position = 0;
    tree.each_element(*attachments, [&](std::uint32_t attachment) {
        const JsonPath path = attachments_path.element(position++);
        if (const auto table = tree.find(attachment, "table"))
            check_table(tree, *table, path.member("table"), problems);
    });
}

} // namespace vanthu::read
