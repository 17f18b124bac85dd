#include "gather/table_aligned.h"

#include "gather/table_bands.h"
#include "gather/table_columns.h"
#include "gather/table_groups.h"
#include "gather/table_rules.h"
#include "gather/table_splits.h"
#include "gather/text_marks.h"

#include <algorithm>
#include <cmath>

namespace vanthu::gather {
namespace {

/// Wider than the spaces of most justified lines, in sizes of the type.
constexpr double wide_gap = 0.7;
/// A higher stretch of white ends a table, in sizes of the type.
constexpr double white_end = 2.5;
constexpr std::size_t most_titles = 3; ///< rows without columns one after the other

bool is_leader(const std::string& text) { return text.size() >= 4 && text.find_first_not_of('.') == std::string::npos; }

/// Has three texts or more side by side. Dots that lead to a page number are none.
bool is_seed(const pages::SeenPage& page, const WordLine& line) {
    std::size_t texts = 1;
    for (std::size_t i = 0; i < line.words.size(); ++i) {
        const pages::Word& word = page.words[line.words[i]];
        if (is_leader(word.text)) return false;
        if (i > 0 && word.box.x1 - page.words[line.words[i - 1]].box.x2 > wide_gap * line.size) ++texts;
    }
    return texts >= 3;
}

bool is_seed(const pages::SeenPage& page, const Band& band) {
    return std::any_of(band.lines.begin(), band.lines.end(),
                       [&](const WordLine* line) { return is_seed(page, *line); });
}

struct Run {
    std::size_t begin, end;
};

/// Bands with several texts side by side, and the titles between them.
std::vector<Run> runs_of(const pages::SeenPage& page, const std::vector<Band>& bands) {
    std::vector<Run> runs;
    for (std::size_t i = 0; i < bands.size(); ++i) {
        if (!is_seed(page, bands[i])) continue;
        bool joins = !runs.empty() && i - runs.back().end <= most_titles;
        for (std::size_t k = joins ? runs.back().end : i; joins && k <= i; ++k)
            joins = bands[k].top - bands[k - 1].bottom <= white_end * bands[k].lines.front()->size;
        if (joins)
            runs.back().end = i + 1;
        else
            runs.push_back({i, i + 1});
    }
    return runs;
}

/// An ordinal in the first column and a text that begins where the second column does.
bool is_titled(const pages::SeenPage& page, const Band& band, const std::vector<Corridor>& corridors) {
    const double first = corridors.front().middle();
    bool ordinal = false, text = false;
    for (const WordLine* line : band.lines) {
        const std::string label = text_left_of(page, *line, first);
        if (!label.empty() && (ordinal || !is_ordinal(label))) return false;
        ordinal = ordinal || !label.empty();
        for (const std::uint32_t index : line->words) {
            const pages::Box& box = page.words[index].box;
            if ((box.x1 + box.x2) / 2 < first) continue;
            if (std::abs(box.x1 - corridors.front().to) > line->size) return false;
            text = true;
            break;
        }
    }
    return ordinal && text;
}

void extend(const pages::SeenPage& page, const std::vector<Band>& bands, const std::vector<Corridor>& corridors,
            Run& run) {
    while (run.end < bands.size() && is_titled(page, bands[run.end], corridors) &&
           bands[run.end].top - bands[run.end - 1].bottom <= white_end * bands[run.end].lines.front()->size)
        ++run.end;
}

std::vector<LineRow> rows_of(const std::vector<Band>& bands, const Run& run) {
    std::vector<LineRow> rows;
    for (std::size_t i = run.begin; i < run.end; ++i) rows.push_back(bands[i].lines);
    return rows;
}

/// Midway between the rows.
std::vector<double> edges_between(const std::vector<LineRow>& rows, pages::Box& box) {
    std::vector<double> edges;
    double bottom = 0;
    box = rows.front().front()->box;
    for (const LineRow& row : rows) {
        double top = row.front()->box.y1, low = row.front()->box.y2;
        for (const WordLine* line : row) {
            top = std::min(top, line->box.y1);
            low = std::max(low, line->box.y2);
            box = {std::min(box.x1, line->box.x1), std::min(box.y1, line->box.y1), std::max(box.x2, line->box.x2),
                   std::max(box.y2, line->box.y2)};
        }
        edges.push_back(edges.empty() ? top : std::max(edges.back(), (bottom + top) / 2));
        bottom = low;
    }
    edges.push_back(std::max(edges.back(), box.y2));
    return edges;
}

/// 0: no table. Three columns in four rows, or in three that are numbered.
float trust_of(const PageTable& table) {
    const std::size_t rows = table.row_edges.size() - 1;
    std::vector<std::size_t> filled(rows, 0);
    std::size_t ordinals = 0;
    for (const PageCell& cell : table.cells) filled[cell.row] += cell.words.empty() ? 0 : 1;
    const auto full = static_cast<std::size_t>(
        std::count_if(filled.begin(), filled.end(), [](std::size_t count) { return count >= 3; }));
    for (const PageCell& cell : table.cells)
        if (cell.column == 0 && cell.words.size() == 1) ++ordinals;
    const bool numbered = ordinals * 2 >= rows;
    if (full < (numbered ? 2 : 4) || full * 2 < rows || rows < 3) return 0;
    return 0.4F + 0.3F * static_cast<float>(full) / static_cast<float>(rows) + (numbered ? 0.15F : 0.0F);
}

double median(std::vector<double>& values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

/// Whether the white between columns is wider than that between words. In justified paragraphs it is not, even where
/// spaces happen to stand one below the other.
bool parts_clearly(const pages::SeenPage& page, const std::vector<LineRow>& rows,
                   const std::vector<Corridor>& corridors) {
    std::vector<double> between_words, between_columns;
    for (const LineRow& row : rows)
        for (const WordLine* line : row)
            for (std::size_t i = 1; i < line->words.size(); ++i) {
                const double from = page.words[line->words[i - 1]].box.x2, to = page.words[line->words[i]].box.x1;
                const bool parted = std::any_of(corridors.begin(), corridors.end(), [&](const Corridor& corridor) {
                    return from <= corridor.middle() && corridor.middle() <= to;
                });
                (parted ? between_columns : between_words).push_back((to - from) / line->size);
            }
    if (between_columns.empty()) return true;
    const double least = between_words.size() < between_columns.size() ? 1 : 2 * median(between_words);
    return median(between_columns) >= least;
}

/// The table with titles over several columns; empty where the first row has none.
PageTable grouped(const pages::SeenPage& page, const std::vector<LineRow>& rows, const std::vector<Corridor>& corridors,
                  const pages::Box& box, const std::vector<double>& edges) {
    std::vector<WordLine> header, lines;
    for (const WordLine* line : rows.front()) header.push_back(*line);
    const PartRules parts = over_corridors(unseen_rules(page, header), corridors);
    if (parts.empty()) return {};
    for (const LineRow& row : rows)
        for (const WordLine* line : row) lines.push_back(*line);
    return grouped_table(page, lines, corridors, box, edges, parts);
}

PageTable table_of(const pages::SeenPage& page, const std::vector<Band>& bands, Run& run) {
    std::vector<LineRow> whole = rows_of(bands, run);
    const std::vector<Corridor> corridors = find_columns(page, whole).corridors;
    if (corridors.size() < 2 || !parts_clearly(page, whole, corridors)) return {};
    extend(page, bands, corridors, run);
    std::vector<LineRow> rows;
    for (const LineRow& row : rows_of(bands, run)) split_rows(page, row, corridors, rows);
    pages::Box box;
    const std::vector<double> edges = edges_between(rows, box);
    PageTable table = grouped(page, rows, corridors, box, edges);
    if (table.cells.empty()) table = white_table(page, rows, corridors, box, edges);
    table.evidence = TableEvidence::aligned;
    table.trust = trust_of(table);
    return table;
}

/// Rows that go on in the columns of the table before: at least one fills several, none runs over them.
PageTable rest_of(const pages::SeenPage& page, const std::vector<Band>& bands, Run& run, const PageTable& before) {
    const std::vector<Corridor> corridors = corridors_at(before.column_edges, 0);
    const auto fits = [&](const WordLine* line) {
        const std::vector<bool> hit = crossed(page, *line, corridors);
        return before.column_edges.front() - line->size < line->box.x1 &&
               line->box.x2 < before.column_edges.back() + line->size &&
               std::find(hit.begin(), hit.end(), true) == hit.end();
    };
    for (std::size_t i = run.begin; i < run.end; ++i)
        if (!std::all_of(bands[i].lines.begin(), bands[i].lines.end(), fits)) return {};
    extend(page, bands, corridors, run);
    const std::vector<LineRow> rows = rows_of(bands, run);
    pages::Box box;
    const std::vector<double> edges = edges_between(rows, box);
    box.x1 = before.column_edges.front();
    box.x2 = before.column_edges.back();
    PageTable table = white_table(page, rows, corridors, box, edges);
    table.evidence = TableEvidence::aligned;
    table.trust = 0.9F * before.trust;
    return table;
}

} // namespace

std::vector<PageTable> find_aligned(const pages::SeenPage& page, const std::vector<std::uint32_t>& words,
                                    const PageTable* before) {
    std::vector<PageTable> result;
    const std::vector<WordLine> lines = lines_of(page, words);
    const std::vector<Band> bands = bands_of(page, lines);
    const bool goes_on = before && before->evidence == TableEvidence::aligned && before->column_edges.size() > 3;
    std::size_t end = 0;
    for (Run& run : runs_of(page, bands)) {
        if (run.begin < end) continue;
        PageTable table = table_of(page, bands, run);
        const bool sure = !table.cells.empty() && table.trust > 0;
        if (!sure && goes_on && end == 0) table = rest_of(page, bands, run, *before);
        if (table.cells.empty() || table.trust <= 0) continue;
        end = run.end;
        result.push_back(std::move(table));
    }
    return result;
}

} // namespace vanthu::gather
