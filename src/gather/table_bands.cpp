#include "gather/table_bands.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

namespace vanthu::gather {
namespace {

/// So many lines below are looked at for the next one of the same column: cells side by side may be shifted.
constexpr std::size_t lines_ahead = 6;

struct Tie {
    std::size_t line;
    std::size_t next;
    double pitch;
};

bool beside(const pages::Box& a, const pages::Box& b) { return a.x1 < b.x2 && b.x1 < a.x2; }

bool in_one_column(const pages::SeenPage& page, const WordLine& a, const WordLine& b) {
    std::size_t i = 0, k = 0;
    while (i < a.words.size() && k < b.words.size()) {
        const pages::Box &left = page.words[a.words[i]].box, &right = page.words[b.words[k]].box;
        if (beside(left, right)) return true;
        (left.x2 < right.x2 ? i : k) += 1;
    }
    return false;
}

std::vector<Tie> ties_of(const pages::SeenPage& page, const std::vector<WordLine>& lines) {
    std::vector<Tie> ties;
    for (std::size_t i = 0; i < lines.size(); ++i)
        for (std::size_t k = i + 1; k < std::min(lines.size(), i + lines_ahead); ++k) {
            const double pitch = lines[k].baseline - lines[i].baseline;
            if (pitch > 2.2 * std::max(lines[i].size, lines[k].size)) break;
            if (in_one_column(page, lines[i], lines[k])) ties.push_back({i, k, pitch});
        }
    return ties;
}

/// The distance of baselines seen most often.
double leading(const std::vector<Tie>& ties) {
    std::map<long, std::size_t> counts;
    for (const Tie& tie : ties) ++counts[std::lround(tie.pitch * 2)];
    const auto most = std::max_element(counts.begin(), counts.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == counts.end() ? 0 : static_cast<double>(most->first) / 2;
}

} // namespace

std::vector<Band> bands_of(const pages::SeenPage& page, const std::vector<WordLine>& lines) {
    const std::vector<Tie> ties = ties_of(page, lines);
    const double widest = 1.12 * leading(ties);
    std::vector<double> bottoms;
    for (const WordLine& line : lines) bottoms.push_back(line.baseline + 0.1 * line.size);
    for (const Tie& tie : ties)
        if (tie.pitch <= widest) bottoms[tie.line] = std::max(bottoms[tie.line], lines[tie.next].baseline);
    std::vector<Band> bands;
    double reach = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const double top = lines[i].baseline - 0.7 * lines[i].size;
        if (bands.empty() || top > reach) {
            bands.push_back({{}, top, 0});
            reach = bottoms[i];
        }
        reach = std::max(reach, bottoms[i]);
        bands.back().lines.push_back(&lines[i]);
        bands.back().top = std::min(bands.back().top, top);
        bands.back().bottom = std::max(bands.back().bottom, lines[i].baseline + 0.2 * lines[i].size);
    }
    return bands;
}

} // namespace vanthu::gather
