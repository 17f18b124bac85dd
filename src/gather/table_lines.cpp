#include "gather/table_lines.h"

#include <algorithm>
#include <cmath>

namespace vanthu::gather {
namespace {

bool on_line(const pages::Word& word, const WordLine& line) {
    const double size = std::max(line.size, word.size);
    const double reach = word.raised || word.size < 0.75 * line.size || line.size < 0.75 * word.size ? 0.55 : 0.3;
    return std::abs(word.baseline - line.baseline) <= reach * size;
}

void add(WordLine& line, const pages::Word& word, std::uint32_t index) {
    if (line.words.empty()) line.box = word.box;
    line.box = {std::min(line.box.x1, word.box.x1), std::min(line.box.y1, word.box.y1),
                std::max(line.box.x2, word.box.x2), std::max(line.box.y2, word.box.y2)};
    if (word.size > line.size && !word.raised) line.baseline = word.baseline;
    if (line.words.empty()) line.baseline = word.baseline;
    line.size = std::max(line.size, word.size);
    line.words.push_back(index);
}

} // namespace

std::vector<WordLine> lines_of(const pages::SeenPage& page, std::vector<std::uint32_t> words) {
    std::sort(words.begin(), words.end(), [&](std::uint32_t a, std::uint32_t b) {
        const pages::Word &left = page.words[a], &right = page.words[b];
        return left.baseline != right.baseline ? left.baseline < right.baseline : a < b;
    });
    std::vector<WordLine> result;
    for (const std::uint32_t index : words) {
        const pages::Word& word = page.words[index];
        if (result.empty() || !on_line(word, result.back())) result.emplace_back();
        add(result.back(), word, index);
    }
    for (WordLine& line : result)
        std::stable_sort(line.words.begin(), line.words.end(),
                         [&](std::uint32_t a, std::uint32_t b) { return page.words[a].box.x1 < page.words[b].box.x1; });
    return result;
}

} // namespace vanthu::gather
