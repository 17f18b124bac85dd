#include "gather/table_rules.h"

#include <algorithm>
#include <cmath>

namespace vanthu::gather {
namespace {

constexpr std::size_t most_rules = 4000;

bool sound(const pages::Line& line) {
    return std::isfinite(line.x1) && std::isfinite(line.y1) && std::isfinite(line.x2) && std::isfinite(line.y2);
}

void add_joined(std::vector<Rule>& group, double tolerance, std::vector<Rule>& result) {
    std::sort(group.begin(), group.end(), [](const Rule& a, const Rule& b) { return a.from < b.from; });
    Rule rule = group.front();
    double weighted = 0, weight = 0;
    const auto finish = [&] {
        if (weight > 0) rule.at = weighted / weight;
        if (rule.length() >= 2.5 * tolerance) result.push_back(rule);
        weighted = weight = 0;
    };
    for (const Rule& piece : group) {
        if (piece.from > rule.to + 1.5 * tolerance) {
            finish();
            rule = piece;
        }
        rule.to = std::max(rule.to, piece.to);
        weighted += piece.at * piece.length();
        weight += piece.length();
    }
    finish();
    group.clear();
}

std::vector<Rule> merge(std::vector<Rule> pieces, double tolerance) {
    std::sort(pieces.begin(), pieces.end(), [](const Rule& a, const Rule& b) { return a.at < b.at; });
    std::vector<Rule> result, group;
    for (const Rule& piece : pieces) {
        if (!group.empty() && piece.at - group.front().at > tolerance) add_joined(group, tolerance, result);
        group.push_back(piece);
    }
    if (!group.empty()) add_joined(group, tolerance, result);
    if (result.size() > most_rules) {
        const auto longer = [](const Rule& a, const Rule& b) { return a.length() > b.length(); };
        std::nth_element(result.begin(), result.begin() + most_rules, result.end(), longer);
        result.resize(most_rules);
    }
    std::sort(result.begin(), result.end(),
              [](const Rule& a, const Rule& b) { return a.at != b.at ? a.at < b.at : a.from < b.from; });
    return result;
}

} // namespace

double rule_tolerance(const pages::SeenPage& page) {
    if (page.words.empty()) return 2;
    std::vector<double> sizes;
    for (const pages::Word& word : page.words) sizes.push_back(word.size);
    std::nth_element(sizes.begin(), sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() / 2), sizes.end());
    return std::clamp(0.2 * sizes[sizes.size() / 2], 1.0, 3.0);
}

Rules merge_lines(const std::vector<pages::Line>& lines, double tolerance) {
    std::vector<Rule> horizontal, vertical;
    for (const pages::Line& line : lines) {
        if (!sound(line)) continue;
        const double width = std::abs(line.x2 - line.x1), height = std::abs(line.y2 - line.y1);
        const Rule lying{(line.y1 + line.y2) / 2, std::min(line.x1, line.x2), std::max(line.x1, line.x2)};
        const Rule standing{(line.x1 + line.x2) / 2, std::min(line.y1, line.y2), std::max(line.y1, line.y2)};
        // The square where two borders meet may be drawn by itself: it belongs to both.
        const bool square = width <= tolerance && height <= tolerance;
        if (square || (width >= height && height <= tolerance)) horizontal.push_back(lying);
        if (square || (height > width && width <= tolerance)) vertical.push_back(standing);
    }
    return {merge(std::move(horizontal), tolerance), merge(std::move(vertical), tolerance)};
}

std::vector<double> cluster(std::vector<double> values, double tolerance) {
    std::sort(values.begin(), values.end());
    std::vector<double> result;
    for (std::size_t i = 0; i < values.size();) {
        std::size_t end = i;
        double sum = 0;
        while (end < values.size() && values[end] - values[i] <= tolerance) sum += values[end++];
        result.push_back(sum / static_cast<double>(end - i));
        i = end;
    }
    return result;
}

std::size_t nearest(const std::vector<double>& edges, double value) {
    const auto above = std::lower_bound(edges.begin(), edges.end(), value);
    if (above == edges.begin()) return 0;
    const auto index = static_cast<std::size_t>(above - edges.begin());
    return above == edges.end() || value - edges[index - 1] < edges[index] - value ? index - 1 : index;
}

std::size_t field_of(const std::vector<double>& edges, double value) {
    const auto above = std::upper_bound(edges.begin(), edges.end(), value);
    const auto index = static_cast<std::size_t>(above - edges.begin());
    return std::clamp<std::size_t>(index, 1, std::max<std::size_t>(edges.size(), 2) - 1) - 1;
}

} // namespace vanthu::gather
