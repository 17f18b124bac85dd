#include "read/pdf/upright.h"
#include "read/pdf/word_builder.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace vanthu::read::pdf {
namespace {

using pages::Word;

bool is_mark_glyph(const Glyph& glyph) { return glyph.longer == nullptr && is_mark(glyph.character); }

/// Whether the mark stands over or under the letter, which is drawn at `letter`.
double distance(const Glyph& mark, const Glyph& letter) {
    const Point d{mark.pen.x - letter.pen.x, mark.pen.y - letter.pen.y};
    const double along = d.x * letter.along.x + d.y * letter.along.y + mark.advance / 2.0 - letter.advance / 2.0;
    const double off = d.y * letter.along.x - d.x * letter.along.y;
    return std::hypot(along, off) / std::max(letter.size, 0.01F);
}

bool takes_marks(const Glyph& glyph) {
    return !is_mark_glyph(glyph) && (glyph.longer != nullptr || glyph.character > 0x20);
}

/// The glyph near `at` that the mark stands on; `at` itself where there is none.
std::size_t letter_for(const std::vector<Glyph>& glyphs, std::size_t at) {
    constexpr std::size_t look_back = 300, look_ahead = 3;
    constexpr double near_enough = 0.75;
    std::size_t best = at;
    double least = near_enough;
    const std::size_t first = at > look_back ? at - look_back : 0, last = std::min(glyphs.size(), at + look_ahead + 1);
    for (std::size_t i = first; i < last; ++i) {
        if (i == at || !takes_marks(glyphs[i])) continue;
        const double d = distance(glyphs[at], glyphs[i]);
        if (d < least) least = d, best = i;
    }
    return best;
}

/// Zero-width marks stand at the end of their letter or, drawn back, over its middle: behind it in the stream both
/// are at home.
bool is_at_home(const std::vector<Glyph>& glyphs, std::size_t at) {
    std::size_t before = at;
    while (before > 0 && is_mark_glyph(glyphs[before - 1])) --before;
    if (before == 0 || !takes_marks(glyphs[before - 1])) return false;
    const Glyph &mark = glyphs[at], &letter = glyphs[before - 1];
    const Point d{mark.pen.x - letter.pen.x, mark.pen.y - letter.pen.y};
    const double along = d.x * letter.along.x + d.y * letter.along.y;
    const double off = std::abs(d.y * letter.along.x - d.x * letter.along.y);
    return along > -0.15 * letter.size && along < letter.advance + 0.35 * letter.size && off < 0.5 * letter.size;
}

bool near_place(const Word& a, const Word& b) {
    constexpr double again = 0.12;
    const double most = again * std::max(a.size, b.size);
    return std::abs(a.box.x1 - b.box.x1) < most && std::abs(a.baseline - b.baseline) < most &&
           std::abs(a.box.x2 - b.box.x2) < most && a.hidden == b.hidden;
}

/// Text drawn again, a little to the side, to look bold, or under its shadow.
void drop_doubles(std::vector<Word>& words, std::vector<bool>& after_space) {
    std::unordered_map<std::string_view, std::vector<std::size_t>> places;
    constexpr std::size_t most_places = 50;
    std::vector<bool> doubled(words.size());
    bool any = false;
    for (std::size_t i = 0; i < words.size(); ++i) {
        auto& same = places[words[i].text];
        doubled[i] = std::ranges::any_of(same, [&](std::size_t k) { return near_place(words[k], words[i]); });
        any = any || doubled[i];
        if (!doubled[i] && same.size() < most_places) same.push_back(i);
    }
    if (!any) return;
    std::size_t kept = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (doubled[i]) continue;
        after_space[kept] = after_space[i];
        if (kept != i) words[kept] = std::move(words[i]);
        ++kept;
    }
    words.resize(kept);
    after_space.resize(kept);
}

bool is_single_letter(const Word& word) {
    const auto lead = static_cast<unsigned char>(word.text[0]);
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    const bool is_letter = lead >= 0x80 || (lead | 0x20) >= 'a';
    return is_letter && word.text.size() == length;
}

/// Letters set apart by hand, without spaces between them, and all by the same gap.
bool goes_on_evenly(const Word& a, const Word& b, double& gap) {
    constexpr double widest = 0.7, uneven = 0.06;
    if (b.joined || a.font != b.font || std::abs(a.size - b.size) > 0.1 || std::abs(a.baseline - b.baseline) > 0.1)
        return false;
    const double here = (b.box.x1 - a.box.x2) / a.size;
    if (here <= 0 || here > widest || (gap > 0 && std::abs(here - gap) > uneven)) return false;
    if (gap <= 0) gap = here;
    return true;
}

void join_spaced_letters(std::vector<Word>& words, const std::vector<bool>& after_space) {
    constexpr std::size_t fewest = 4;
    std::vector<Word> joined;
    joined.reserve(words.size());
    for (std::size_t i = 0; i < words.size();) {
        std::size_t end = i + 1;
        double gap = 0;
        while (end < words.size() && is_single_letter(words[end - 1]) && is_single_letter(words[end]) &&
               !after_space[end] && goes_on_evenly(words[end - 1], words[end], gap))
            ++end;
        if (end - i < fewest) end = i + 1;
        Word word = std::move(words[i]);
        for (std::size_t k = i + 1; k < end; ++k) {
            word.text += words[k].text;
            word.box.x2 = words[k].box.x2;
        }
        joined.push_back(std::move(word));
        i = end;
    }
    words = std::move(joined);
}

/// `small` stands above the line of `large`, beside it.
bool is_raised(const Word& small, const Word& large) {
    constexpr double smaller = 0.85, least = 0.12, most = 0.75, beside = 0.5;
    const double lift = large.baseline - small.baseline;
    if (small.size > smaller * large.size || lift < least * large.size || lift > most * large.size) return false;
    const double gap = std::max(small.box.x1 - large.box.x2, large.box.x1 - small.box.x2);
    return gap < beside * large.size;
}

} // namespace

void put_marks_behind_letters(std::vector<Glyph>& glyphs) {
    for (std::size_t i = 0; i < glyphs.size(); ++i) {
        if (!is_mark_glyph(glyphs[i]) || is_at_home(glyphs, i)) continue;
        const std::size_t letter = letter_for(glyphs, i);
        if (letter == i) continue;
        // Behind the letter and the marks that it has already; the pen goes along, so that the word stays whole.
        glyphs[i].pen = glyphs[letter].pen;
        glyphs[i].advance = 0;
        const auto at = [&](std::size_t index) { return glyphs.begin() + static_cast<std::ptrdiff_t>(index); };
        if (letter > i) {
            std::rotate(at(i), at(i + 1), at(letter + 1));
        } else {
            std::size_t to = letter + 1;
            while (to < i && is_mark_glyph(glyphs[to])) ++to;
            std::rotate(at(to), at(i), at(i + 1));
        }
    }
}

void tidy_words(std::vector<Word>& words, std::vector<bool> after_space) {
    drop_doubles(words, after_space);
    join_spaced_letters(words, after_space);
    for (std::size_t i = 0; i < words.size(); ++i)
        words[i].raised =
            (i > 0 && is_raised(words[i], words[i - 1])) || (i + 1 < words.size() && is_raised(words[i], words[i + 1]));
}

} // namespace vanthu::read::pdf
