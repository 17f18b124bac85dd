#include "text/legacy.h"
#include "text/syllable.h"
#include "text/unicode.h"

#include <algorithm>
#include <array>
#include <set>
#include <vector>

namespace vanthu::text {
namespace {

/// Words that decide; more do not make it surer.
constexpr std::size_t enough_words = 2000;

constexpr Encoding legacy_encodings[] = {Encoding::tcvn3, Encoding::vni, Encoding::viscii, Encoding::cp1258};

/// A font of a PDF comes as "ABCDEF+.VnTime,Bold".
std::string_view family(std::string_view font_name) {
    constexpr std::size_t tag = 6;
    if (font_name.size() > tag && font_name[tag] == '+') font_name.remove_prefix(tag + 1);
    return font_name.substr(0, font_name.find(','));
}

bool starts_with_any_case(std::string_view text, std::string_view start) {
    return text.size() >= start.size() && to_lower(text.substr(0, start.size())) == start;
}

bool is_tcvn3_font(std::string_view name) {
    return name.starts_with(".Vn") || name.starts_with("Vn") || name.starts_with(".VN");
}

Encoding encoding_of_font(std::string_view font_name) {
    const std::string_view name = family(font_name);
    if (is_tcvn3_font(name)) return Encoding::tcvn3;
    if (starts_with_any_case(name, "vni")) return Encoding::vni;
    if (starts_with_any_case(name, "vps") || starts_with_any_case(name, "vi")) return Encoding::viscii;
    return Encoding::unicode;
}

bool is_letter_or_more(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte < 0x20;
}

bool is_plain(std::string_view word) {
    return std::all_of(word.begin(), word.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// The words that are not all ASCII. Signs of ASCII part words; the six control characters of VISCII do not.
std::vector<std::string_view> telling_words(std::string_view text) {
    std::vector<std::string_view> words;
    for (std::size_t i = 0; i < text.size() && words.size() < enough_words;) {
        const std::size_t start = i;
        while (i < text.size() && is_letter_or_more(text[i]) && text[i] != '\t' && text[i] != '\n' && text[i] != '\r')
            ++i;
        if (!is_plain(text.substr(start, i - start))) words.push_back(text.substr(start, i - start));
        if (i == start) ++i;
    }
    return words;
}

/// The parts of a decoded word that are letters: quotation marks and dashes may stand beside them.
std::vector<std::string> runs_of_letters(std::string_view word) {
    std::vector<std::string> runs(1);
    for_each_character(word, [&](char32_t character) {
        if (letter(character))
            runs.back() += to_utf8(character);
        else if (!runs.back().empty())
            runs.emplace_back();
    });
    if (runs.back().empty()) runs.pop_back();
    return runs;
}

struct Score {
    int right = 0;               ///< words that are syllables with marks
    int wrong = 0;               ///< words that cannot be
    std::set<std::string> kinds; ///< different words among the right ones

    int sum() const { return right - wrong; }
};

bool has_vowel(std::string_view word) {
    bool found = false;
    for_each_character(word, [&](char32_t character) {
        const auto known = letter(character);
        found = found || (known && std::string_view("aeiouy").find(known->base) != std::string_view::npos);
    });
    return found;
}

/// Left over: neither a letter of Vietnamese nor one of the signs that every text has.
bool has_strange_letter(std::string_view word) {
    bool found = false;
    for_each_character(word, [&](char32_t c) {
        const bool sign = c < 0xC0 || c == 0xD7 || c == 0xF7 || (c >= 0x2000 && c < 0x2100 && c != 0x2030);
        found = found || (!sign && !letter(c)) || (c >= 0x80 && c < 0xA0);
    });
    return found;
}

/// A letter that no character of Windows-1252 is: the word is Unicode already.
bool has_unicode_letter(std::string_view word) {
    bool found = false;
    for_each_character(word, [&](char32_t c) { found = found || (c > 0xFF && letter(c)); });
    return found;
}

void judge(std::string_view word, Encoding encoding, Score& score) {
    const std::string decoded = to_unicode(word, encoding);
    if (has_strange_letter(decoded) || (encoding != Encoding::unicode && has_unicode_letter(word))) {
        ++score.wrong;
        return;
    }
    for (const std::string& run : runs_of_letters(decoded)) {
        if (!has_marked_letter(run) || !has_vowel(run)) continue;
        if (!is_vietnamese_syllable(run)) {
            ++score.wrong;
        } else {
            ++score.right;
            score.kinds.insert(to_lower(run));
        }
    }
}

/// One word is enough where the font says so, too; a text without a font's help needs several different ones.
bool convinces(const Score& score, const Score& as_unicode, bool font_agrees) {
    constexpr std::size_t several = 3;
    if (font_agrees) return score.right > 0 && score.sum() >= as_unicode.sum() && score.right >= score.wrong;
    return score.kinds.size() >= several && score.right >= 3 * score.wrong && score.sum() > 2 * as_unicode.right;
}

} // namespace

Encoding detect_encoding(std::string_view text, std::string_view font_name) {
    const std::vector<std::string_view> words = telling_words(text);
    if (words.empty()) return Encoding::unicode;
    const Encoding of_font = encoding_of_font(font_name);
    Score as_unicode;
    for (const std::string_view word : words) judge(word, Encoding::unicode, as_unicode);
    Encoding best = Encoding::unicode;
    int best_sum = 0;
    for (const Encoding encoding : legacy_encodings) {
        Score score;
        for (const std::string_view word : words) judge(word, encoding, score);
        const bool agrees = encoding == of_font;
        if (!convinces(score, as_unicode, agrees)) continue;
        if (best != Encoding::unicode && (score.sum() < best_sum || (score.sum() == best_sum && !agrees))) continue;
        best = encoding;
        best_sum = score.sum();
    }
    return best;
}

bool is_capitals_font(std::string_view font_name) {
    std::string_view name = family(font_name);
    const bool tcvn3 = is_tcvn3_font(name);
    if (!tcvn3 && !starts_with_any_case(name, "vni")) return false;
    for (const std::string_view style : {"-Bold", "-Italic", "-BoldItalic", " Bold", " Italic", "Bold", "Italic"})
        if (name.ends_with(style)) name.remove_suffix(style.size());
    return tcvn3 ? name.ends_with('H') : name.ends_with("Cap") || name.ends_with("Caps");
}

} // namespace vanthu::text
