#include "gather/text_line.h"

#include "text/unicode.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace vanthu::gather {
namespace {

/// A word set against the one before it shares its baseline, whatever its own is.
std::vector<double> baselines(const pages::SeenPage& page) {
    std::vector<double> result(page.words.size());
    for (std::size_t i = 0; i < page.words.size(); ++i) {
        const pages::Word& word = page.words[i];
        const bool follows = i > 0 && word.joined && std::abs(word.baseline - page.words[i - 1].baseline) < word.size;
        result[i] = follows ? result[i - 1] : word.baseline;
    }
    return result;
}

double overlap(const pages::Box& a, const pages::Box& b) { return std::min(a.y2, b.y2) - std::max(a.y1, b.y1); }

double main_size(const pages::SeenPage& page, const std::vector<std::uint32_t>& words) {
    std::map<long, std::size_t> letters;
    for (const std::uint32_t word : words)
        letters[std::lround(page.words[word].size * 100)] += page.words[word].text.size();
    const auto most = std::max_element(letters.begin(), letters.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == letters.end() ? 0 : static_cast<double>(most->first) / 100;
}

void attach(const pages::SeenPage& page, std::uint32_t raised, std::vector<TextLine>& lines,
            std::vector<std::vector<std::uint32_t>>& groups) {
    const pages::Box& box = page.words[raised].box;
    std::size_t best = lines.size();
    double most = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const double shared = overlap(box, lines[i].box);
        const bool near = box.x1 < lines[i].box.x2 + lines[i].size && box.x2 > lines[i].box.x1 - lines[i].size;
        if (near && shared > most) most = shared, best = i;
    }
    if (best == lines.size() || most < 0.4 * (box.y2 - box.y1)) {
        groups.push_back({raised});
        return;
    }
    groups[best].push_back(raised);
}

std::vector<std::vector<std::uint32_t>> by_baseline(const std::vector<double>& baseline, const pages::SeenPage& page,
                                                    std::vector<std::uint32_t> words) {
    std::stable_sort(words.begin(), words.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return baseline[a] < baseline[b]; });
    std::vector<std::vector<std::uint32_t>> groups;
    double anchor = 0;
    for (const std::uint32_t word : words) {
        const double tolerance = std::max(0.5, 0.2 * page.words[word].size);
        if (groups.empty() || baseline[word] - anchor > tolerance) {
            groups.emplace_back();
            anchor = baseline[word];
        }
        groups.back().push_back(word);
    }
    return groups;
}

} // namespace

bool bold_face(Face face) { return face == Face::bold || face == Face::bold_italic; }
bool italic_face(Face face) { return face == Face::italic || face == Face::bold_italic; }

TextLine line_of(const pages::SeenPage& page, std::uint32_t page_index, std::vector<std::uint32_t> words) {
    std::stable_sort(words.begin(), words.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return page.words[a].box.x1 < page.words[b].box.x1; });
    TextLine line;
    line.page = page_index;
    line.words = std::move(words);
    line.box = page.words[line.words.front()].box;
    line.size = main_size(page, line.words);
    line.bold = line.italic = true;
    std::string letters;
    double lowest = 0;
    for (const std::uint32_t index : line.words) {
        const pages::Word& word = page.words[index];
        line.box = {std::min(line.box.x1, word.box.x1), std::min(line.box.y1, word.box.y1),
                    std::max(line.box.x2, word.box.x2), std::max(line.box.y2, word.box.y2)};
        line.bold = line.bold && bold_face(word.face);
        line.italic = line.italic && italic_face(word.face);
        if (!word.raised) lowest = std::max(lowest, word.baseline);
        letters += word.text;
    }
    line.baseline = lowest > 0 ? lowest : page.words[line.words.front()].baseline;
    line.upper = text::is_upper(letters);
    return line;
}

std::vector<TextLine> lines_of(const pages::SeenPage& page, std::uint32_t page_index,
                               const std::vector<std::uint32_t>& words) {
    const std::vector<double> baseline = baselines(page);
    std::vector<std::uint32_t> normal, raised;
    for (const std::uint32_t word : words)
        (page.words[word].raised && !page.words[word].joined ? raised : normal).push_back(word);
    std::vector<std::vector<std::uint32_t>> groups = by_baseline(baseline, page, std::move(normal));
    if (!raised.empty()) {
        std::vector<TextLine> lines;
        for (const auto& group : groups) lines.push_back(line_of(page, page_index, group));
        for (const std::uint32_t word : raised) attach(page, word, lines, groups);
    }
    std::vector<TextLine> result;
    result.reserve(groups.size());
    for (auto& group : groups) result.push_back(line_of(page, page_index, std::move(group)));
    std::stable_sort(result.begin(), result.end(),
                     [](const TextLine& a, const TextLine& b) { return a.baseline < b.baseline; });
    return result;
}

std::string text_of(const pages::SeenPage& page, const TextLine& line) {
    std::string result;
    for (const std::uint32_t index : line.words) {
        if (!result.empty() && !page.words[index].joined) result += ' ';
        result += page.words[index].text;
    }
    return result;
}

std::string first_token(const pages::SeenPage& page, const TextLine& line) {
    std::string result;
    for (const std::uint32_t index : line.words) {
        if (!result.empty() && !page.words[index].joined) break;
        result += page.words[index].text;
    }
    return result;
}

bool has_content(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
               (static_cast<unsigned char>(c) >= 0xC3 && static_cast<unsigned char>(c) <= 0xE1);
    });
}

bool is_label(std::string_view token) {
    static constexpr std::string_view marks[] = {"-", "+", "*", "–", "—", "•", "▪", "●", "◦", "", "ü"};
    if (std::find(std::begin(marks), std::end(marks), token) != std::end(marks)) return true;
    if (token.size() < 2) return false;
    const bool open = token.front() == '(';
    const char end = token.back();
    if (end != '.' && end != ')' && end != '/') return false;
    const std::string_view inside = token.substr(open, token.size() - 1 - open);
    const auto only = [&](std::string_view allowed) {
        return !inside.empty() && inside.find_first_not_of(allowed) == std::string_view::npos;
    };
    if (inside.size() <= 8 && only("0123456789.") && inside.front() != '.') return true;
    if (inside.size() <= 5 && only("IVX")) return true;
    const bool letter = inside.size() == 1 || inside == "đ" || inside == "Đ";
    return letter && end == ')' && has_content(inside);
}

} // namespace vanthu::gather
