#include "text/look_alike.h"

#include "text/syllable.h"
#include "text/unicode.h"
#include "text/word_core.h"

#include <algorithm>
#include <array>
#include <optional>

namespace vanthu::text {
namespace {

constexpr char32_t icelandic_capital = 0xD0, icelandic_small = 0xF0; ///< look like those of Vietnamese
constexpr char32_t stroked_capital = 0x110, stroked_small = 0x111;

std::string without_marks(std::string_view word) {
    std::string result;
    for_each_character(word, [&](char32_t c) {
        if (const auto known = letter(c)) result += known->base;
    });
    return result;
}

/// `small` with the capitals of `like`, letter by letter.
std::u32string in_case_of(const std::u32string& like, std::string_view small) {
    std::u32string result = characters_of(small);
    for (std::size_t i = 0; i < result.size() && i < like.size(); ++i)
        if (letter(like[i])->capital) result[i] = characters_of(to_upper(to_utf8(result[i]))).front();
    return result;
}

/// U+00D0 beside or instead of the letter of Vietnamese.
std::optional<std::string> with_stroked_letters(std::string_view word) {
    std::u32string result;
    bool changed = false;
    for_each_character(word, [&](char32_t c) {
        const bool foreign = c == icelandic_capital || c == icelandic_small;
        const char32_t own = c == icelandic_small ? stroked_small : foreign ? stroked_capital : c;
        const bool is_stroked = own == stroked_capital || own == stroked_small;
        const bool is_double = is_stroked && !result.empty() && result.back() == own && (foreign || changed);
        changed = changed || foreign;
        if (!is_double) result += own;
    });
    return changed ? std::optional(utf8_of(result)) : std::nullopt;
}

/// The vowels that a vowel with another mark and the same tone could be.
std::vector<char32_t> remarked(char32_t vowel) {
    constexpr std::array<std::string_view, 4> marks = {"", "\u0302", "\u0306", "\u031B"};
    constexpr std::array<std::string_view, 6> tones = {"", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"};
    const auto known = letter(vowel);
    std::vector<char32_t> result;
    if (!known || known->mark == 'd') return result;
    for (const std::string_view mark : marks) {
        const std::string decomposed =
            std::string(1, known->base) + std::string(mark) + std::string(tones[static_cast<std::size_t>(known->tone)]);
        const std::u32string composed = characters_of(to_nfc(decomposed).value_or(""));
        if (composed.size() == 1 && letter(composed[0]) && composed[0] != vowel) result.push_back(composed[0]);
    }
    return result;
}

/// Stops leave a syllable the choice of two tones only; of these the acute above a hat is easily lost, the dot below is
/// not.
std::optional<std::string> with_lost_acute(const std::u32string& characters) {
    for (std::size_t i = 0; i < characters.size(); ++i) {
        const auto known = letter(characters[i]);
        if (!known || known->mark != known->base || known->tone != Tone::level) continue;
        const auto composed = to_nfc(to_utf8(characters[i]) + "\u0301");
        if (!composed) continue;
        std::string changed = utf8_of(characters.substr(0, i)) + *composed + utf8_of(characters.substr(i + 1));
        if (is_vietnamese_syllable(changed)) return changed;
    }
    return std::nullopt;
}

/// Whether a mark went lost, was added, or was taken for one like it. A dot stands below the letter, the other tones
/// above: they are not taken for each other.
bool look_alike(std::string_view from, std::string_view to) {
    const std::u32string a = characters_of(from), b = characters_of(to);
    for (std::size_t i = 0; i < a.size() && i < b.size(); ++i) {
        const auto x = letter(a[i]), y = letter(b[i]);
        if (!x || !y || x->tone == y->tone) continue;
        const bool is_dot = x->tone == Tone::dot || y->tone == Tone::dot;
        const bool is_level = x->tone == Tone::level || y->tone == Tone::level;
        if (is_dot && (!is_level || x->mark != y->mark)) return false;
    }
    return true;
}

/// The one syllable that another mark on one letter makes; names of persons and places may be spelled as they like.
std::optional<std::string> respelled(const Core& core) {
    if (!core.is_word() || core.is_capitalised() || core.letters.size() < 2) return std::nullopt;
    const std::string small = core.small();
    if (!has_marked_letter(small) || is_vietnamese_syllable(small)) return std::nullopt;
    const std::u32string characters = characters_of(small);
    if (auto acute = with_lost_acute(characters)) return acute;
    std::set<std::string> found;
    for (std::size_t i = 0; i < characters.size(); ++i)
        for (const char32_t other : remarked(characters[i])) {
            std::u32string changed = characters;
            changed[i] = other;
            if (is_vietnamese_syllable(utf8_of(changed))) found.insert(utf8_of(changed));
        }
    return found.size() == 1 ? std::optional(*found.begin()) : std::nullopt;
}

Core half_of(std::u32string_view letters) {
    Core half;
    half.letters = letters;
    for (const char32_t c : letters) half.capitals += letter(c)->capital;
    return half;
}

/// The places where both halves are syllables, or could be with another mark.
std::vector<std::size_t> boundaries(const Core& core, bool exactly) {
    const auto fits = [&](std::u32string_view part) {
        const Core half = half_of(part);
        return is_vietnamese_syllable(half.small()) || (!exactly && respelled(half).has_value());
    };
    std::vector<std::size_t> found;
    const std::u32string_view letters = core.letters;
    for (std::size_t i = 1; i < letters.size(); ++i)
        if (fits(letters.substr(0, i)) && fits(letters.substr(i))) found.push_back(i);
    return found;
}

class Mender {
  public:
    Mender(std::vector<std::string>& words, const Phrases& phrases) : words_(words), phrases_(phrases) {}

    std::vector<Mended> mend() {
        for (std::size_t i = 0; i < words_.size(); ++i) {
            if (const auto own = with_stroked_letters(words_[i])) replace(i, *own);
            cores_.push_back(core_of(words_[i]));
            mend_case(i);
            if (const auto syllable = respelled(cores_[i])) rewrite(i, *syllable);
        }
        for (std::size_t i = 0; i + 1 < words_.size(); ++i) mend_pair(i);
        return std::move(mended_);
    }

  private:
    /// Whether nothing but a space is between the word and the next.
    bool is_pair(std::size_t i) const {
        return i + 1 < cores_.size() && cores_[i].is_word() && cores_[i + 1].is_word() && cores_[i].after.empty() &&
               cores_[i + 1].before.empty();
    }

    bool is_known(std::size_t i) const { return is_pair(i) && phrases_.hold(cores_[i].small(), cores_[i + 1].small()); }

    /// "nưỚc"; a symbol or an abbreviation has a capital in front.
    void mend_case(std::size_t i) {
        const Core& core = cores_[i];
        if (!core.is_word() || core.capitals != 1 || letter(core.letters.front())->capital) return;
        const std::string small = core.small();
        if (!has_marked_letter(small) || !is_vietnamese_syllable(small)) return;
        cores_[i].letters = characters_of(small);
        cores_[i].capitals = 0;
        replace(i, utf8_of(cores_[i].before) + small + utf8_of(cores_[i].after));
    }

    /// Both with a capital in front: a name.
    bool may_be_name(std::size_t i, bool first_changes, bool second_changes) const {
        const Core &first = cores_[i], &second = cores_[i + 1];
        if (first.is_upper() && second.is_upper()) return false;
        if (second_changes && second.capitals > 0) return true;
        return first_changes && first.capitals > 0 && (second.capitals > 0 || !first.is_capitalised());
    }

    void mend_pair(std::size_t i) {
        if (!is_pair(i) || is_known(i)) return;
        const auto* alike = phrases_.alike(cores_[i].small(), cores_[i + 1].small());
        if (!alike) return;
        if (!look_alike(cores_[i].small(), alike->first) || !look_alike(cores_[i + 1].small(), alike->second)) return;
        const bool first = alike->first != cores_[i].small(), second = alike->second != cores_[i + 1].small();
        if (!phrases_.have_capital(alike->first, alike->second) && may_be_name(i, first, second)) return;
        if ((first && i > 0 && is_known(i - 1)) || (second && is_known(i + 1))) return;
        if (first) rewrite(i, alike->first);
        if (second) rewrite(i + 1, alike->second);
    }

    void rewrite(std::size_t i, const std::string& small) {
        Core& core = cores_[i];
        core.letters = in_case_of(core.letters, small);
        replace(i, utf8_of(core.before) + utf8_of(core.letters) + utf8_of(core.after));
    }

    void replace(std::size_t i, std::string to) {
        const auto before = std::find_if(mended_.begin(), mended_.end(), [&](const Mended& m) { return m.word == i; });
        if (before != mended_.end())
            before->to = to;
        else
            mended_.push_back({i, words_[i], to});
        words_[i] = std::move(to);
    }

    std::vector<std::string>& words_;
    const Phrases& phrases_;
    std::vector<Core> cores_;
    std::vector<Mended> mended_;
};

} // namespace

Phrases::Phrases(const std::vector<std::string>& texts) {
    for (const std::string& text : texts) {
        std::string last, word;
        const auto end_word = [&] {
            if (!last.empty() && !word.empty()) add(last, word);
            if (!word.empty()) last = std::exchange(word, {});
        };
        for (const char c : text) {
            const bool is_space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
            if (!is_space && c != ',') word += c;
            if (is_space || c == ',') end_word();
            if (c == ',') last.clear();
        }
        end_word();
    }
}

void Phrases::add(std::string first, std::string second) {
    const std::string written = std::exchange(second, to_lower(second));
    first = to_lower(first);
    if (written != second) capitals_.insert({first, second});
    by_letters_[{without_marks(first), without_marks(second)}].insert({first, second});
}

bool Phrases::hold(const std::string& first, const std::string& second) const {
    const auto found = by_letters_.find({without_marks(first), without_marks(second)});
    return found != by_letters_.end() && found->second.count({first, second}) > 0;
}

bool Phrases::have_capital(const std::string& first, const std::string& second) const {
    return capitals_.count({first, second}) > 0;
}

const std::pair<std::string, std::string>* Phrases::alike(const std::string& first, const std::string& second) const {
    const auto found = by_letters_.find({without_marks(first), without_marks(second)});
    return found != by_letters_.end() && found->second.size() == 1 ? &*found->second.begin() : nullptr;
}

std::vector<Mended> mend_look_alikes(std::vector<std::string>& words, const Phrases& phrases) {
    return Mender(words, phrases).mend();
}

bool may_be_mended(std::string_view word) { return respelled(core_of(word)).has_value(); }

std::optional<std::size_t> boundary_within(std::string_view word) {
    const Core core = core_of(word);
    const std::string small = core.is_word() ? core.small() : std::string();
    if (!has_marked_letter(small) || is_vietnamese_syllable(small) || respelled(core)) return std::nullopt;
    std::vector<std::size_t> found = boundaries(core, true);
    if (found.empty()) found = boundaries(core, false);
    if (found.size() != 1) return std::nullopt;
    return utf8_of(core.before + core.letters.substr(0, found.front())).size();
}

} // namespace vanthu::text
