#include "gather/page_table.h"
#include "gather/table_aligned.h"
#include "gather/table_grid.h"
#include "gather/table_lines.h"
#include "gather/table_row_rules.h"

#include <algorithm>

namespace vanthu::gather {
namespace {

double middle_x(const pages::Box& box) { return (box.x1 + box.x2) / 2; }
double middle_y(const pages::Box& box) { return (box.y1 + box.y2) / 2; }

bool holds(const pages::Box& outer, const pages::Box& inner) {
    return outer.x1 <= middle_x(inner) && middle_x(inner) <= outer.x2 && outer.y1 <= middle_y(inner) &&
           middle_y(inner) <= outer.y2;
}

/// A grid in a cell of another one is content of that cell.
void drop_inner(std::vector<PageTable>& tables) {
    const auto area = [](const pages::Box& box) { return (box.x2 - box.x1) * (box.y2 - box.y1); };
    std::sort(tables.begin(), tables.end(),
              [&](const PageTable& a, const PageTable& b) { return area(a.box) > area(b.box); });
    std::vector<PageTable> kept;
    for (PageTable& table : tables)
        if (std::none_of(kept.begin(), kept.end(), [&](const PageTable& outer) { return holds(outer.box, table.box); }))
            kept.push_back(std::move(table));
    tables = std::move(kept);
}

/// Which cell covers each field of the grid.
std::vector<std::size_t> fields_of(const PageTable& table) {
    const std::size_t columns = table.column_edges.size() - 1;
    std::vector<std::size_t> fields(columns * (table.row_edges.size() - 1), table.cells.size());
    for (std::size_t i = 0; i < table.cells.size(); ++i) {
        const PageCell& cell = table.cells[i];
        for (std::size_t row = cell.row; row < std::size_t{cell.row} + cell.row_span; ++row)
            for (std::size_t column = cell.column; column < std::size_t{cell.column} + cell.column_span; ++column)
                fields[row * columns + column] = i;
    }
    return fields;
}

void sort_words(PageTable& table, const pages::SeenPage& page) {
    for (PageCell& cell : table.cells) {
        if (cell.words.size() < 2) continue;
        std::vector<std::uint32_t> ordered;
        for (const WordLine& line : lines_of(page, std::move(cell.words)))
            ordered.insert(ordered.end(), line.words.begin(), line.words.end());
        cell.words = std::move(ordered);
    }
}

/// The cell of a word: where its middle is; a word too wide for the cell it begins in runs over into the next.
std::size_t cell_of(const PageTable& table, const std::vector<std::size_t>& fields, const pages::Word& word) {
    const std::size_t columns = table.column_edges.size() - 1;
    const std::size_t row = field_of(table.row_edges, middle_y(word.box)) * columns;
    const std::size_t begin = fields[row + field_of(table.column_edges, word.box.x1 + 0.1 * word.size)];
    if (begin < table.cells.size()) {
        const pages::Box& cell = table.cells[begin].box;
        if (cell.x1 <= word.box.x1 && word.box.x2 - word.box.x1 > cell.x2 - cell.x1 - 0.4 * word.size) return begin;
    }
    return fields[row + field_of(table.column_edges, middle_x(word.box))];
}

void fill(PageTable& table, const pages::SeenPage& page, const std::vector<std::uint32_t>& words,
          std::vector<bool>& taken) {
    const std::vector<std::size_t> fields = fields_of(table);
    for (const std::uint32_t index : words) {
        const pages::Word& word = page.words[index];
        if (taken[index] || !holds(table.box, word.box)) continue;
        const std::size_t cell = cell_of(table, fields, word);
        if (cell == table.cells.size()) continue;
        table.cells[cell].words.push_back(index);
        taken[index] = true;
    }
    sort_words(table, page);
}

/// Rows at a border that is missing and in which nothing stands are ends of rules, no rows.
void drop_empty_end(PageTable& table, bool first) {
    const std::size_t rows = table.row_edges.size() - 1;
    if (rows < 2) return;
    const std::size_t end = first ? 0 : rows - 1;
    const auto there = [&](const PageCell& cell) {
        return cell.row <= end && end < std::size_t{cell.row} + cell.row_span;
    };
    for (const PageCell& cell : table.cells)
        if (there(cell) && (!cell.words.empty() || cell.row_span > 1)) return;
    std::erase_if(table.cells, there);
    table.row_edges.erase(first ? table.row_edges.begin() : table.row_edges.end() - 1);
    if (first)
        for (PageCell& cell : table.cells) --cell.row;
    (first ? table.open_above : table.open_below) = false;
    table.box.y1 = table.row_edges.front();
    table.box.y2 = table.row_edges.back();
}

bool is_table(const PageTable& table) {
    const auto filled =
        std::count_if(table.cells.begin(), table.cells.end(), [](const PageCell& cell) { return !cell.words.empty(); });
    return filled >= 2;
}

std::vector<std::uint32_t> free_words(const std::vector<bool>& taken) {
    std::vector<std::uint32_t> result;
    for (std::uint32_t i = 0; i < taken.size(); ++i)
        if (!taken[i]) result.push_back(i);
    return result;
}

/// Words in the order of their height, so that each table looks at those beside it only.
std::vector<std::uint32_t> words_within(const pages::SeenPage& page, const std::vector<std::uint32_t>& by_height,
                                        const pages::Box& box) {
    const auto above = [&](std::uint32_t word, double y) { return middle_y(page.words[word].box) < y; };
    const auto begin = std::lower_bound(by_height.begin(), by_height.end(), box.y1, above);
    const auto end = std::lower_bound(begin, by_height.end(), box.y2 + 0.001, above);
    return {begin, end};
}

void add_grids(const pages::SeenPage& page, Rules& rules, double tolerance, std::vector<bool>& taken,
               std::vector<PageTable>& result) {
    std::vector<std::uint32_t> by_height(page.words.size());
    for (std::uint32_t i = 0; i < by_height.size(); ++i) by_height[i] = i;
    std::stable_sort(by_height.begin(), by_height.end(), [&](std::uint32_t a, std::uint32_t b) {
        return middle_y(page.words[a].box) < middle_y(page.words[b].box);
    });
    std::vector<PageTable> grids = find_grids(rules, tolerance);
    drop_inner(grids);
    for (PageTable& table : grids) {
        fill(table, page, words_within(page, by_height, table.box), taken);
        if (table.open_above) drop_empty_end(table, true);
        if (table.open_below) drop_empty_end(table, false);
        if (is_table(table)) {
            result.push_back(std::move(table));
            continue;
        }
        for (const PageCell& cell : table.cells)
            for (const std::uint32_t word : cell.words) taken[word] = false;
    }
}

} // namespace

std::vector<PageTable> find_tables(const pages::SeenPage& page, std::uint32_t page_index, const PageTable* before) {
    std::vector<PageTable> result;
    if (page.words.empty()) return result;
    const double tolerance = rule_tolerance(page);
    Rules rules = merge_lines(page.lines, tolerance);
    std::vector<bool> taken(page.words.size(), false);
    add_grids(page, rules, tolerance, taken, result);
    for (PageTable& table : find_row_ruled(page, rules.horizontal, free_words(taken))) {
        for (const PageCell& cell : table.cells)
            for (const std::uint32_t word : cell.words) taken[word] = true;
        result.push_back(std::move(table));
    }
    for (PageTable& table : find_aligned(page, free_words(taken), before)) result.push_back(std::move(table));
    for (PageTable& table : result) table.page = page_index;
    std::sort(result.begin(), result.end(), [](const PageTable& a, const PageTable& b) { return a.box.y1 < b.box.y1; });
    return result;
}

} // namespace vanthu::gather
