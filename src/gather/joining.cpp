#include "gather/joining.h"

#include "text/unicode.h"

#include <algorithm>
#include <cmath>

namespace vanthu::gather {
namespace {

constexpr double near = 2.5;

bool same_look(const TextLine& a, const TextLine& b) {
    return std::abs(a.size - b.size) < 0.6 && a.bold == b.bold && a.italic == b.italic;
}

/// From one edge to the other: a centred line may do so by chance.
bool fills(const TextLine& line, const Frame& frame) {
    return line.box.x1 < frame.left + 6 && line.box.x2 > frame.right - 6;
}

bool ends_sentence(const std::string& text) {
    constexpr std::string_view ends = ".;:!?";
    return !text.empty() && ends.find(text.back()) != std::string_view::npos;
}

bool starts_small(const std::string& text) {
    std::string first;
    text::for_each_character(std::string_view(text).substr(0, 4), [&](char32_t c) {
        if (first.empty()) first = text::to_utf8(c);
    });
    return has_content(first) && !first.empty() && text::to_upper(first) != first;
}

/// A number or a single letter, from which no line end parts the word in front.
bool is_bound(const std::string& word) {
    if (word.empty()) return false;
    if (word[0] >= '0' && word[0] <= '9') return true;
    int letters = 0;
    text::for_each_character(word, [&](char32_t) { ++letters; });
    return letters == 1 || word.find_first_not_of("IVX.,;:)") == std::string::npos;
}

/// Between words of a line that is not stretched.
double space_in(const pages::SeenPage& page, const TextLine& line) {
    double least = 0.6 * line.size;
    for (std::size_t i = 1; i < line.words.size(); ++i) {
        const double gap = page.words[line.words[i]].box.x1 - page.words[line.words[i - 1]].box.x2;
        if (gap > 0.15 * line.size) least = std::min(least, gap);
    }
    return line.words.size() < 2 || least == 0.6 * line.size ? 0.25 * line.size : least;
}

/// The closest lines of a column, as a part of their size.
double column_pitch(const std::vector<TextLine>& lines) {
    double least = 1.8;
    for (std::size_t i = 1; i < lines.size(); ++i)
        if (std::abs(lines[i].size - lines[i - 1].size) < 0.3 && lines[i].page == lines[i - 1].page)
            least = std::min(least, (lines[i].baseline - lines[i - 1].baseline) / lines[i].size);
    return std::max(1.0, least < 1.8 ? least : 1.25);
}

/// A line of a title that fills the page looks justified, but no paragraph begins at the margin.
void centre_full_titles(std::vector<Lines>& paragraphs, const std::vector<Frame>& frames) {
    for (std::size_t i = 1; i < paragraphs.size(); ++i) {
        const Lines& above = paragraphs[i - 1];
        const TextLine& line = paragraphs[i].lines.front();
        if (paragraphs[i].lines.size() == 1 && above.align == flow::Align::centre && above.lines.back().bold &&
            line.bold && above.lines.back().page == line.page && fills(line, frames[line.page])) {
            paragraphs[i].align = flow::Align::centre;
            paragraphs[i].first_indent = paragraphs[i].left_indent = 0;
        }
    }
}

} // namespace

struct Joiner::Pair {
    ColumnKind kind;
    const Frame& frame;      ///< of the line
    const Frame& next_frame; ///< of the next one, which may stand on another page
    bool dashes;             ///< items of the column begin with dashes
    double pitch;            ///< baseline to baseline in the column; 0: as in the whole document
};

bool Joiner::centred(const TextLine& line, const Frame& frame) const {
    const double off = std::abs(line.centre() - frame.middle());
    const double spare = std::min(line.box.x1 - frame.left, frame.right - line.box.x2);
    const double tolerance = spare < 6 ? 0.6 : line.bold ? 1.6 * near : near;
    if (off > tolerance || spare < (off < 0.2 ? 0.6 : 1.5)) return false;
    // A short first line may stand in the middle by chance.
    const double from_indent = std::abs(line.box.x1 - frame.left - habits_.indent);
    return habits_.indent == 0 || from_indent > 0.8 || off < 0.5 * from_indent;
}

/// Whether the first word of the next line could have stood in this one.
bool Joiner::room_for_next(const TextLine& line, const TextLine& next, double room) const {
    const pages::SeenPage& page = sight_.pages[next.page];
    double end = page.words[next.words.front()].box.x2;
    for (std::size_t i = 1; i < next.words.size() && page.words[next.words[i]].joined; ++i)
        end = page.words[next.words[i]].box.x2;
    const double space = std::min(space_in(sight_.pages[line.page], line), space_in(page, next));
    return line.width() + space + (end - next.box.x1) <= room;
}

/// Whether the two lines could not be of more even length by moving a word.
bool Joiner::balanced(const TextLine& line, const TextLine& next) const {
    const auto& above = sight_.pages[line.page].words;
    const auto& below = sight_.pages[next.page].words;
    const double longest = std::max(line.width(), next.width());
    const double space = space_in(sight_.pages[line.page], line);
    std::size_t last = line.words.size() - 1;
    while (last > 0 && is_bound(above[line.words[last]].text)) --last;
    const double down = line.box.x2 - above[line.words[last]].box.x1;
    std::size_t first = 0;
    while (first + 1 < next.words.size() && is_bound(below[next.words[first + 1]].text)) ++first;
    const double up = below[next.words[first]].box.x2 - next.box.x1;
    const double moved_down = std::max(line.width() - down - space, next.width() + down + space);
    const double moved_up = std::max(line.width() + up + space, next.width() - up - space);
    return moved_down > longest - 0.5 && moved_up > longest - 0.5;
}

bool Joiner::centred_continues(const TextLine& line, const TextLine& next, const Pair& pair) const {
    const std::string text = text_of(sight_.pages[line.page], line);
    const std::string after = text_of(sight_.pages[next.page], next);
    const bool goes_on = pair.kind == ColumnKind::letterhead && starts_small(after);
    if (!same_look(line, next) || (line.upper != next.upper && !goes_on)) return false;
    if (!has_content(text) || !has_content(after)) return false;
    const double width = pair.frame.width();
    if (pair.kind == ColumnKind::letterhead && line.upper) return true;
    if (!room_for_next(line, next, width)) return true;
    if (pair.kind == ColumnKind::signer) return false;
    if (goes_on) return true;
    const double space = space_in(sight_.pages[line.page], line);
    const bool two_lines = line.width() + space + next.width() > width - 0.5;
    if (two_lines && balanced(line, next)) return true;
    // Lines that the author ended where the sense does.
    if (starts_small(after)) return line.width() > (two_lines ? 0.4 : 0.5) * width;
    return line.upper && pair.kind == ColumnKind::body && line.width() > 0.45 * width;
}

bool Joiner::extra_gap(const Lines& paragraph, const TextLine& next, double pitch) const {
    const TextLine& line = paragraph.lines.back();
    if (line.page != next.page) return false;
    const double size = std::max(line.size, next.size);
    double usual = pitch > 0 ? pitch * size : habits_.pitch_of(size);
    const std::size_t count = paragraph.lines.size();
    if (count > 1 && paragraph.lines[count - 2].page == line.page)
        usual = line.baseline - paragraph.lines[count - 2].baseline;
    return next.baseline - line.baseline > usual * 1.12 + 0.7;
}

bool Joiner::page_turn_continues(const Lines& paragraph, const TextLine& next, const Pair& pair) const {
    const TextLine& line = paragraph.lines.back();
    const std::string token = first_token(sight_.pages[next.page], next);
    const bool at_margin = next.box.x1 < pair.next_frame.left + 4;
    if (habits_.indent > 0 && !at_margin) return false;
    if (room_for_next(line, next, pair.frame.right - line.box.x1)) return false;
    if (habits_.indent > 0) return true;
    const bool ended = ends_sentence(text_of(sight_.pages[line.page], line));
    return !ended || !is_label(token);
}

bool Joiner::body_continues(const Lines& paragraph, const TextLine& next, const Pair& pair) const {
    const TextLine& line = paragraph.lines.back();
    const bool next_centred = centred(next, pair.next_frame);
    const bool first_centred = centred(paragraph.lines.front(), pair.frame);
    if (first_centred && line.page == next.page && next.bold && fills(next, pair.next_frame) && same_look(line, next) &&
        line.upper == next.upper && !extra_gap(paragraph, next, pair.pitch) &&
        !room_for_next(line, next, pair.frame.width()))
        return true;
    if (next_centred && line.page == next.page) {
        const bool spans = line.box.x1 < pair.frame.left + 8 && line.box.x2 > pair.frame.right - 8;
        if (!first_centred && !spans) return false;
        return !extra_gap(paragraph, next, pair.pitch) && centred_continues(line, next, pair);
    }
    const bool next_spans = next.box.x1 < pair.next_frame.left + 8 && next.box.x2 > pair.next_frame.right - 8;
    if (first_centred && next_spans && line.page == next.page && line.bold && same_look(line, next))
        return !extra_gap(paragraph, next, pair.pitch) && centred_continues(line, next, pair);
    if (first_centred && paragraph.lines.size() == 1) return false;
    if (std::abs(line.size - next.size) > 0.8) return false;
    if (line.page != next.page) return page_turn_continues(paragraph, next, pair);
    const double pitch = next.baseline - line.baseline;
    const bool gap = extra_gap(paragraph, next, pair.pitch);
    if (pitch > 1.9 * line.size) return false;
    const std::string token = first_token(sight_.pages[next.page], next);
    const bool ended = ends_sentence(text_of(sight_.pages[line.page], line));
    if (room_for_next(line, next, pair.frame.right - line.box.x1 - (line.bold && next.bold ? 0 : 1))) return false;
    if (next.box.x1 < pair.frame.left + 4) {
        if (habits_.indent > 0) return !gap || (paragraph.lines.size() == 1 && pitch < 1.75 * line.size);
        return !gap && !(is_label(token) && ended);
    }
    // Hanging or indented as a whole.
    if (gap || is_label(token)) return false;
    const bool hanging = is_label(first_token(sight_.pages[paragraph.lines.front().page], paragraph.lines.front())) &&
                         next.box.x1 > paragraph.lines.front().box.x1 + 3;
    const bool block = std::abs(next.box.x1 - line.box.x1) < 2 && !ended;
    const bool deeper = paragraph.lines.size() > 1 && std::abs(next.box.x1 - line.box.x1) < 2;
    return hanging || block || deeper;
}

bool Joiner::continues(const Lines& paragraph, const TextLine& next, const Pair& pair) const {
    const TextLine& line = paragraph.lines.back();
    if (pair.kind == ColumnKind::body) return body_continues(paragraph, next, pair);
    if (extra_gap(paragraph, next, pair.pitch)) return false;
    if (pair.kind != ColumnKind::recipients) return centred_continues(line, next, pair);
    if (std::abs(line.size - next.size) > 0.4 || (line.bold && !next.bold)) return false;
    if (is_label(first_token(sight_.pages[next.page], next)) || next.box.x1 > line.box.x1 + 60) return false;
    if (sight_.pages[next.page].words[next.words.front()].text.starts_with('-')) return false;
    return pair.dashes || !ends_sentence(text_of(sight_.pages[line.page], line));
}

void Joiner::set_shape(Lines& paragraph, ColumnKind kind, const std::vector<Frame>& frames) const {
    const TextLine& first = paragraph.lines.front();
    const Frame& frame = frames[first.page];
    const bool any_centred =
        centred(first, frame) ||
        (paragraph.lines.size() > 1 && centred(paragraph.lines.back(), frame) && first.box.x1 < frame.left + 8);
    if (kind == ColumnKind::letterhead || kind == ColumnKind::signer || (kind == ColumnKind::body && any_centred)) {
        paragraph.align = flow::Align::centre;
        return;
    }
    if (kind == ColumnKind::body && paragraph.lines.size() == 1 && first.box.x2 > frame.right - near &&
        first.box.x1 > frame.left + std::max(100.0, 0.3 * frame.width())) {
        paragraph.align = flow::Align::right;
        return;
    }
    if (kind == ColumnKind::recipients && paragraph.lines.size() == 1 && first.box.x1 > frame.left + 60) {
        paragraph.align = flow::Align::right;
        return;
    }
    std::size_t full = 0;
    double left = first.box.x1 - frame.left;
    for (std::size_t i = 0; i + 1 < paragraph.lines.size(); ++i)
        full += std::abs(paragraph.lines[i].box.x2 - frames[paragraph.lines[i].page].right) < near ? 1 : 0;
    for (std::size_t i = 1; i < paragraph.lines.size(); ++i) {
        const double x = paragraph.lines[i].box.x1 - frames[paragraph.lines[i].page].left;
        left = i == 1 ? x : std::min(left, x);
    }
    if (paragraph.lines.size() == 1) left = 0;
    paragraph.left_indent = std::abs(left) < 3 ? 0 : left;
    const double indent = first.box.x1 - frame.left - paragraph.left_indent;
    paragraph.first_indent = std::abs(indent) < 3 ? 0 : indent;
    const bool single = paragraph.lines.size() == 1;
    const bool justified = single ? habits_.indent > 0 : 2 * full >= paragraph.lines.size() - 1;
    if (kind == ColumnKind::body && justified) paragraph.align = flow::Align::justify;
}

std::vector<Lines> Joiner::join(const std::vector<TextLine>& lines, ColumnKind kind,
                                const std::vector<Frame>& frames) const {
    const double pitch = kind == ColumnKind::body ? 0 : column_pitch(lines);
    const bool dashes = std::any_of(lines.begin(), lines.end(), [&](const TextLine& line) {
        return sight_.pages[line.page].words[line.words.front()].text.starts_with('-');
    });
    std::vector<Lines> result;
    for (const TextLine& line : lines) {
        if (!result.empty()) {
            const TextLine& last = result.back().lines.back();
            if (continues(result.back(), line, {kind, frames[last.page], frames[line.page], dashes, pitch})) {
                result.back().lines.push_back(line);
                continue;
            }
        }
        Lines paragraph;
        if (!result.empty() && result.back().lines.back().page == line.page)
            paragraph.gap =
                std::max(0.0, line.baseline - result.back().lines.back().baseline - habits_.pitch_of(line.size));
        paragraph.lines.push_back(line);
        result.push_back(std::move(paragraph));
    }
    for (Lines& paragraph : result) set_shape(paragraph, kind, frames);
    if (kind == ColumnKind::body && habits_.indent > 0) centre_full_titles(result, frames);
    return result;
}

std::vector<Lines> Joiner::join(const std::vector<TextLine>& lines, ColumnKind kind, const Frame& frame) const {
    if (lines.empty()) return {};
    return join(lines, kind, std::vector<Frame>(lines.front().page + 1, frame));
}

} // namespace vanthu::gather
