#include "gather/sheets.h"

#include <algorithm>
#include <cmath>

namespace vanthu::gather {
namespace {

bool letterhead_at_top(const pages::SeenPage& page, const std::vector<TextLine>& lines, const Frame& frame) {
    for (std::size_t i = 0; i < std::min<std::size_t>(3, lines.size()); ++i)
        if (const auto columns = columns_at(page, lines, i, frame)) return columns->kind == flow::TableKind::letterhead;
    return false;
}

/// A title: bold, around the middle of the page.
bool title_at_top(const std::vector<TextLine>& lines, const Frame& frame) {
    if (lines.empty()) return false;
    const TextLine& line = lines.front();
    return line.bold && std::abs(line.centre() - frame.middle()) < 4 && line.box.x1 > frame.left + 12;
}

/// Titles and below them a line in italics about the text that it belongs to.
bool reference_below_title(const std::vector<TextLine>& lines, const Frame& frame) {
    for (const TextLine& line : lines) {
        if (std::abs(line.centre() - frame.middle()) > 4) return false;
        if (!line.bold) return line.italic && line.box.x1 > frame.left + 3;
    }
    return false;
}

bool has_signature(const pages::SeenPage& page, const std::vector<TextLine>& lines, const Frame& frame) {
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto columns = columns_at(page, lines, i, frame);
        if (!columns) continue;
        if (columns->kind == flow::TableKind::signature) return true;
        i = columns->last - 1;
    }
    return false;
}

/// Much of the page is empty below its last line.
bool ends_early(const pages::SeenPage& page, const std::vector<TextLine>& lines) {
    double lowest = 0;
    for (const TextLine& line : lines) lowest = std::max(lowest, line.baseline);
    for (const pages::Line& line : page.lines) lowest = std::max(lowest, std::max(line.y1, line.y2));
    return lowest < 0.8 * page.height;
}

bool between(const pages::Line& line, const TextLine& text, double low, double high) {
    return std::abs(line.y1 - line.y2) < 1 && line.y1 > low && line.y1 < high && line.x1 < text.box.x1 + 1 &&
           line.x2 > text.box.x2 - 1;
}

bool boxed(const pages::SeenPage& page, const TextLine& text) {
    const double reach = 1.5 * text.size;
    bool above = false, below = false;
    for (const pages::Line& line : page.lines) {
        above = above || between(line, text, text.baseline - reach - text.size, text.baseline - 0.5 * text.size);
        below = below || between(line, text, text.baseline, text.baseline + reach);
    }
    return above && below;
}

/// What the printed numbers say: a first page has none, or a 1; its successors count on from it.
bool counted_anew(const std::vector<Furniture>& furniture, std::size_t page) {
    if (furniture[page].number) return *furniture[page].number == 1;
    for (std::size_t next = page + 1; next < furniture.size(); ++next)
        if (const auto number = furniture[next].number) return *number <= static_cast<int>(next - page) + 1;
    // The last pages: numbers that end, or pages of one sheet each.
    return furniture[page - 1].number.has_value();
}

} // namespace

std::vector<bool> sheet_begins(const pages::Sight& sight, const PageLines& lines, const std::vector<Frame>& frames,
                               const std::vector<Furniture>& furniture) {
    const bool numbers =
        std::any_of(furniture.begin(), furniture.end(), [](const Furniture& page) { return page.number.has_value(); });
    std::vector<bool> result(lines.size());
    for (std::size_t p = 0; p < lines.size(); ++p) {
        const pages::SeenPage& page = sight.pages[p];
        if (p == 0) {
            result[p] = true;
            continue;
        }
        const pages::SeenPage& before = sight.pages[p - 1];
        const bool paper = std::abs(page.width - before.width) > 20 || std::abs(page.height - before.height) > 20;
        const auto number = furniture[p].number;
        const bool anew = numbers && counted_anew(furniture, p);
        const bool titled =
            !number && title_at_top(lines[p], frames[p]) &&
            (numbers || ends_early(before, lines[p - 1]) || reference_below_title(lines[p], frames[p]) ||
             has_signature(before, lines[p - 1], frames[p - 1]));
        result[p] = paper || (anew && !lines[p].empty()) || titled || letterhead_at_top(page, lines[p], frames[p]);
    }
    return result;
}

std::vector<TextLine> take_top_mark(const pages::SeenPage& page, std::vector<TextLine>& lines, const Frame& frame) {
    std::vector<TextLine> result;
    while (lines.size() > 1 && lines.front().baseline < 0.12 * page.height && lines.front().centre() > frame.middle() &&
           boxed(page, lines.front())) {
        result.push_back(lines.front());
        lines.erase(lines.begin());
    }
    return result;
}

std::optional<FootNote> take_contact(const pages::SeenPage& page, std::vector<TextLine>& lines, const Frame& frame,
                                     double body_size) {
    for (const pages::Line& line : page.lines) {
        const bool across = std::abs(line.y1 - line.y2) < 1 && line.x2 - line.x1 > 0.9 * frame.width();
        if (!across || line.y1 < 0.8 * page.height) continue;
        FootNote note{line.x2 - line.x1, line.y1, {}};
        const auto first =
            std::find_if(lines.begin(), lines.end(), [&](const TextLine& text) { return text.baseline > line.y1; });
        const bool small =
            std::all_of(first, lines.end(), [&](const TextLine& text) { return text.size < body_size - 0.8; });
        if (first == lines.end() || !small || lines.end() - first > 4) continue;
        if (first->box.y1 - line.y1 > 1.2 * first->size) continue;
        note.lines.assign(first, lines.end());
        lines.erase(first, lines.end());
        return note;
    }
    return std::nullopt;
}

} // namespace vanthu::gather
