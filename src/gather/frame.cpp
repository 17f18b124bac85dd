#include "gather/frame.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace vanthu::gather {
namespace {

constexpr double near = 1.5;

/// Values of which `least` others are near, ascending.
std::vector<double> frequent(std::vector<double> values, std::size_t least) {
    std::sort(values.begin(), values.end());
    std::vector<double> result;
    for (std::size_t first = 0, i = 0; i < values.size(); ++i) {
        while (values[i] - values[first] > near) ++first;
        if (i - first + 1 >= least) result.push_back(values[i]);
    }
    return result;
}

struct Edges {
    std::optional<double> left, right;
};

/// Edges that many lines share: flush on the left, justified on the right.
Edges edges_of(const std::vector<const TextLine*>& lines, std::size_t least, std::size_t part) {
    std::vector<double> x1, x2;
    for (const TextLine* line : lines) {
        x1.push_back(line->box.x1);
        x2.push_back(line->box.x2);
    }
    Edges result;
    const std::vector<double> left = frequent(x1, std::max(least, lines.size() / part));
    const std::vector<double> right = frequent(x2, std::max<std::size_t>(3, lines.size() / part));
    if (!left.empty()) result.left = left.front();
    if (!right.empty()) result.right = right.back();
    return result;
}

std::vector<const TextLine*> pointers(const std::vector<TextLine>& lines) {
    std::vector<const TextLine*> result;
    for (const TextLine& line : lines) result.push_back(&line);
    return result;
}

/// The middle of the fullest bin.
std::optional<double> mode(const std::vector<double>& values, double bin) {
    std::map<long, std::pair<std::size_t, double>> bins;
    for (const double value : values) {
        auto& [count, sum] = bins[std::lround(value / bin)];
        ++count;
        sum += value;
    }
    if (bins.empty()) return std::nullopt;
    const auto most = std::max_element(bins.begin(), bins.end(),
                                       [](const auto& a, const auto& b) { return a.second.first < b.second.first; });
    return most->second.second / static_cast<double>(most->second.first);
}

bool same_paper(const pages::SeenPage& a, const pages::SeenPage& b) {
    return std::abs(a.width - b.width) < 2 && std::abs(a.height - b.height) < 2;
}

/// What the sheets around show together.
Edges edges_around(const pages::Sight& sight, const PageLines& lines, std::size_t page) {
    constexpr std::size_t around = 4;
    std::vector<const TextLine*> pool;
    const std::size_t last = std::min(lines.size(), page + around + 1);
    for (std::size_t p = page > around ? page - around : 0; p < last; ++p)
        if (same_paper(sight.pages[page], sight.pages[p]))
            for (const TextLine& line : lines[p]) pool.push_back(&line);
    return edges_of(pool, 2, 24);
}

/// Where justified lines are missing: centred ones show the middle, two that end alike the edge.
double guess_right(const std::vector<TextLine>& lines, double left, double page_width) {
    std::vector<double> centres, ends;
    double farthest = left;
    for (const TextLine& line : lines) {
        farthest = std::max(farthest, line.box.x2);
        ends.push_back(line.box.x2);
        if (line.box.x1 > left + 15 && std::abs(line.centre() - page_width / 2) < page_width / 12)
            centres.push_back(line.centre());
    }
    const auto alike = std::count_if(ends.begin(), ends.end(), [&](double x) { return farthest - x < 0.7; });
    if (alike > 1 || centres.empty()) return farthest;
    return std::max(2 * *mode(centres, 1) - left, farthest);
}

/// The edge of one page: as around it, where its own lines do not clearly say otherwise (scans shift, margins mirror).
std::optional<double> settle(const std::vector<double>& values, std::optional<double> own,
                             std::optional<double> around) {
    if (!around) return own;
    std::optional<double> nearest;
    for (const double value : values)
        if (std::abs(value - *around) < near && (!nearest || std::abs(value - *around) < std::abs(*nearest - *around)))
            nearest = value;
    if (nearest) return nearest;
    return own && std::abs(*own - *around) < 30 ? own : around;
}

Frame frame_of(const pages::SeenPage& page, const std::vector<TextLine>& lines, const Edges& around) {
    const Edges own = edges_of(pointers(lines), 3, 6);
    std::vector<double> x1, x2;
    for (const TextLine& line : lines) {
        x1.push_back(line.box.x1);
        x2.push_back(line.box.x2);
    }
    Frame frame;
    const auto left = settle(x1, own.left, around.left);
    frame.left = left ? *left : x1.empty() ? page.width : *std::min_element(x1.begin(), x1.end());
    const auto right = settle(x2, own.right, around.right);
    // A lonely page's few ends of lines prove nothing against its centred lines.
    const bool sure = right && (own.right || around.right);
    frame.right = sure ? *right : guess_right(lines, frame.left, page.width);
    return frame;
}

} // namespace

std::vector<Frame> find_frames(const pages::Sight& sight, const PageLines& lines) {
    std::vector<Frame> result;
    for (std::size_t p = 0; p < lines.size(); ++p)
        result.push_back(frame_of(sight.pages[p], lines[p], edges_around(sight, lines, p)));
    return result;
}

double Habits::pitch_of(double text_size) const {
    const auto found = pitch.find(std::lround(text_size * 2));
    return found == pitch.end() ? text_size * 1.25 : found->second;
}

namespace {

struct Pitches {
    std::vector<double> inside; ///< from a full line to one that begins at the margin
    double least = 1e9;
};

} // namespace

Habits find_habits(const PageLines& lines, const std::vector<Frame>& frames) {
    Habits habits;
    std::map<long, Pitches> pitches;
    std::map<long, std::size_t> sizes;
    std::vector<double> indents;
    std::size_t flush = 0;
    for (std::size_t p = 0; p < lines.size(); ++p) {
        const Frame& frame = frames[p];
        for (std::size_t i = 0; i < lines[p].size(); ++i) {
            const TextLine& line = lines[p][i];
            sizes[std::lround(line.size * 2)] += static_cast<std::size_t>(line.width());
            const double indent = line.box.x1 - frame.left;
            const bool full = line.box.x2 > frame.right - 3;
            if (std::abs(indent) < 3) ++flush;
            if (indent > 8 && indent < 90 && full) indents.push_back(indent);
            if (i + 1 == lines[p].size()) continue;
            const TextLine& next = lines[p][i + 1];
            const double pitch = next.baseline - line.baseline;
            if (std::abs(next.size - line.size) > 0.3 || pitch < line.size * 0.9 || pitch > line.size * 2.2) continue;
            Pitches& seen = pitches[std::lround(line.size * 2)];
            seen.least = std::min(seen.least, pitch);
            if (full && std::abs(next.box.x1 - frame.left) < 3) seen.inside.push_back(pitch);
        }
    }
    const auto most =
        std::max_element(sizes.begin(), sizes.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    if (most != sizes.end()) habits.size = static_cast<double>(most->first) / 2;
    if (indents.size() * 12 >= flush)
        if (const auto indent = mode(indents, 1)) habits.indent = *indent;
    for (const auto& [size, seen] : pitches) habits.pitch[size] = mode(seen.inside, 0.5).value_or(seen.least);
    return habits;
}

} // namespace vanthu::gather
