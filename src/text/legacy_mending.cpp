#include "text/legacy_parts.h"
#include "text/syllable.h"
#include "text/unicode.h"

#include <vector>

namespace vanthu::text {
namespace {

constexpr std::string_view horned_u = "\u01B0";

/// A run of letters, or of what stands between two of them.
struct Piece {
    std::string text;
    bool word = false;
    int ascii_capitals = 0, ascii_small = 0, marked_small = 0;
};

void add(Piece& piece, char32_t character) {
    piece.text += to_utf8(character);
    const auto known = letter(character);
    if (!known) return;
    if (character < 0x80)
        ++(known->capital ? piece.ascii_capitals : piece.ascii_small);
    else if (!known->capital)
        ++piece.marked_small;
}

std::vector<Piece> cut(std::string_view text) {
    std::vector<Piece> pieces;
    for_each_character(text, [&](char32_t character) {
        const bool word = letter(character).has_value();
        if (pieces.empty() || pieces.back().word != word) pieces.push_back({"", word});
        add(pieces.back(), character);
    });
    return pieces;
}

/// "QUYếT": typed in capitals.
bool is_shouted(const Piece& piece) { return piece.word && piece.ascii_capitals >= 2 && piece.ascii_small == 0; }

bool is_shouted_syllable(const Piece& piece) {
    return is_shouted(piece) && piece.marked_small > 0 && is_vietnamese_syllable(piece.text);
}

/// "Bộ" before "TàI": the only plain letter is a capital, so the words beside it tell.
bool may_be_shouted(const Piece& piece) {
    return piece.word && piece.ascii_capitals == 1 && piece.ascii_small == 0 && piece.marked_small > 0;
}

void raise_capitals(std::vector<Piece>& pieces) {
    const auto shouted = [&](std::size_t at) { return at < pieces.size() && is_shouted_syllable(pieces[at]); };
    std::vector<bool> raised(pieces.size());
    for (std::size_t i = 0; i < pieces.size(); ++i)
        raised[i] = (is_shouted(pieces[i]) && pieces[i].marked_small > 0) ||
                    (may_be_shouted(pieces[i]) && (shouted(i + 2) || (i >= 2 && shouted(i - 2))));
    for (std::size_t i = 0; i < pieces.size(); ++i)
        if (raised[i]) pieces[i].text = to_upper(pieces[i].text);
}

bool is_hyphen(std::string_view text) { return text == "-" || text == "\u2010" || text == "\u2011"; }

/// "tr-ờng": neither side is a syllable, and with the letter both are one.
bool hides_letter(const Piece& before, const Piece& behind) {
    return !is_vietnamese_syllable(behind.text) && !is_vietnamese_syllable(before.text) &&
           has_marked_letter(behind.text) && is_vietnamese_syllable(before.text + std::string(horned_u) + behind.text);
}

void mend_hyphens(std::vector<Piece>& pieces) {
    for (std::size_t i = 1; i + 1 < pieces.size(); ++i)
        if (is_hyphen(pieces[i].text) && hides_letter(pieces[i - 1], pieces[i + 1])) pieces[i].text = horned_u;
}

} // namespace

std::string mend_tcvn3(std::string_view text) {
    std::vector<Piece> pieces = cut(text);
    mend_hyphens(pieces);
    raise_capitals(pieces);
    std::string result;
    result.reserve(text.size());
    for (const Piece& piece : pieces) result += piece.text;
    return result;
}

} // namespace vanthu::text
