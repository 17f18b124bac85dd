#include "gather/table_row_rules.h"

#include "gather/table_columns.h"
#include "gather/table_groups.h"

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

bool has_corridor(const Rule& rule, const std::vector<Corridor>& corridors) {
    return std::any_of(corridors.begin(), corridors.end(), [&](const Corridor& corridor) {
        return rule.from < corridor.middle() && corridor.middle() < rule.to;
    });
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
    const Columns columns = find_columns(page, rows_between(telling, edges));
    if (columns.corridors.empty()) return {};
    for (const Rule& group : groups)
        if (has_corridor(group, columns.corridors)) parts.push_back(group);
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
    for (const Ladder& ladder : ladders(whole, 0.25 * page.width, tolerance)) {
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
