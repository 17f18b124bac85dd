#include "read/scan/type_face.h"

#include "read/scan/type_size.h"

#include <algorithm>
#include <cmath>

namespace vanthu::read::scan {
namespace {

constexpr double slant = 0.27;   ///< of italic serif type: tangent of its angle
constexpr double heavier = 1.28; ///< strokes of bold type beside those of the page's regular type
constexpr double bold_stroke = 0.125, regular_stroke = 0.085; ///< as a part of the size

struct Strokes {
    double size = 0;    ///< pixels
    double width = 0;   ///< as a part of the type's size; 0: nothing tells
    double upright = 0; ///< how sharply the columns of the word stand out
    double slanted = 0; ///< the same after the slant is taken out
    std::size_t letters = 0;
};

/// Black runs of the rows of a word: where they start and how long they are.
template <class Visit> void for_each_run(const Bitmap& ink, const ReadWord& word, const Visit& visit) {
    const int x2 = std::min(word.x2, ink.width()), y2 = std::min(word.y2, ink.height());
    for (int y = std::max(0, word.y1); y < y2; ++y) {
        const l_uint32* line = pixGetData(ink.get()) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(ink.get());
        int from = -1;
        for (int x = std::max(0, word.x1); x <= x2; ++x) {
            const bool black = x < x2 && GET_DATA_BIT(line, x);
            if (black && from < 0) from = x;
            if (!black && from >= 0) visit(from, x, y), from = -1;
        }
    }
}

/// Sum of squares of what stands in each column, the rows moved by `lean` for each row above the bottom.
double sharpness(const Bitmap& ink, const ReadWord& word, double lean) {
    const int room = static_cast<int>(lean * (word.y2 - word.y1)) + 1;
    std::vector<int> columns(static_cast<std::size_t>(std::max(1, word.x2 - word.x1 + room + 1)));
    for_each_run(ink, word, [&](int from, int to, int y) {
        const int shift = room - static_cast<int>(lean * (word.y2 - y));
        for (int x = from; x < to; ++x) {
            const auto at = static_cast<std::size_t>(std::max(0, x - word.x1 + shift));
            if (at < columns.size()) ++columns[at];
        }
    });
    double sum = 0;
    for (const int column : columns) sum += static_cast<double>(column) * column;
    return sum;
}

Strokes strokes_of(const Bitmap& ink, const ReadWord& word) {
    Strokes strokes;
    const double height = height_above_baseline(word.text);
    const double size = height > 0 ? (word.baseline - word.y1) / height : 0;
    if (size < 8 || word.confidence < 0.5F) return strokes;
    std::vector<int> lengths;
    for_each_run(ink, word, [&](int from, int to, int) { lengths.push_back(to - from); });
    if (lengths.empty()) return strokes;
    const auto middle = lengths.begin() + static_cast<std::ptrdiff_t>(lengths.size() / 2);
    std::nth_element(lengths.begin(), middle, lengths.end());
    double near_middle = 0, count = 0;
    for (const int length : lengths)
        if (length <= 2 * *middle && 2 * length >= *middle) near_middle += length, ++count;
    strokes.width = near_middle / count / size;
    strokes.size = size;
    strokes.letters = word.text.size();
    strokes.upright = sharpness(ink, word, 0);
    strokes.slanted = sharpness(ink, word, slant);
    return strokes;
}

/// The stroke of regular type near a size: the lighter part of the page, which hardly is bold for nine tenths of it.
double usual_width(const std::vector<Strokes>& all, double size) {
    constexpr std::size_t enough = 60; ///< letters
    std::vector<double> near, any;
    for (const Strokes& strokes : all) {
        if (strokes.width <= 0) continue;
        any.insert(any.end(), strokes.letters, strokes.width);
        if (std::abs(strokes.size - size) < 0.12 * size) near.insert(near.end(), strokes.letters, strokes.width);
    }
    std::vector<double>& widths = near.size() < enough ? any : near;
    if (widths.empty()) return regular_stroke;
    const auto light = widths.begin() + static_cast<std::ptrdiff_t>(widths.size() / 4);
    std::nth_element(widths.begin(), light, widths.end());
    return std::clamp(*light, regular_stroke, bold_stroke);
}

/// Of each word; below 0: no, 0: unknown.
using Votes = std::vector<double>;

/// What the word and its neighbours in the line say; a word counts by its letters.
bool agreed(const Votes& votes, const std::vector<ReadWord>& words, std::size_t at) {
    double sum = 3 * votes[at];
    const auto add = [&](std::size_t other) {
        if (words[other].line == words[at].line) sum += votes[other];
    };
    if (at > 0) add(at - 1);
    if (at + 1 < words.size()) add(at + 1);
    if (votes[at] == 0) {
        if (at > 1 && sum == 0) add(at - 2);
        if (at + 2 < words.size() && sum == 0) add(at + 2);
    }
    return sum > 0;
}

} // namespace

std::vector<Face> faces_of(const std::vector<ReadWord>& words, const Sheet& sheet) {
    std::vector<Strokes> all;
    all.reserve(words.size());
    for (const ReadWord& word : words) all.push_back(strokes_of(sheet.ink, word));
    Votes bold, italic;
    for (const Strokes& strokes : all) {
        const double weight = std::min<double>(4, static_cast<double>(strokes.letters));
        const double heavy = strokes.width / (heavier * usual_width(all, strokes.size)) - 1;
        const double lean = strokes.upright > 0 ? strokes.slanted / strokes.upright - 1 : 0;
        bold.push_back(strokes.width > 0 ? std::clamp(heavy * 5, -1.0, 1.0) * weight : 0);
        italic.push_back(std::clamp(lean * 5, -1.0, 1.0) * weight);
    }
    std::vector<Face> faces;
    for (std::size_t i = 0; i < words.size(); ++i)
        faces.push_back(face_of(agreed(bold, words, i), agreed(italic, words, i)));
    return faces;
}

} // namespace vanthu::read::scan
