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

Edges edges_of(const std::vector<TextLine>& lines) {
    std::vector<double> x1, x2;
    for (const TextLine& line : lines) {
        x1.push_back(line.box.x1);
        x2.push_back(line.box.x2);
    }
    Edges result;
    const std::vector<double> left = frequent(x1, std::max<std::size_t>(2, lines.size() / 10));
    const std::vector<double> right = frequent(x2, std::max<std::size_t>(3, lines.size() / 8));
    if (!left.empty()) result.left = left.front();
    if (!right.empty()) result.right = right.back();
    return result;
}

double median(std::vector<double> values) {
    std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2), values.end());
    return values[values.size() / 2];
}

/// Where justified lines are missing: centred ones show the middle.
double guess_right(const std::vector<TextLine>& lines, double left, double page_width) {
    std::vector<double> centres;
    double farthest = left;
    for (const TextLine& line : lines) {
        farthest = std::max(farthest, line.box.x2);
        if (line.box.x1 > left + 15 && std::abs(line.centre() - page_width / 2) < page_width / 12)
            centres.push_back(line.centre());
    }
    const std::vector<double> middle = frequent(centres, 2);
    const double right = middle.empty() ? farthest : 2 * median(middle) - left;
    return std::max(right, farthest);
}

bool same_paper(const pages::SeenPage& a, const pages::SeenPage& b) {
    return std::abs(a.width - b.width) < 2 && std::abs(a.height - b.height) < 2;
}

} // namespace

std::vector<Frame> find_frames(const pages::Sight& sight, const PageLines& lines) {
    std::vector<Edges> edges;
    for (const std::vector<TextLine>& page : lines) edges.push_back(edges_of(page));
    std::vector<Frame> result;
    for (std::size_t p = 0; p < lines.size(); ++p) {
        Edges own = edges[p];
        std::vector<double> lefts, rights;
        constexpr std::size_t around = 8; // pages that are likely to be set alike
        const std::size_t last = std::min(lines.size(), p + around + 1);
        for (std::size_t q = p > around ? p - around : 0; q < last; ++q) {
            if (!same_paper(sight.pages[p], sight.pages[q])) continue;
            if (edges[q].left) lefts.push_back(*edges[q].left);
            if (edges[q].right) rights.push_back(*edges[q].right);
        }
        // A page without a line at its edge is judged by its neighbours; mirrored margins shift by more than that.
        const double left = lefts.empty() ? 0 : median(lefts);
        const double right = rights.empty() ? 0 : median(rights);
        if (!own.left || (!lefts.empty() && *own.left > left + 8)) own.left = lefts.empty() ? own.left : left;
        if (!own.right || (!rights.empty() && *own.right < right - 8)) own.right = rights.empty() ? own.right : right;
        Frame frame;
        if (!own.left) {
            frame.left = sight.pages[p].width;
            for (const TextLine& line : lines[p]) frame.left = std::min(frame.left, line.box.x1);
        } else {
            frame.left = *own.left;
        }
        frame.right = own.right ? *own.right : guess_right(lines[p], frame.left, sight.pages[p].width);
        result.push_back(frame);
    }
    return result;
}

double Habits::pitch_of(double text_size) const {
    const auto found = pitch.find(std::lround(text_size * 2));
    return found == pitch.end() ? text_size * 1.25 : found->second;
}

namespace {

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
