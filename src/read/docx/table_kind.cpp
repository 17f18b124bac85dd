#include "read/docx/table_kind.h"

#include <algorithm>

namespace vanthu::read::docx {
namespace {

constexpr std::size_t most_rows = 6;     // of a letterhead or a signature
constexpr std::size_t before_head = 300; // bytes: marks, a motto, no article
constexpr std::size_t longest_head = 1500;

struct Column {
    std::size_t letters = 0;
    std::size_t centred = 0;
};

/// Columns that have text, in order. A cell over several columns counts for the first.
std::vector<Column> columns_with_text(const flow::Table& table, const flow::Document& document) {
    std::vector<Column> columns(table.widths.size());
    for (const flow::Row& row : table.rows) {
        std::size_t at = 0;
        for (const flow::Cell& cell : row.cells) {
            for (const flow::Content& content : cell.content) {
                const auto* paragraph = std::get_if<flow::Paragraph>(&content);
                if (!paragraph) continue;
                const std::size_t count = letters(*paragraph);
                columns[at].letters += count;
                if (document.styles[paragraph->style].align == flow::Align::centre) columns[at].centred += count;
            }
            at += cell.span;
        }
    }
    std::erase_if(columns, [](const Column& column) { return column.letters == 0; });
    return columns;
}

bool is_centred(const Column& column) { return 2 * column.centred > column.letters; }

std::vector<flow::Block> as_paragraphs(flow::Table& table) {
    std::vector<flow::Block> blocks;
    for (flow::Row& row : table.rows)
        for (flow::Cell& cell : row.cells)
            for (flow::Content& content : cell.content)
                if (auto* paragraph = std::get_if<flow::Paragraph>(&content))
                    blocks.emplace_back(std::move(*paragraph));
    return blocks;
}

/// `columns` are two. Both centred is a head where a head can be; recipients stand left and are not centred.
flow::TableKind layout_kind(const std::vector<Column>& columns, const Position& position) {
    const bool both_centred = is_centred(columns.front()) && is_centred(columns.back());
    const bool at_head = position.letters <= before_head && !position.after_letterhead;
    return at_head || (both_centred && position.letters <= before_head) ? flow::TableKind::letterhead
                                                                        : flow::TableKind::signature;
}

} // namespace

std::size_t letters(const flow::Paragraph& paragraph) {
    std::size_t count = 0;
    for (const flow::Run& run : paragraph.runs) count += run.text.size();
    return count;
}

std::vector<flow::Block> as_blocks(flow::Table table, bool ruled, const Position& position,
                                   const flow::Document& document) {
    const std::vector<Column> columns = columns_with_text(table, document);
    std::size_t total = 0;
    for (const Column& column : columns) total += column.letters;
    if (columns.empty()) return {};
    const bool single = table.rows.size() == 1 && table.widths.size() == 1;
    if (columns.size() == 1 && (single || (!ruled && total > before_head))) return as_paragraphs(table);
    const bool layout = !ruled && columns.size() <= 2 && table.rows.size() <= most_rows && total <= 2 * longest_head;
    if (!ruled) table.border = 0;
    if (!layout) return {std::move(table)};
    table.kind = columns.size() == 2 ? layout_kind(columns, position) : flow::TableKind::signature;
    table.keep_with_previous = table.kind == flow::TableKind::signature;
    for (flow::Row& row : table.rows) row.kind = flow::RowKind::layout;
    return {std::move(table)};
}

} // namespace vanthu::read::docx
