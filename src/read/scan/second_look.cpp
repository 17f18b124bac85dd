#include "read/scan/second_look.h"

#include "read/scan/agreement.h"
#include "read/scan/plausible.h"
#include "read/scan/renderings.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

namespace vanthu::read::scan {
namespace {

using Words = std::vector<ReadWord>;

constexpr float agreed = 0.6F; ///< confidence of a word that two of three renderings have

/// Where a line stands; dirt and strokes of a seal that were taken for words of it do not count.
struct Band {
    int x1 = 0, y1 = 0, x2 = 0, y2 = 0;
    double baseline = 0;
    int height = 0; ///< of most words

    bool has(const ReadWord& word) const {
        return std::abs(word.baseline - baseline) < 0.35 * height && word.x2 > x1 && word.x1 < x2;
    }
};

template <class Value> Value median(std::vector<Value> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

bool is_doubtful(const ReadWord& word) {
    const Kind kind = kind_of(word.text);
    return word.confidence < agreed && kind != Kind::mark && kind != Kind::strange;
}

Band band_of(const Words& line, const Bitmap& grey) {
    std::vector<double> baselines;
    std::vector<int> heights;
    for (const ReadWord& word : line) baselines.push_back(word.baseline), heights.push_back(word.y2 - word.y1);
    Band band{line.front().x1, 0, line.front().x2, 0, median(baselines), median(heights)};
    band.y1 = static_cast<int>(band.baseline), band.y2 = band.y1;
    for (const ReadWord& word : line) {
        band.x1 = std::min(band.x1, word.x1), band.x2 = std::max(band.x2, word.x2);
        if (word.y2 - word.y1 > 2 * band.height || !band.has(word)) continue;
        band.y1 = std::min(band.y1, word.y1), band.y2 = std::max(band.y2, word.y2);
    }
    const int around = band.height / 6;
    band.x1 = std::max(0, band.x1 - 4 * around), band.x2 = std::min(grey.width(), band.x2 + 4 * around);
    band.y1 = std::max(0, band.y1 - around), band.y2 = std::min(grey.height(), band.y2 + around);
    return band;
}

/// The further readings of the band, in pixels of the whole picture and as words of the line.
std::vector<Words> read_band(const Bitmap& grey, const Band& band, const ReadWord& like, double dots_per_inch,
                             Recogniser& recogniser) {
    BOX box{band.x1, band.y1, band.x2 - band.x1, band.y2 - band.y1, 1};
    const Bitmap strip(pixClipRectangle(grey.get(), &box, nullptr));
    if (!strip) return {};
    const Bitmap framed(pixAddBorder(strip.get(), box.h / 4, 255));
    if (!framed) return {};
    std::vector<Words> readings = read_renderings_further(framed, Layout::line, dots_per_inch, recogniser);
    const int right = band.x1 - box.h / 4, down = band.y1 - box.h / 4;
    for (Words& words : readings)
        for (ReadWord& word : words) {
            word.x1 += right, word.x2 += right;
            word.y1 += down, word.y2 += down;
            word.baseline = band.baseline; // one line was cut out, whatever is made of its slope
            word.line = like.line, word.block = like.block;
        }
    return readings;
}

class SecondLook {
  public:
    SecondLook(const Bitmap& grey, double dots_per_inch, Recogniser& recogniser, const std::vector<Words>& readings)
        : grey_(grey), dots_per_inch_(dots_per_inch), recogniser_(recogniser), readings_(readings) {}

    Words at(Words line) {
        const Band band = band_of(line, grey_);
        if (std::ranges::none_of(line, is_doubtful) || band.y2 <= band.y1) return line;
        std::vector<Words> all;
        for (const Words& words : readings_) {
            Words& own = all.emplace_back();
            std::ranges::copy_if(words, std::back_inserter(own), [&](const ReadWord& word) { return band.has(word); });
            for (ReadWord& word : own) word.line = line.front().line, word.block = line.front().block;
        }
        for (Words& words : read_band(grey_, band, line.front(), dots_per_inch_, recogniser_))
            if (reads(words, line)) all.push_back(std::move(words));
        Words words = agree(all);
        // The band may hold rests of the lines above and below.
        std::erase_if(words, [&](const ReadWord& word) { return word.line != line.front().line || !band.has(word); });
        return words;
    }

  private:
    const Bitmap& grey_;
    double dots_per_inch_;
    Recogniser& recogniser_;
    const std::vector<Words>& readings_;

    /// A line cut out is now and then not read at all.
    static bool reads(const Words& words, const Words& line) {
        const auto found = std::ranges::count_if(line, [&](const ReadWord& word) {
            return std::ranges::any_of(words, [&](const ReadWord& w) { return w.text == word.text; });
        });
        return 2 * static_cast<std::size_t>(found) >= line.size();
    }
};

/// Lines that the recogniser made two of, because dirt or strokes of a seal stand in them, are one.
std::vector<Words> lines_of(const Words& words, const Bitmap& grey) {
    std::vector<Words> lines;
    for (auto first = words.begin(); first != words.end();) {
        const auto last = std::find_if(first, words.end(), [&](const ReadWord& w) { return w.line != first->line; });
        const auto home = std::ranges::find_if(lines, [&](const Words& line) {
            const Band band = band_of(line, grey);
            return std::all_of(first, last, [&](const ReadWord& word) { return band.has(word); });
        });
        Words& line = home == lines.end() ? lines.emplace_back() : *home;
        for (; first != last; ++first) {
            line.push_back(*first);
            line.back().line = line.front().line, line.back().block = line.front().block;
        }
    }
    return lines;
}

} // namespace

Words read_carefully(const Bitmap& grey, Layout layout, double dots_per_inch, Recogniser& recogniser) {
    const std::vector<Words> readings = read_renderings(grey, layout, dots_per_inch, recogniser);
    SecondLook look(grey, dots_per_inch, recogniser, readings);
    Words result;
    for (Words& line : lines_of(agree(readings), grey)) {
        line = look.at(std::move(line));
        std::move(line.begin(), line.end(), std::back_inserter(result));
    }
    return result;
}

} // namespace vanthu::read::scan
