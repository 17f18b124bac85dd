#include "gather/table_row_rules.h"

#include "gather/table_columns.h"
#include "gather/table_groups.h"
#include "gather/table_splits.h"

#include <algorithm>
#include <cmath>

namespace vanthu::gather {
namespace {

/// Rules of one width, one below the other.
using Ladder = std::vector<Rule>;

constexpr std::size_t most_ladders = 200;

/// Pieces beside each other are one rule: some programs draw one for each cell.
std::vector<Rule> whole_rules(const std::vector<Rule>& rules, double tolerance) {
    std::vector<Rule> result;
    for (const Rule& rule : rules) {
        if (!result.empty() && rule.at - result.back().at <= tolerance && rule.from - result.back().to <= 6 * tolerance)
            result.back().to = std::max(result.back().to, rule.to);
        else
            result.push_back(rule);
    }
    return result;
}

bool belongs(const Rule& rule, const Ladder& ladder, double tolerance) {
    const double reach = 2 * tolerance + 0.01 * rule.length();
    return std::abs(ladder.back().from - rule.from) <= reach && std::abs(ladder.back().to - rule.to) <= reach;
}

std::vector<Ladder> ladders(const std::vector<Rule>& rules, double least_width, double tolerance) {
    std::vector<Ladder> result;
    for (const Rule& rule : rules) {
        if (rule.length() < least_width) continue;
        const auto own = std::find_if(result.begin(), result.end(),
                                      [&](const Ladder& ladder) { return belongs(rule, ladder, tolerance); });
        if (own != result.end())
            own->push_back(rule);
        else if (result.size() < most_ladders)
            result.push_back({rule});
    }
    std::erase_if(result, [](const Ladder& ladder) { return ladder.size() < 3; });
    return result;
}

std::vector<std::uint32_t> words_between(const pages::SeenPage& page, const std::vector<std::uint32_t>& words,
                                         const pages::Box& box) {
    std::vector<std::uint32_t> result;
    for (const std::uint32_t index : words) {
        const pages::Box& word = page.words[index].box;
        const double x = (word.x1 + word.x2) / 2, y = (word.y1 + word.y2) / 2;
        if (box.x1 <= x && x <= box.x2 && box.y1 <= y && y <= box.y2) result.push_back(index);
    }
    return result;
}

std::vector<LineRow> rows_between(const std::vector<WordLine>& lines, const std::vector<double>& edges) {
    std::vector<LineRow> rows(edges.size() - 1);
    for (const WordLine& line : lines) rows[field_of(edges, (line.box.y1 + line.box.y2) / 2)].push_back(&line);
    return rows;
}

/// What titles of the header stand over, between rules that are drawn.
PartRules header_groups(const pages::SeenPage& page, const PartRules& parts, const std::vector<double>& edges,
                        const std::vector<WordLine>& lines) {
    PartRules result;
    double top = edges[0];
    for (std::size_t i = 0; i <= parts.size() && top < edges[1]; ++i) {
        const double bottom = i < parts.size() ? std::min(parts[i].at, edges[1]) : edges[1];
        std::vector<WordLine> header;
        for (const WordLine& line : lines)
            if (top <= line.baseline && line.baseline < bottom) header.push_back(line);
        const PartRules more = unseen_rules(page, header);
        result.insert(result.end(), more.begin(), more.end());
        top = bottom;
    }
    return result;
}

/// Three rules only: what stands between the lower two may be many rows.
std::vector<LineRow> telling_rows(const pages::SeenPage& page, const std::vector<WordLine>& lines,
                                  const std::vector<double>& edges) {
    std::vector<LineRow> rows = rows_between(lines, edges);
    if (rows.size() != 2 || rows.back().empty()) return rows;
    std::vector<LineRow> body = white_rows(page, rows.back());
    body.insert(body.begin(), rows.front());
    return body;
}

/// Edges between rows of the body that no rule parts are added.
std::vector<double> all_edges(const pages::SeenPage& page, const std::vector<WordLine>& lines,
                              const std::vector<Corridor>& corridors, const std::vector<double>& edges) {
    const std::vector<LineRow> intervals = rows_between(lines, edges);
    if (intervals.size() != 2 || intervals.back().empty()) return edges;
    const std::vector<LineRow> rows = rows_within(page, intervals.back(), corridors);
    std::vector<double> result{edges[0], edges[1]};
    double bottom = edges[1];
    for (std::size_t i = 0; i < rows.size(); ++i) {
        double top = rows[i].front()->box.y1;
        for (const WordLine* line : rows[i]) top = std::min(top, line->box.y1);
        if (i > 0) result.push_back(std::max(result.back() + 0.1, (bottom + top) / 2));
        for (const WordLine* line : rows[i]) bottom = std::max(bottom, line->box.y2);
    }
    result.push_back(edges[2]);
    return result;
}

std::string letters_of(const pages::SeenPage& page, const LineRow& row) {
    std::string text;
    for (const WordLine* line : row)
        for (const std::uint32_t word : line->words) text += page.words[word].text;
    return text;
}

bool is_text(const pages::SeenPage& page, const LineRow& row) {
    return std::all_of(row.begin(), row.end(), [&](const WordLine* line) { return blobs_of(page, *line).size() == 1; });
}

/// A header that comes once more on the sheet begins another table, with text before it.
Ladder first_table(const pages::SeenPage& page, const Ladder& ladder, const std::vector<std::uint32_t>& words) {
    const pages::Box box{ladder.front().from, ladder.front().at, ladder.front().to, ladder.back().at};
    const std::vector<WordLine> lines = lines_of(page, words_between(page, words, box));
    std::vector<double> edges;
    for (const Rule& rule : ladder) edges.push_back(rule.at);
    const std::vector<LineRow> rows = rows_between(lines, edges);
    const std::string header = letters_of(page, rows.front());
    for (std::size_t i = 3; header.size() > 8 && i < rows.size(); ++i)
        if (letters_of(page, rows[i]) == header && is_text(page, rows[i - 1]))
            return {ladder.begin(), ladder.begin() + static_cast<std::ptrdiff_t>(i)};
    return ladder;
}

PageTable table_of(const pages::SeenPage& page, const Ladder& ladder, const std::vector<Rule>& rules,
                   const std::vector<std::uint32_t>& words) {
    std::vector<double> edges;
    pages::Box box{ladder.front().from, ladder.front().at, ladder.front().to, ladder.back().at};
    for (const Rule& rule : ladder) {
        edges.push_back(rule.at);
        box.x1 = std::min(box.x1, rule.from);
        box.x2 = std::max(box.x2, rule.to);
    }
    const std::vector<WordLine> lines = lines_of(page, words_between(page, words, box));
    PartRules parts = part_rules(page, rules, edges, box, lines);
    PartRules groups = header_groups(page, parts, edges, lines);
    std::vector<WordLine> telling = without_groups(page, lines, parts, edges[1]);
    telling = without_groups(page, telling, groups, edges[1]);
    const Columns columns = find_columns(page, telling_rows(page, telling, edges));
    if (columns.corridors.empty()) return {};
    groups = over_corridors(std::move(groups), columns.corridors);
    parts.insert(parts.end(), groups.begin(), groups.end());
    edges = all_edges(page, lines, columns.corridors, edges);
    PageTable table;
    if (!parts.empty()) table = grouped_table(page, lines, columns.corridors, box, edges, parts);
    if (table.cells.empty()) table = white_table(page, rows_between(lines, edges), columns.corridors, box, edges);
    table.evidence = TableEvidence::rows_ruled;
    table.trust = columns.corridors.size() > 1 ? 0.9F : 0.75F;
    return table;
}

} // namespace

std::vector<PageTable> find_row_ruled(const pages::SeenPage& page, const std::vector<Rule>& rules,
                                      const std::vector<std::uint32_t>& words) {
    std::vector<PageTable> result;
    const double tolerance = rule_tolerance(page);
    std::vector<std::uint32_t> left = words;
    const std::vector<Rule> whole = whole_rules(rules, tolerance);
    std::vector<Ladder> todo = ladders(whole, 0.25 * page.width, tolerance);
    for (std::size_t i = 0; i < todo.size(); ++i) {
        const Ladder ladder = first_table(page, todo[i], left);
        if (todo[i].size() >= ladder.size() + 3)
            todo.emplace_back(todo[i].begin() + static_cast<std::ptrdiff_t>(ladder.size()), todo[i].end());
        PageTable table = table_of(page, ladder, whole, left);
        if (table.cells.size() < 4) continue;
        std::vector<bool> taken(page.words.size(), false);
        for (const PageCell& cell : table.cells)
            for (const std::uint32_t word : cell.words) taken[word] = true;
        std::erase_if(left, [&](std::uint32_t word) { return taken[word]; });
        result.push_back(std::move(table));
    }
    return result;
}

} // namespace vanthu::gather
