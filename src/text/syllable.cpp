#include "text/syllable.h"

#include "text/unicode.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace vanthu::text {
namespace {

// As typed in Telex, without tones; sorted.
constexpr std::string_view rhymes[] = {
    "a",     "aac",  "aam",  "aan",   "aang", "aap",  "aat",   "aau",   "aay",   "ac",    "ach",    "ai",    "am",
    "an",    "ang",  "anh",  "ao",    "ap",   "at",   "au",    "awc",   "awk",   "awm",   "awn",    "awng",  "awp",
    "awt",   "ay",   "e",    "ec",    "ee",   "eech", "eem",   "een",   "eenh",  "eep",   "eet",    "eeu",   "em",
    "en",    "eng",  "eo",   "ep",    "et",   "i",    "ia",    "ich",   "ieec",  "ieem",  "ieen",   "ieeng", "ieep",
    "ieet",  "ieeu", "im",   "in",    "inh",  "ip",   "it",    "iu",    "o",     "oa",    "oac",    "oach",  "oai",
    "oam",   "oan",  "oang", "oanh",  "oao",  "oap",  "oat",   "oawc",  "oawm",  "oawn",  "oawng",  "oawp",  "oawt",
    "oay",   "oc",   "oe",   "oen",   "oeo",  "oet",  "oi",    "om",    "on",    "ong",   "oo",     "ooc",   "ooi",
    "oom",   "oon",  "oong", "oop",   "oot",  "op",   "ot",    "ow",    "owi",   "owm",   "own",    "owp",   "owt",
    "u",     "ua",   "uaan", "uaang", "uaat", "uaay", "uc",    "uee",   "ueech", "ueen",  "ueenh",  "uen",   "ui",
    "um",    "un",   "ung",  "uooc",  "uooi", "uoom", "uoon",  "uoong", "uoot",  "uow",   "up",     "ut",    "uw",
    "uwa",   "uwc",  "uwi",  "uwm",   "uwn",  "uwng", "uwowc", "uwowi", "uwowm", "uwown", "uwowng", "uwowp", "uwowt",
    "uwowu", "uwt",  "uwu",  "uy",    "uya",  "uych", "uyeen", "uyeet", "uyn",   "uynh",  "uyp",    "uyt",   "uyu",
    "y",     "yeem", "yeen", "yeeng", "yeet", "yeeu", "yt"};

constexpr std::string_view onsets[] = {"",   "b",   "c",  "ch", "d",  "dd", "g", "gh", "h", "k",  "kh", "l", "m", "n",
                                       "ng", "ngh", "nh", "p",  "ph", "qu", "r", "s",  "t", "th", "tr", "v", "x"};

constexpr char32_t tone_marks[] = {0, 0x300, 0x309, 0x303, 0x301, 0x323};
constexpr std::size_t longest_syllable = 7;

/// The letters behind ASCII lie between these two.
constexpr char32_t first_letter = 0xC0;
constexpr char32_t last_letter = 0x1EF9;

char32_t first_character(std::string_view utf8) {
    char32_t first = 0;
    for_each_character(utf8, [&](char32_t character) {
        if (first == 0) first = character;
    });
    return first;
}

class Letters {
  public:
    Letters() {
        constexpr std::pair<const char*, char> bases[] = {
            {"a", 0}, {"a\u0306", 'w'}, {"a\u0302", 'a'}, {"e", 0}, {"e\u0302", 'e'}, {"i", 0},
            {"o", 0}, {"o\u0302", 'o'}, {"o\u031B", 'w'}, {"u", 0}, {"u\u031B", 'w'}, {"y", 0}};
        for (const auto& [base, mark] : bases)
            for (std::size_t tone = 0; tone < std::size(tone_marks); ++tone)
                add(std::string(base) + (tone == 0 ? "" : to_utf8(tone_marks[tone])),
                    {base[0], mark, static_cast<Tone>(tone), false});
        at(0x111) = {'d', 'd', Tone::level, false};
        at(0x110) = {'d', 'd', Tone::level, true};
    }

    const Letter& operator[](char32_t character) const { return table_[character - first_letter]; }

  private:
    void add(const std::string& decomposed, Letter letter) {
        const std::string small = to_nfc(decomposed).value_or("");
        if (!letter.is_marked()) return;
        at(first_character(small)) = letter;
        letter.capital = true;
        at(first_character(to_upper(small))) = letter;
    }
    Letter& at(char32_t character) { return table_[character - first_letter]; }

    std::array<Letter, last_letter - first_letter + 1> table_{};
};

bool is_vowel(const Letter& letter) { return std::string_view("aeiouy").find(letter.base) != std::string_view::npos; }

struct Spelling {
    std::array<Letter, longest_syllable> letters;
    std::size_t count = 0;

