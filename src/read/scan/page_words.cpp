#include "read/scan/page_words.h"

#include "read/scan/type_face.h"
#include "read/scan/type_size.h"

#include <algorithm>
#include <cmath>

namespace vanthu::read::scan {
namespace {

constexpr double usual_size = 13; ///< where nothing tells
constexpr double same = 0.1;      ///< sizes that differ by less are one

double median(std::vector<double> values, double otherwise) {
    if (values.empty()) return otherwise;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

struct PrintedLine {
    std::size_t first = 0, last = 0; ///< words
    double size = 0;                 ///< points; 0: nothing tells
    std::size_t letters = 0;
};

double size_of(const std::vector<ReadWord>& words, const PrintedLine& line, double points) {
    std::vector<double> sizes;
    for (std::size_t i = line.first; i < line.last; ++i) {
        const double height = height_above_baseline(words[i].text);
        if (height > 0 && words[i].confidence > 0.5)
            sizes.push_back((words[i].baseline - words[i].y1) * points / height);
    }
    return median(sizes, 0);
}

std::vector<PrintedLine> lines_of(const std::vector<ReadWord>& words, double points) {
    std::vector<PrintedLine> lines;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i == 0 || words[i].line != words[i - 1].line) lines.push_back({i, i});
        lines.back().last = i + 1;
        lines.back().letters += words[i].text.size();
    }
    for (PrintedLine& line : lines) line.size = size_of(words, line, points);
    return lines;
}

/// What is measured wavers from line to line: lines near a size that many letters have get that size.
void settle_sizes(std::vector<PrintedLine>& lines) {
    std::vector<PrintedLine*> left;
    for (PrintedLine& line : lines) left.push_back(&line);
    while (!left.empty()) {
        const auto most = *std::max_element(left.begin(), left.end(), [](const auto* a, const auto* b) {
            return (a->size > 0 ? a->letters : 0) < (b->size > 0 ? b->letters : 0);
        });
        std::vector<double> sizes;
        std::vector<PrintedLine*> others;
        const double size = most->size;
        const auto is_near = [&](const PrintedLine& line) {
            return line.size == 0 || std::abs(line.size - size) < same * size;
        };
        for (PrintedLine* line : left)
            if (is_near(*line) && line->size > 0) sizes.push_back(line->size);
        const double settled = std::round(2 * median(sizes, usual_size)) / 2;
        for (PrintedLine* line : left) {
            if (!is_near(*line) && size > 0)
                others.push_back(line);
            else
                line->size = settled;
        }
        left = std::move(others);
    }
}

} // namespace

std::vector<pages::Word> page_words(const std::vector<ReadWord>& words, const Sheet& sheet) {
    const double points = 72 / sheet.dots_per_inch;
    std::vector<PrintedLine> lines = lines_of(words, points);
    settle_sizes(lines);
    const std::vector<Face> faces = faces_of(words, sheet);
    std::vector<pages::Word> result;
    for (const PrintedLine& line : lines) {
        std::vector<double> baselines;
        for (std::size_t i = line.first; i < line.last; ++i) baselines.push_back(words[i].baseline * points);
        const double baseline = median(baselines, 0);
        for (std::size_t i = line.first; i < line.last; ++i) {
            pages::Word word;
            word.text = words[i].text;
            word.baseline = baseline;
            word.size = line.size;
            word.box = {words[i].x1 * points, baseline - 0.89 * line.size, words[i].x2 * points,
                        baseline + 0.22 * line.size};
            word.face = faces[i];
            word.trust = words[i].confidence;
            result.push_back(std::move(word));
        }
    }
    return result;
}

} // namespace vanthu::read::scan
