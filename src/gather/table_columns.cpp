#include "gather/table_columns.h"

#include "gather/table_rules.h"

#include <algorithm>
#include <cmath>

namespace vanthu::gather {
namespace {

/// Words nearer to each other than this, in sizes of the type, are one text. Justified lines may have wider spaces.
constexpr double one_text = 0.45;
/// The least width of a corridor, in sizes of the type.
constexpr double least_corridor = 0.35;
/// A word that is wider than its column reaches this far into the next one, in sizes of the type.
constexpr double may_overhang = 0.4;

struct Span {
    double from, to;
};

double type_size(const std::vector<LineRow>& rows) {
    std::vector<double> sizes;
    for (const LineRow& row : rows)
        for (const WordLine* line : row) sizes.push_back(line->size);
    if (sizes.empty()) return 12;
    std::nth_element(sizes.begin(), sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() / 2), sizes.end());
    return std::max(sizes[sizes.size() / 2], 1.0);
}

std::vector<Span> join(std::vector<Span> spans) {
    std::sort(spans.begin(), spans.end(), [](const Span& a, const Span& b) { return a.from < b.from; });
    std::vector<Span> result;
    for (const Span& span : spans) {
        if (!result.empty() && span.from <= result.back().to)
            result.back().to = std::max(result.back().to, span.to);
        else
            result.push_back(span);
    }
    return result;
}

std::vector<Span> ink(const pages::SeenPage& page, const LineRow& row) {
    std::vector<Span> spans;
    for (const WordLine* line : row)
        for (const std::uint32_t word : line->words)
            if (page.words[word].box.x2 > page.words[word].box.x1)
                spans.push_back({page.words[word].box.x1, page.words[word].box.x2});
    return join(std::move(spans));
}

/// Stripes where at most `most` rows have ink, between the leftmost and the rightmost ink.
std::vector<Corridor> stripes(const std::vector<std::vector<Span>>& rows, std::size_t most, double least) {
    std::vector<std::pair<double, int>> events;
    for (const std::vector<Span>& row : rows)
        for (const Span& span : row) {
            events.emplace_back(span.from, 1);
            events.emplace_back(span.to, -1);
        }
    std::sort(events.begin(), events.end());
    std::vector<Corridor> result;
    std::size_t depth = 0;
    double from = 0;
    bool inside = false, begun = false;
    for (const auto& [x, step] : events) {
        depth = step > 0 ? depth + 1 : depth - 1;
        if (inside && depth > most) {
            if (begun && x - from >= least) result.push_back({from, x});
            inside = false;
            begun = true;
        } else if (!inside && depth <= most) {
            from = x;
            inside = true;
        }
        begun = begun || depth > most;
    }
    return result;
}

/// A title may be wider than its narrow column (STT): stripes in which a single row has ink that goes right through.
void add_overhung(const std::vector<std::vector<Span>>& rows, double least, std::vector<Corridor>& corridors) {
    if (rows.size() < 5) return;
    std::vector<Corridor> more;
    for (const Corridor& stripe : stripes(rows, 1, 1.5 * least))
        if (std::none_of(corridors.begin(), corridors.end(), [&](const Corridor& corridor) {
                return corridor.from < stripe.to && stripe.from < corridor.to;
            }))
            more.push_back(stripe);
    corridors.insert(corridors.end(), more.begin(), more.end());
    std::sort(corridors.begin(), corridors.end(), [](const Corridor& a, const Corridor& b) { return a.from < b.from; });
}

std::size_t count(const std::vector<bool>& flags) {
    return static_cast<std::size_t>(std::count(flags.begin(), flags.end(), true));
}

bool crosses_several(const pages::SeenPage& page, const LineRow& row, const std::vector<Corridor>& corridors) {
    const std::size_t wanted = std::min<std::size_t>(2, corridors.size());
    return std::any_of(row.begin(), row.end(), [&](const WordLine* line) {
        const std::size_t hit = count(crossed(page, *line, corridors));
        return hit > 0 && hit >= wanted;
    });
}

} // namespace

std::vector<bool> crossed(const pages::SeenPage& page, const WordLine& line, const std::vector<Corridor>& corridors) {
    std::vector<bool> result(corridors.size(), false);
    const double overhang = may_overhang * line.size;
    double from = 0, to = 0;
    std::size_t words = 0;
    const auto mark = [&] {
        // A single word, however wide, stands in one column.
        for (std::size_t i = 0; words > 1 && i < corridors.size(); ++i)
            if (from < corridors[i].from - overhang && corridors[i].to + overhang < to) result[i] = true;
    };
    for (const std::uint32_t index : line.words) {
        const pages::Box& box = page.words[index].box;
        if (words == 0 || box.x1 - to > one_text * line.size) {
            mark();
            from = to = box.x1;
            words = 0;
        }
        to = std::max(to, box.x2);
        ++words;
    }
    mark();
    return result;
}

