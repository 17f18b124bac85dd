#include "gather/table_splits.h"

#include "gather/table_bands.h"
#include "gather/text_marks.h"

#include <algorithm>

namespace vanthu::gather {
namespace {

std::string label_of(const pages::SeenPage& page, const LineRow& row, double first) {
    std::string label;
    for (const WordLine* line : row) label += text_left_of(page, *line, first);
    return label;
}

bool fills_half(const pages::SeenPage& page, const LineRow& row, const std::vector<Corridor>& corridors) {
    std::vector<bool> filled(corridors.size() + 1, false);
    for (const WordLine* line : row)
        for (const std::uint32_t word : line->words) {
            const double x = (page.words[word].box.x1 + page.words[word].box.x2) / 2;
            const auto right = std::find_if(corridors.begin(), corridors.end(),
                                            [&](const Corridor& corridor) { return x < corridor.middle(); });
            filled[static_cast<std::size_t>(right - corridors.begin())] = true;
        }
    return static_cast<std::size_t>(std::count(filled.begin(), filled.end(), true)) * 2 > corridors.size();
}

std::vector<LineRow> bands_within(const pages::SeenPage& page, const LineRow& lines) {
    std::vector<WordLine> copies;
    for (const WordLine* line : lines) copies.push_back(*line);
    std::vector<LineRow> rows;
    for (const Band& band : bands_of(page, copies)) {
        rows.emplace_back();
        for (const WordLine* line : band.lines)
            rows.back().push_back(lines[static_cast<std::size_t>(line - copies.data())]);
    }
    return rows;
}

} // namespace

std::string text_left_of(const pages::SeenPage& page, const WordLine& line, double x) {
    std::string text;
    for (const std::uint32_t index : line.words)
        if ((page.words[index].box.x1 + page.words[index].box.x2) / 2 < x) text += page.words[index].text;
    return text;
}

void split_rows(const pages::SeenPage& page, const LineRow& lines, const std::vector<Corridor>& corridors,
                std::vector<LineRow>& rows) {
    const double first = corridors.front().middle();
    std::size_t labels = 0, ordinals = 0;
    for (const WordLine* line : lines) {
        const std::string label = text_left_of(page, *line, first);
        labels += label.empty() ? 0 : 1;
        ordinals += is_ordinal(label) ? 1 : 0;
    }
    const bool from_top = !text_left_of(page, *lines.front(), first).empty();
    const bool each = labels == ordinals || labels == lines.size();
    rows.push_back({lines.front()});
    for (std::size_t i = 1; i < lines.size(); ++i) {
        const bool begins = from_top && each && labels > 1 && !text_left_of(page, *lines[i], first).empty();
        if (begins) rows.emplace_back();
        rows.back().push_back(lines[i]);
    }
}

std::vector<LineRow> white_rows(const pages::SeenPage& page, const LineRow& lines) {
    std::vector<LineRow> rows = bands_within(page, lines);
    if (rows.size() > 1) return rows;
    rows.clear();
    for (const WordLine* line : lines) rows.push_back({line});
    return rows;
}

std::vector<LineRow> rows_within(const pages::SeenPage& page, const LineRow& lines,
                                 const std::vector<Corridor>& corridors) {
    const double first = corridors.front().middle();
    std::vector<LineRow> rows;
    for (const LineRow& row : bands_within(page, lines)) {
        // A paragraph more in some cells is no row: nothing stands in its first column.
        if (rows.empty() || !label_of(page, row, first).empty())
            rows.push_back(row);
        else
            rows.back().insert(rows.back().end(), row.begin(), row.end());
    }
    std::vector<LineRow> result;
    for (const LineRow& row : rows) split_rows(page, row, corridors, result);
    const bool numbered = std::all_of(result.begin(), result.end(),
                                      [&](const LineRow& row) { return is_ordinal(label_of(page, row, first)); });
    // Two lines may be one text that is broken, in all columns.
    const bool many = rows.size() > 1 || result.size() > 2;
    const bool full =
        std::all_of(result.begin(), result.end(), [&](const LineRow& row) { return fills_half(page, row, corridors); });
    if (numbered || (many && full)) return result;
    return {lines};
}

} // namespace vanthu::gather