    std::string telex(std::size_t from, std::size_t to) const {
        std::string result;
        for (std::size_t i = from; i < to; ++i) {
            result += letters[i].base;
            if (letters[i].mark != 0) result += letters[i].mark;
        }
        return result;
    }
};

std::optional<Spelling> spell(std::string_view utf8) {
    Spelling result;
    bool fits = true;
    for_each_character(utf8, [&](char32_t character) {
        const auto found = letter(character);
        fits = fits && found && result.count < longest_syllable;
        if (fits) result.letters[result.count++] = *found;
    });
    return fits && result.count > 0 ? std::optional(result) : std::nullopt;
}

/// Where the tone may stand among the vowels [from, to); a closed rhyme ends in a consonant.
bool stands_right(const Spelling& spelling, std::size_t from, std::size_t to, std::size_t toned, bool closed) {
    for (std::size_t i = to; i-- > from;)
        if (spelling.letters[i].mark != 0) return toned == i;
    const std::size_t vowels = to - from;
    if (vowels == 3) return toned == from + 1;
    if (vowels < 2 || closed) return toned == to - 1;
    const std::string both = spelling.telex(from, to);
    if (both == "oa" || both == "oe" || both == "uy") return true;
    return toned == from;
}

bool is_rhyme(const Spelling& spelling, std::size_t from) {
    const auto end = spelling.letters.begin() + static_cast<std::ptrdiff_t>(spelling.count);
    const auto start = spelling.letters.begin() + static_cast<std::ptrdiff_t>(from);
    if (!std::binary_search(std::begin(rhymes), std::end(rhymes), spelling.telex(from, spelling.count))) return false;
    const auto consonant = std::find_if_not(start, end, is_vowel);
    const auto has_tone = [](const Letter& letter) { return letter.tone != Tone::level; };
    const auto toned = std::find_if(start, end, has_tone);
    const bool stopped = consonant != end && std::string_view("ckpt").find(consonant->base) != std::string_view::npos;
    if (toned == end) return !stopped;
    if (std::count_if(start, end, has_tone) > 1) return false;
    if (stopped && toned->tone != Tone::acute && toned->tone != Tone::dot) return false;
    const auto place = [&](auto at) { return static_cast<std::size_t>(at - spelling.letters.begin()); };
    return stands_right(spelling, from, place(consonant), place(toned), consonant != end);
}

/// c, g and ng turn into k, gh and ngh before these.
bool is_front(const Letter& letter) { return letter.base == 'e' || letter.base == 'i' || letter.base == 'y'; }

bool fits_onset(std::string_view onset, const Letter& vowel) {
    if (std::find(std::begin(onsets), std::end(onsets), onset) == std::end(onsets)) return false;
    if (onset == "c" || onset == "ng") return !is_front(vowel);
    if (onset == "g") return !is_front(vowel) || vowel.base == 'i';
    return (onset != "gh" && onset != "ngh") || is_front(vowel);
}

} // namespace

std::optional<Letter> letter(char32_t character) {
    static const Letters letters;
    if (character >= 'a' && character <= 'z') return Letter{static_cast<char>(character)};
    if (character >= 'A' && character <= 'Z')
        return Letter{static_cast<char>(character + ('a' - 'A')), 0, Tone::level, true};
    if (character < first_letter || character > last_letter || letters[character].base == 0) return std::nullopt;
    return letters[character];
}

bool is_vietnamese_syllable(std::string_view utf8) {
    const auto spelling = spell(utf8);
    if (!spelling) return false;
    const auto& letters = spelling->letters;
    std::size_t vowel = 0;
    while (vowel < spelling->count && !is_vowel(letters[vowel])) ++vowel;
    if (vowel == spelling->count) return false;
    const std::string onset = spelling->telex(0, vowel);
    const bool more = vowel + 1 < spelling->count && is_vowel(letters[vowel + 1]);
    if (onset == "q")
        return more && letters[vowel].base == 'u' && (is_rhyme(*spelling, vowel + 1) || is_rhyme(*spelling, vowel));
    if (onset == "g" && letters[vowel].base == 'i' && more && is_rhyme(*spelling, vowel + 1)) return true;
    return fits_onset(onset, letters[vowel]) && is_rhyme(*spelling, vowel);
}

bool has_marked_letter(std::string_view utf8) {
    bool found = false;
    for_each_character(utf8, [&](char32_t character) {
        const auto known = letter(character);
        found = found || (known && known->is_marked());
    });
    return found;
}

} // namespace vanthu::text
