#include "text/scan.h"

namespace vanthu::text {
namespace {

constexpr char32_t invalid = 0xFFFFFFFF;

constexpr bool is_continuation(unsigned char byte) { return (byte & 0xC0) == 0x80; }

/// The character at `at`, which moves behind it; behind one byte only where the sequence is not valid (Unicode,
/// table 3-7: no overlong forms, no surrogates, nothing above U+10FFFF).
char32_t next_character(const unsigned char*& at, const unsigned char* end) {
    const unsigned char lead = *at++;
    if (lead < 0x80) return lead;
    const int more = lead >= 0xC2 && lead < 0xE0   ? 1
                     : lead >= 0xE0 && lead < 0xF0 ? 2
                     : lead >= 0xF0 && lead < 0xF5 ? 3
                                                   : 0;
    if (more == 0 || end - at < more) return invalid;
    char32_t character = lead & (0x3F >> more);
    for (int i = 0; i < more; ++i) {
        if (!is_continuation(at[i])) return invalid;
        character = (character << 6) | (at[i] & 0x3F);
    }
    const bool overlong = (more == 2 && character < 0x800) || (more == 3 && character < 0x10000);
    if (overlong || (character >= 0xD800 && character < 0xE000) || character > 0x10FFFF) return invalid;
    at += more;
    return character;
}

/// Blocks in which every character is its own NFC: all below the combining marks, the precomposed Vietnamese
/// letters, and the punctuation of running text.
constexpr bool surely_composed(char32_t c) {
    return c < 0x300 || (c >= 0x1E00 && c < 0x1F00) || (c >= 0x2010 && c < 0x2028);
}

} // namespace

Scan scan(std::string_view utf8, CharacterSet& seen) {
    Scan result;
    const auto* at = reinterpret_cast<const unsigned char*>(utf8.data());
    const auto* const end = at + utf8.size();
    while (at != end) {
        const char32_t character = next_character(at, end);
        if (character == invalid) {
            result.valid = false;
            continue;
        }
        seen.insert(character);
        if (!surely_composed(character)) result.composed = false;
        if (is_control(character) || is_invisible(character)) result.unprintable = true;
    }
    return result;
}

} // namespace vanthu::text
