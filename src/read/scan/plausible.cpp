#include "read/scan/plausible.h"

#include "text/syllable.h"
#include "text/unicode.h"

#include <algorithm>
#include <string>

namespace vanthu::read::scan {
namespace {

/// Besides ASCII: quotation marks, dashes, ellipsis, bullets.
bool is_usual_mark(char32_t c) {
    if (c < 0x80)
        return std::string_view("-+:;()/&%.,\"'!?*[]=<>@").find(static_cast<char>(c)) != std::string_view::npos;
    return c == 0x201C || c == 0x201D || c == 0x2018 || c == 0x2019 || c == 0x2013 || c == 0x2014 || c == 0x2026 ||
           c == 0x2022;
}

/// What the characters of a word are.
struct Parts {
    std::string letters;
    std::size_t small = 0, capitals = 0, digits = 0, marks = 0, strange = 0, inner_marks = 0, toned = 0;
};

Parts parts_of(std::string_view utf8) {
    Parts parts;
    std::size_t open = 0; ///< marks since the last letter
    text::for_each_character(utf8, [&](char32_t c) {
        const auto letter = text::letter(c);
        const bool digit = c >= '0' && c <= '9';
        if (!letter && !digit) {
            ++(is_usual_mark(c) ? parts.marks : parts.strange);
            ++open;
            return;
        }
        if (!parts.letters.empty() || parts.digits > 0) parts.inner_marks += open;
        open = 0;
        if (digit)
            ++parts.digits;
        else
            ++(letter->capital ? parts.capitals : parts.small), parts.letters += text::to_utf8(c);
        if (letter && letter->tone != text::Tone::level) ++parts.toned;
    });
    return parts;
}

} // namespace

Kind kind_of(std::string_view utf8) {
    const Parts parts = parts_of(utf8);
    const bool is_bare = parts.letters.empty() && parts.digits == 0;
    if (is_bare) return parts.strange == 0 ? Kind::mark : Kind::strange;
    // A sign and a letter or digit: strokes of a hand.
    if (parts.strange > 0) return parts.letters.size() + parts.digits < 3 ? Kind::strange : Kind::odd;
    if (parts.digits == 0 && parts.inner_marks == 0 && text::is_vietnamese_syllable(parts.letters))
        return Kind::syllable;
    if (parts.digits > 0 || parts.inner_marks > 0) return Kind::name;
    const bool is_abbreviation = parts.capitals > 1 && parts.capitals > parts.small && parts.toned == 0;
    return is_abbreviation ? Kind::name : Kind::odd;
}

} // namespace vanthu::read::scan
