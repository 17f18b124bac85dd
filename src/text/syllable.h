// How Vietnamese spells: its letters as base and tone, and which strings of letters can be a syllable.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace vanthu::text {

enum class Tone : std::uint8_t { level, grave, hook, tilde, acute, dot };

/// One of the 89 letters of the alphabet with their tones, or f, j, w, z, small or capital.
struct Letter {
    char base = 0; ///< ASCII small letter
    char mark = 0; ///< as typed in Telex: aw aa dd ee oo ow uw; 0: none
    Tone tone = Tone::level;
    bool capital = false;

    /// Whether ASCII does not have it.
    bool is_marked() const { return mark != 0 || tone != Tone::level; }
};

std::optional<Letter> letter(char32_t character);

/// Whether the rules of spelling allow the syllable: onset, rhyme, tone and its place ("hòa" and "hoà"). In NFC, in
/// any case; names and words of other languages may pass.
bool is_vietnamese_syllable(std::string_view utf8);

/// Whether the text holds letters that Vietnamese has and ASCII has not.
bool has_marked_letter(std::string_view utf8);

} // namespace vanthu::text
