#include "read/pdf/text_layer.h"

#include "text/syllable.h"
#include "text/unicode.h"

#include <algorithm>

namespace vanthu::read::pdf {
namespace {

/// Of Vietnamese letters 23 to 30 in a hundred carry a mark, of a layer without a Vietnamese model 0 to 8.
constexpr double least_marked = 0.14;
constexpr double least_spelt = 0.80;

struct Count {
    std::size_t letters = 0, marked = 0;
    std::size_t words = 0, spelt = 0;

    void add(const std::string& word) {
        std::size_t own = 0, capitals = 0, others = 0;
        text::for_each_character(word, [&](char32_t c) {
            const auto letter = text::letter(c);
            own += letter ? 1 : 0;
            marked += letter && letter->is_marked() ? 1 : 0;
            capitals += letter && letter->capital ? 1 : 0;
            others += letter ? 0 : 1;
        });
        letters += own;
        // Abbreviations are no syllables either.
        if (own < 2 || others > 2 || capitals == own) return;
        ++words;
        spelt += text::is_vietnamese_syllable(stripped(word)) ? 1 : 0;
    }

    /// Without the punctuation around it.
    static std::string stripped(const std::string& word) {
        const auto is_letter = [](char c) {
            return static_cast<unsigned char>(c) >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        };
        const auto first = std::ranges::find_if(word, is_letter);
        const auto last = std::find_if(word.rbegin(), word.rend(), is_letter).base();
        return first < last ? std::string(first, last) : std::string();
    }
};

} // namespace

bool is_sound_layer(const std::vector<pages::Word>& words) {
    Count count;
    for (const pages::Word& word : words)
        if (word.hidden) count.add(word.text);
    if (count.letters == 0) return false;
    const auto share = [](std::size_t part, std::size_t of) {
        return of == 0 ? 1 : static_cast<double>(part) / static_cast<double>(of);
    };
    return share(count.marked, count.letters) >= least_marked && share(count.spelt, count.words) >= least_spelt;
}

} // namespace vanthu::read::pdf
