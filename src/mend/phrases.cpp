#include "mend/steps.h"
#include "text/syllable.h"
#include "text/unicode.h"

#include <map>
#include <optional>
#include <vector>

namespace vanthu::mend {
namespace {

constexpr float at_least = 3;    ///< readings that confirm a form, by their weight
constexpr float outweighs = 2;   ///< how many times the weight of the other form
constexpr float certain = 0.97F; ///< trust of a word that is left alone

/// A word as it is compared: its letters, in small ones, with their marks and without; the signs around it.
struct Spelt {
    std::string bare, letters;
    std::size_t begin = 0, end = 0; ///< of the letters in the word
    bool is_syllable = false;       ///< letters only, in one stretch
    bool is_capital = false;        ///< all of them
};

Spelt spell(const std::string& word) {
    Spelt result;
    std::size_t at = 0, small = 0;
    bool broken = false;
    text::for_each_character(word, [&](char32_t c) {
        const std::size_t size = text::to_utf8(c).size();
        if (const auto letter = text::letter(c)) {
            broken |= !result.bare.empty() && result.end != at;
            if (result.bare.empty()) result.begin = at;
            result.end = at + size;
            result.bare += letter->base;
            small += !letter->capital;
        } else if (c >= '0' && c <= '9') {
            broken = true;
        }
        at += size;
    });
    result.letters = text::to_lower(std::string_view(word).substr(result.begin, result.end - result.begin));
    result.is_syllable = !broken && result.bare.size() > 1;
    result.is_capital = result.is_syllable && small == 0;
    return result;
}

/// Forms of a word between the same neighbours, by their weight.
using Forms = std::map<std::string, float>;

class Phrases {
  public:
    explicit Phrases(pages::Sight& sight) : sight_(sight) {
        for (const pages::SeenPage& page : sight_.pages) {
            std::vector<Spelt>& spelt = spelt_.emplace_back();
            for (const pages::Word& word : page.words) spelt.push_back(spell(word.text));
            for (std::size_t i = 0; i < page.words.size(); ++i)
                for (const std::string& key : keys_of(spelt, i)) forms_[key][spelt[i].letters] += page.words[i].trust;
        }
    }

    Diagnostics mend() {
        Diagnostics findings;
        for (std::size_t page = 0; page < sight_.pages.size(); ++page)
            for (std::size_t i = 0; i < spelt_[page].size(); ++i) {
                pages::Word& word = sight_.pages[page].words[i];
                if (word.trust >= certain || word.hidden) continue;
                const std::optional<std::string> form = better(spelt_[page], i);
                if (form) findings.push_back(mended(word, with_form(word.text, spelt_[page][i], *form), page));
            }
        return findings;
    }

  private:
    pages::Sight& sight_;
    std::vector<std::vector<Spelt>> spelt_; ///< of each page's words
    std::map<std::string, Forms> forms_;

    /// With the word before and the word behind: as marks of these may be misread too, they are compared without.
    static std::vector<std::string> keys_of(const std::vector<Spelt>& words, std::size_t i) {
        std::vector<std::string> keys;
        if (!words[i].is_syllable) return keys;
        const bool before = i > 0 && words[i - 1].is_syllable,
                   behind = i + 1 < words.size() && words[i + 1].is_syllable;
        if (before) keys.push_back(words[i - 1].bare + " *" + words[i].bare);
        if (behind) keys.push_back("*" + words[i].bare + " " + words[i + 1].bare);
        return keys;
    }

    /// The form that a neighbour on one side calls for, unless the neighbour on the other side speaks for the word.
    std::optional<std::string> better(const std::vector<Spelt>& words, std::size_t i) const {
        std::optional<std::string> result;
        for (const std::string& key : keys_of(words, i)) {
            const Forms& forms = forms_.at(key);
            const float own = forms.at(words[i].letters);
            const auto* most = &*forms.begin();
            for (const auto& form : forms)
                if (form.second > most->second) most = &form;
            const bool is_own = most->first == words[i].letters;
            if (is_own && own >= at_least) return std::nullopt;
            if (is_own || most->second < at_least || most->second < outweighs * own) continue;
            if (result && *result != most->first) return std::nullopt;
            result = most->first;
        }
        return result;
    }

    static std::string with_form(const std::string& word, const Spelt& spelt, const std::string& form) {
        std::string letters = form;
        const bool starts_large = spelt.end > spelt.begin && text::is_upper(first_of(word.substr(spelt.begin)));
        if (spelt.is_capital)
            letters = text::to_upper(form);
        else if (starts_large)
            letters = text::to_upper(first_of(form)) + form.substr(first_of(form).size());
        return word.substr(0, spelt.begin) + letters + word.substr(spelt.end);
    }

    static std::string first_of(const std::string& word) {
        std::string first;
        text::for_each_character(word, [&](char32_t c) {
            if (first.empty()) first = text::to_utf8(c);
        });
        return first;
    }
};

bool is_recognised(const pages::Sight& sight) {
    for (const pages::SeenPage& page : sight.pages)
        for (const pages::Word& word : page.words)
            if (word.trust < 1) return true;
    return false;
}

} // namespace

Diagnostics mend_phrases(pages::Sight& sight) { return is_recognised(sight) ? Phrases(sight).mend() : Diagnostics{}; }

} // namespace vanthu::mend
