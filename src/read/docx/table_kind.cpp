#include "read/docx/table_kind.h"

#include <algorithm>

namespace vanthu::read::docx {
namespace {

using flow::TableKind;

constexpr std::size_t most_rows = 6;         // of a letterhead or a signature
constexpr std::size_t before_head = 300;     // bytes: marks, a motto, no article
constexpr std::size_t longest_layout = 4000; // bytes

struct Column {
    std::size_t letters = 0;
    std::size_t centred = 0;

    bool is_centred() const { return 2 * centred > letters; }
};

std::size_t letters(const flow::Paragraph& paragraph) {
    std::size_t count = 0;
    for (const flow::Run& run : paragraph.runs) count += run.text.size();
    return count;
}

bool is_centred(const flow::Paragraph& paragraph, const flow::Document& document) {
    return document.styles[paragraph.style].align == flow::Align::centre;
}

/// Columns that have text, in order. Cells over most of the columns (notes below a signature) do not count.
std::vector<Column> columns_with_text(const flow::Table& table, const flow::Document& document) {
    const std::size_t width = table.widths.size();
    std::vector<Column> columns(width);
    for (const flow::Row& row : table.rows) {
        std::size_t at = 0;
        for (const flow::Cell& cell : row.cells) {
            const bool counts = cell.span < 2 || cell.span < width - 1;
            for (const flow::Content& content : cell.content) {
                const auto* paragraph = counts ? std::get_if<flow::Paragraph>(&content) : nullptr;
                if (!paragraph) continue;
                columns[at].letters += letters(*paragraph);
                if (is_centred(*paragraph, document)) columns[at].centred += letters(*paragraph);
            }
            at += cell.span;
        }
    }
    std::erase_if(columns, [](const Column& column) { return column.letters == 0; });
    return columns;
}

std::vector<flow::Block> as_paragraphs(flow::Table& table) {
    std::vector<flow::Block> blocks;
    for (flow::Row& row : table.rows)
        for (flow::Cell& cell : row.cells)
            for (flow::Content& content : cell.content)
                if (auto* paragraph = std::get_if<flow::Paragraph>(&content))
                    blocks.emplace_back(std::move(*paragraph));
    return blocks;
}

std::size_t letters(const flow::Table& table) {
    std::size_t count = 0;
    for (const flow::Row& row : table.rows)
        for (const flow::Cell& cell : row.cells)
            for (const flow::Content& content : cell.content)
                if (const auto* paragraph = std::get_if<flow::Paragraph>(&content)) count += letters(*paragraph);
    return count;
}

/// What a layout table has around it.
struct Surroundings {
    std::size_t letters_before = 0; ///< since the sheet or the last signature began
    bool head_seen = false;         ///< among them a letterhead
    bool behind_head = false;       ///< the letterhead is the block before
    bool before_title = false;      ///< a centred paragraph is the block behind
};

/// Both columns centred is a head where a head can be; recipients stand left and are not centred.
TableKind layout_kind(const std::vector<Column>& columns, const Surroundings& around) {
    if (columns.size() != 2) return around.letters_before == 0 ? TableKind::letterhead : TableKind::signature;
    const bool both_centred = columns.front().is_centred() && columns.back().is_centred();
    const bool head = (around.letters_before <= before_head && !around.head_seen) || around.behind_head ||
                      (both_centred && around.before_title);
    return head ? TableKind::letterhead : TableKind::signature;
}

} // namespace

std::vector<flow::Block> as_blocks(flow::Table table, bool ruled, const flow::Document& document) {
    const std::vector<Column> columns = columns_with_text(table, document);
    const std::size_t total = letters(table);
    if (total == 0) return {};
    const bool single_cell = table.rows.size() == 1 && table.widths.size() == 1;
    const bool one_column = columns.size() <= 1 && !ruled;
    if (single_cell || (one_column && (table.widths.size() == 1 || total > before_head))) return as_paragraphs(table);
    if (!ruled) table.border = 0;
    const bool layout = !ruled && columns.size() <= 2 && table.rows.size() <= most_rows && total <= longest_layout;
    std::vector<flow::Block> blocks;
    if (layout) {
        table.kind = TableKind::letterhead;
        for (flow::Row& row : table.rows) row.kind = flow::RowKind::layout;
    }
    blocks.emplace_back(std::move(table));
    return blocks;
}

void settle_layout(std::vector<flow::Block>& blocks, const flow::Document& document) {
    Surroundings around;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        if (const auto* paragraph = std::get_if<flow::Paragraph>(&blocks[i])) {
            around.letters_before += letters(*paragraph);
            around.behind_head = false;
        }
        auto* table = std::get_if<flow::Table>(&blocks[i]);
        if (!table) continue;
        if (table->kind == TableKind::data) {
            around.letters_before += letters(*table);
            around.behind_head = false;
            continue;
        }
        const auto* next = i + 1 < blocks.size() ? std::get_if<flow::Paragraph>(&blocks[i + 1]) : nullptr;
        around.before_title = next && is_centred(*next, document);
        table->kind = layout_kind(columns_with_text(*table, document), around);
        table->keep_with_previous = table->kind == TableKind::signature;
        const bool head = table->kind == TableKind::letterhead;
        around = {0, head, head, false};
    }
}

} // namespace vanthu::read::docx