Columns find_columns(const pages::SeenPage& page, const std::vector<LineRow>& rows) {
    Columns result;
    const double least = least_corridor * type_size(rows);
    std::vector<std::vector<Span>> inks;
    for (const LineRow& row : rows) inks.push_back(ink(page, row));
    const std::vector<Corridor> candidates = stripes(inks, rows.size() * 2 / 5, least);
    std::vector<std::vector<Span>> plain;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        result.crossing.push_back(!candidates.empty() && crosses_several(page, rows[i], candidates));
        if (!result.crossing.back()) plain.push_back(inks[i]);
    }
    if (plain.empty()) return result;
    result.corridors = stripes(plain, plain.size() / 20, least);
    add_overhung(plain, least, result.corridors);
    return result;
}

PageTable white_table(const pages::SeenPage& page, const std::vector<LineRow>& rows,
                      const std::vector<Corridor>& corridors, const pages::Box& box,
                      const std::vector<double>& row_edges) {
    PageTable table;
    table.box = box;
    table.row_edges = row_edges;
    table.column_edges = {box.x1};
    for (const Corridor& corridor : corridors) table.column_edges.push_back(corridor.middle());
    table.column_edges.push_back(box.x2);
    for (std::size_t r = 0; r < rows.size(); ++r) {
        std::vector<bool> open(corridors.size(), false);
        for (const WordLine* line : rows[r]) {
            const std::vector<bool> hit = crossed(page, *line, corridors);
            for (std::size_t i = 0; i < hit.size(); ++i) open[i] = open[i] || hit[i];
        }
        const std::size_t first = table.cells.size();
        std::vector<std::size_t> cell_of;
        for (std::size_t column = 0; column <= corridors.size(); ++column) {
            if (column > 0 && open[column - 1]) {
                ++table.cells.back().column_span;
                table.cells.back().box.x2 = table.column_edges[column + 1];
            } else {
                PageCell& cell = table.cells.emplace_back();
                cell.row = static_cast<std::uint16_t>(r);
                cell.column = static_cast<std::uint16_t>(column);
                cell.box = {table.column_edges[column], row_edges[r], table.column_edges[column + 1], row_edges[r + 1]};
            }
            cell_of.push_back(table.cells.size() - 1);
        }
        for (const WordLine* line : rows[r])
            for (const std::uint32_t index : line->words) {
                const pages::Box& word = page.words[index].box;
                table.cells[cell_of[field_of(table.column_edges, (word.x1 + word.x2) / 2)]].words.push_back(index);
            }
        // A title over several columns takes the empty ones behind it too.
        for (std::size_t i = first; i + 1 < table.cells.size();) {
            PageCell &cell = table.cells[i], &next = table.cells[i + 1];
            if (cell.column_span < 2 || !next.words.empty()) {
                ++i;
                continue;
            }
            cell.column_span = static_cast<std::uint16_t>(cell.column_span + next.column_span);
            cell.box.x2 = next.box.x2;
            table.cells.erase(table.cells.begin() + static_cast<std::ptrdiff_t>(i) + 1);
        }
    }
    return table;
}

std::vector<Corridor> corridors_at(const std::vector<double>& edges, double shift) {
    constexpr double narrow = 2.5; // half of a corridor that is known by its middle only
    std::vector<Corridor> result;
    for (std::size_t i = 1; i + 1 < edges.size(); ++i)
        result.push_back({edges[i] - shift - narrow, edges[i] - shift + narrow});
    return result;
}

PageTable parted_anew(const pages::SeenPage& page, const PageTable& table, const std::vector<double>& edges,
                      double shift) {
    std::vector<std::vector<std::uint32_t>> words(table.row_edges.size() - 1);
    for (const PageCell& cell : table.cells)
        words[cell.row].insert(words[cell.row].end(), cell.words.begin(), cell.words.end());
    std::vector<std::vector<WordLine>> lines;
    for (std::vector<std::uint32_t>& row : words) lines.push_back(lines_of(page, std::move(row)));
    std::vector<LineRow> rows(lines.size());
    for (std::size_t r = 0; r < lines.size(); ++r)
        for (const WordLine& line : lines[r]) rows[r].push_back(&line);
    const std::vector<Corridor> corridors = corridors_at(edges, shift);
    const pages::Box box{edges.front() - shift, table.box.y1, edges.back() - shift, table.box.y2};
    PageTable result = white_table(page, rows, corridors, box, table.row_edges);
    result.page = table.page;
    result.evidence = table.evidence;
    result.trust = table.trust;
    return result;
}

} // namespace vanthu::gather
