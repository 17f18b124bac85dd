#include "gather/table_text.h"

#include "gather/table_styles.h"
#include "gather/text_marks.h"
#include "text/line_joining.h"

#include <algorithm>
#include <cmath>

namespace vanthu::gather {
namespace {

std::string text_of(const pages::SeenPage& page, const WordLine& line) {
    std::string text;
    for (const std::uint32_t index : line.words) {
        const pages::Word& word = page.words[index];
        if (!text.empty() && !word.joined) text += ' ';
        text += word.text;
    }
    return text;
}

/// The room left in the line above would have held the next word, with much to spare: the line was ended on purpose.
bool ends_early(const CellLine& above, const CellLine& next, const pages::SeenPage& page) {
    const double left = std::max(0.0, above.line.box.x1 - above.cell.x1);
    const double right = std::max(0.0, above.cell.x2 - above.line.box.x2);
    const double padding = 0.5 * above.line.size;
    const pages::Box& word = page.words[next.line.words.front()].box;
    const double room = left + right - 2 * padding - 0.25 * above.line.size;
    return room > (word.x2 - word.x1) + 0.2 * (above.cell.x2 - above.cell.x1);
}

/// "2021" + "- 2022": a range, no item.
bool continues_range(std::string_view above, std::string_view next) {
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    const std::size_t at = next.find(' ');
    return digit(above.back()) && at != std::string_view::npos && at + 1 < next.size() && digit(next[at + 1]) &&
           !digit(next.front());
}

bool begins_paragraph(const CellLine& above, const CellLine& next, const pages::SeenPage& page) {
    const bool early = ends_early(above, next, page);
    if (starts_item(next.text) && !continues_range(above.text, next.text)) {
        const bool dash = !is_ordinal(std::string_view(next.text).substr(0, next.text.find(' ')));
        return dash || ends_sentence(above.text) || early;
    }
    return ends_sentence(above.text) && early && !starts_small(next.text);
}

/// One paragraph growing line by line: its text and where the faces change.
struct Composed {
    std::string text, raw;
    std::vector<std::pair<std::size_t, Face>> faces; ///< byte where a face begins
    flow::Origin origin;
};

void add_spot(const CellLine& line, std::vector<flow::Spot>& spots) {
    const pages::Box& box = line.line.box;
    if (spots.empty() || spots.back().page != line.page + 1) {
        spots.push_back({line.page + 1, box.x1, box.y1, box.x2, box.y2});
        return;
    }
    flow::Spot& spot = spots.back();
    spot = {spot.page, std::min(spot.x1, box.x1), std::min(spot.y1, box.y1), std::max(spot.x2, box.x2),
            std::max(spot.y2, box.y2)};
}

/// An ordinal too wide for its column is broken anywhere: "XVI" + "II".
bool continues_ordinal(const Composed& composed, const CellLine& line) {
    const std::string whole = composed.text + line.text;
    return whole.size() <= 10 && whole.find_first_not_of("IVXLC.") == std::string::npos &&
           line.cell.x2 - line.cell.x1 < 4 * line.line.size;
}

void add_line(Composed& composed, const CellLine& line, const pages::SeenPage& page) {
    if (composed.text.empty())
        composed.text = line.text;
    else if (continues_ordinal(composed, line))
        composed.text += line.text;
    else
        text::join_line(composed.text, line.text);
    composed.raw += (composed.raw.empty() ? "" : "\n") + line.text;
    std::size_t at = composed.text.size() - std::min(composed.text.size(), line.text.size());
    bool first = true;
    for (const std::uint32_t index : line.line.words) {
        const pages::Word& word = page.words[index];
        if (!first && !word.joined) ++at;
        first = false;
        if (composed.faces.empty() || composed.faces.back().second != word.face)
            composed.faces.emplace_back(composed.faces.empty() ? 0 : at, word.face);
        at += word.text.size();
    }
    add_spot(line, composed.origin.spots);
}

std::vector<flow::Run> runs_of(const Composed& composed, Face base, flow::Document& document) {
    std::vector<flow::Run> runs;
    for (std::size_t i = 0; i < composed.faces.size(); ++i) {
        const std::size_t end = i + 1 < composed.faces.size() ? composed.faces[i + 1].first : composed.text.size();
        const std::size_t begin = std::min(composed.faces[i].first, composed.text.size());
        if (end <= begin) continue;
        runs.push_back(
            {composed.text.substr(begin, end - begin), run_style(document, composed.faces[i].second, base), false});
    }
    return runs;
}

/// What all words of the paragraph share.
Face base_face(const Composed& composed) {
    bool bold = true, italic = true;
    for (const auto& [at, face] : composed.faces) {
        bold = bold && is_bold(face);
        italic = italic && is_italic(face);
    }
    return face_of(bold, italic);
}

flow::Align align_of(const CellLine* begin, const CellLine* end) {
    bool centred = true, full = end - begin > 1;
    for (const CellLine* line = begin; line != end; ++line) {
        const double left = line->line.box.x1 - line->cell.x1, right = line->cell.x2 - line->line.box.x2;
        centred = centred && std::abs(left - right) < line->line.size;
        full = full && (line + 1 == end || right < line->line.size);
    }
    if (full) return flow::Align::justify;
    return centred ? flow::Align::centre : flow::Align::left;
}

flow::Paragraph paragraph_of(const CellLine* begin, const CellLine* end, const pages::Sight& sight, float trust,
                             flow::Document& document) {
    Composed composed;
    double size = 0;
    float least = trust;
    for (const CellLine* line = begin; line != end; ++line) {
        const pages::SeenPage& page = sight.pages[line->page];
        add_line(composed, *line, page);
        size = std::max(size, line->line.size);
        for (const std::uint32_t word : line->line.words) least = std::min(least, page.words[word].trust);
    }
    const Face base = base_face(composed);
    flow::Paragraph result;
    result.style = cell_style(document, size, base, align_of(begin, end));
    result.runs = runs_of(composed, base, document);
    composed.origin.raw = std::move(composed.raw);
    composed.origin.trust = least;
    document.origins.push_back(std::move(composed.origin));
    result.origin = static_cast<flow::OriginIndex>(document.origins.size());
    return result;
}

} // namespace

std::string CellText::letters() const {
    std::string result;
    for (const CellLine& line : lines)
        for (const char c : line.text)
            if (c != ' ') result += c;
    return result;
}

bool CellText::is_recognised() const { return std::ranges::any_of(lines, &CellLine::recognised); }

CellText cell_text(const pages::SeenPage& page, std::uint32_t page_index, const pages::Box& cell,
                   const std::vector<std::uint32_t>& words) {
    CellText result;
    for (WordLine& line : lines_of(page, words)) {
        CellLine next{page_index, std::move(line), cell, {}, result.lines.empty()};
        next.text = text_of(page, next.line);
        next.recognised = std::ranges::any_of(next.line.words, [&](auto word) { return page.words[word].trust < 1; });
        if (!result.lines.empty()) next.begins = begins_paragraph(result.lines.back(), next, page);
        result.lines.push_back(std::move(next));
    }
    return result;
}

void append(CellText& above, CellText below, const pages::Sight& sight) {
    if (!above.empty() && !below.empty()) {
        CellLine& next = below.lines.front();
        next.begins = begins_paragraph(above.lines.back(), next, sight.pages[next.page]);
    }
    above.lines.insert(above.lines.end(), std::make_move_iterator(below.lines.begin()),
                       std::make_move_iterator(below.lines.end()));
}

std::vector<flow::Content> paragraphs_of(const CellText& text, const pages::Sight& sight, float trust,
                                         flow::Document& document) {
    std::vector<flow::Content> result;
    const CellLine* const end = text.lines.data() + text.lines.size();
    for (const CellLine* line = text.lines.data(); line != end;) {
        const CellLine* next = line + 1;
        while (next != end && !next->begins) ++next;
        result.emplace_back(paragraph_of(line, next, sight, trust, document));
        line = next;
    }
    return result;
}

bool is_bold(const CellText& text, const pages::Sight& sight) {
    for (const CellLine& line : text.lines)
        for (const std::uint32_t word : line.line.words)
            if (!is_bold(sight.pages[line.page].words[word].face)) return false;
    return !text.empty();
}

bool is_centred(const CellText& text) {
    for (const CellLine& line : text.lines) {
        const double left = line.line.box.x1 - line.cell.x1, right = line.cell.x2 - line.line.box.x2;
        if (std::abs(left - right) > line.line.size) return false;
    }
    return !text.empty();
}

} // namespace vanthu::gather
