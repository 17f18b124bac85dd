#include "read/scan/type_size.h"

#include "text/syllable.h"
#include "text/unicode.h"

#include <algorithm>

namespace vanthu::read::scan {
namespace {

constexpr double small = 0.46, tall = 0.68, capital = 0.66, short_tall = 0.58;

bool is_tall(char letter) { return std::string_view("bdfhijkl").find(letter) != std::string_view::npos; }

bool has_hat(const text::Letter& letter) { return letter.mark != 0 && letter.base != 'd' && letter.mark != 'w'; }

/// ă has its mark above, ơ and ư at the side.
bool has_mark_above(const text::Letter& letter) {
    return has_hat(letter) || (letter.mark == 'w' && letter.base == 'a');
}

double height_of(const text::Letter& letter) {
    const bool toned = letter.tone != text::Tone::level && letter.tone != text::Tone::dot;
    const int marks = toned + has_mark_above(letter);
    if (letter.capital) return capital + (marks == 0 ? 0 : marks == 1 ? 0.22 : 0.36);
    if (letter.base == 't') return short_tall;
    if (marks == 0) return is_tall(letter.base) ? tall : small;
    return marks == 1 ? tall : 0.84;
}

} // namespace

double height_above_baseline(std::string_view utf8) {
    double most = 0;
    text::for_each_character(utf8, [&](char32_t character) {
        if (const auto letter = text::letter(character)) most = std::max(most, height_of(*letter));
        if (character >= '0' && character <= '9') most = std::max(most, tall);
    });
    return most;
}

} // namespace vanthu::read::scan
