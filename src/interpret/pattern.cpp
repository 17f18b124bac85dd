#include "interpret/pattern.h"

#include "interpret/fold.h"
#include "text/unicode.h"

#include <algorithm>

namespace vanthu::interpret {
namespace {

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

/// Spaces or a row of dots that a pen fills in.
bool is_blank(std::u32string_view letters) {
    return std::all_of(letters.begin(), letters.end(), [](char32_t c) { return c == U'.' || c == U'…' || c == U'_'; });
}

std::size_t digits_of(std::u32string_view letters) {
    return static_cast<std::size_t>(std::find_if_not(letters.begin(), letters.end(), is_digit) - letters.begin());
}

/// "232", "12a"; of the Party "70-KL", whose "/" stands later.
bool is_number(std::u32string_view letters) {
    const std::size_t digits = digits_of(letters);
    if (digits == 0 || digits > 6) return false;
    std::u32string_view rest = letters.substr(digits);
    if (!rest.empty() && text::is_letter(rest.front())) rest.remove_prefix(1);
    if (rest.empty()) return true;
    return rest.size() > 1 && rest.front() == U'-' && std::all_of(rest.begin() + 1, rest.end(), text::is_letter);
}

bool is_symbol(std::u32string_view letters) {
    if (letters.empty() || !(text::is_letter(letters.front()) || is_digit(letters.front()))) return false;
    constexpr std::u32string_view inside = U"-/&.";
    const auto allowed = [&](char32_t c) { return text::is_letter(c) || is_digit(c) || inside.find(c) != inside.npos; };
    return std::all_of(letters.begin(), letters.end(), allowed) &&
           std::any_of(letters.begin(), letters.end(), text::is_letter);
}

bool can_be(std::string_view field, std::u32string_view letters) {
    constexpr std::size_t longest_place = 60;
    if (field.starts_with("date.")) return is_blank(letters) || digits_of(letters) == letters.size();
    if (field == "number") return is_blank(letters) || is_number(letters);
    if (field == "symbol") return is_symbol(letters);
    if (field == "place") return letters.size() <= longest_place;
    return !letters.empty();
}

} // namespace

/// One try to lay the tokens over a text.
class Matcher {
  public:
    Matcher(const Pattern& pattern, std::string_view text)
        : tokens_(pattern.tokens_), text_(text), folded_(fold(text)) {}

    /// The place behind the last token, counted in letters.
    std::optional<std::size_t> run(bool whole) {
        whole_ = whole;
        return match(0, 0);
    }

    Fields fields;

    std::size_t offset(std::size_t letter) const {
        if (letter == 0) return 0;
        std::size_t end = folded_.offsets[letter - 1] + 1;
        while (end < text_.size() && (static_cast<unsigned char>(text_[end]) & 0xC0) == 0x80) ++end;
        return end;
    }

  private:
    std::optional<std::size_t> match(std::size_t token, std::size_t at) {
        if (token == tokens_.size()) return !whole_ || at == folded_.letters.size() ? std::optional(at) : std::nullopt;
        return tokens_[token].field ? match_field(token, at) : match_words(token, at);
    }

    std::optional<std::size_t> match_words(std::size_t token, std::size_t at) {
        for (const char32_t wanted : fold(tokens_[token].text).letters) {
            const char32_t found = at < folded_.letters.size() ? folded_.letters[at] : 0;
            if (found == wanted || (wanted == U'.' && found == U':'))
                ++at;
            else if (wanted != U':')
                return std::nullopt;
        }
        return match(token + 1, at);
    }

    std::optional<std::size_t> match_field(std::size_t token, std::size_t at) {
        const bool last = token + 1 == tokens_.size();
        for (std::size_t end = last && whole_ ? folded_.letters.size() : at; end <= folded_.letters.size(); ++end) {
            const std::u32string_view letters = std::u32string_view(folded_.letters).substr(at, end - at);
            if (!can_be(tokens_[token].text, letters)) continue;
            if (const auto found = match(token + 1, end)) {
                const std::size_t begin = at < folded_.letters.size() ? folded_.offsets[at] : text_.size();
                fields[tokens_[token].text] =
                    is_blank(letters) ? "" : tidy(text_.substr(begin, offset(end) - std::min(begin, offset(end))));
                return found;
            }
        }
        return std::nullopt;
    }

    const std::vector<Pattern::Token>& tokens_;
    std::string_view text_;
    Folded folded_;
    bool whole_ = true;
};

Pattern::Pattern(std::string_view wording, const forms::Wordings& of_kind, const forms::Wordings& of_all) {
    add(wording, of_kind, of_all, 0);
}

void Pattern::add_words(std::string_view words) {
    if (fold(words).letters.empty()) return;
    if (!tokens_.empty() && !tokens_.back().field)
        tokens_.back().text += words;
    else
        tokens_.push_back({false, std::string(words)});
}

void Pattern::add(std::string_view wording, const forms::Wordings& of_kind, const forms::Wordings& of_all, int depth) {
    constexpr int deepest = 8; // wordings that name each other in a circle
    for (std::size_t i = 0; i < wording.size();) {
        const std::size_t open = std::min(wording.find('{', i), wording.size());
        add_words(wording.substr(i, open - i));
        if (open == wording.size()) return;
        const std::size_t close = std::min(wording.find('}', open), wording.size());
        const std::string_view name = wording.substr(open + 1, close - open - 1);
        const std::string_view first = name.substr(0, name.find('|'));
        const std::string* known = nullptr;
        for (const forms::Wordings* wordings : {&of_all, &of_kind})
            if (const auto found = wordings->find(first); found != wordings->end()) known = &found->second;
        if (known && depth < deepest)
            add(*known, of_kind, of_all, depth + 1);
        else
            tokens_.push_back({true, std::string(first)});
        i = close + 1;
    }
}

std::optional<Fields> Pattern::match(std::string_view text) const {
    Matcher matcher(*this, text);
    if (tokens_.empty() || !matcher.run(true)) return std::nullopt;
    return std::move(matcher.fields);
}

std::optional<Pattern::Prefix> Pattern::match_prefix(std::string_view text) const {
    Matcher matcher(*this, text);
    const auto end = tokens_.empty() ? std::nullopt : matcher.run(false);
    if (!end) return std::nullopt;
    return Prefix{std::move(matcher.fields), matcher.offset(*end)};
}

bool Pattern::has_field(std::string_view name) const {
    return std::any_of(tokens_.begin(), tokens_.end(),
                       [&](const Token& token) { return token.field && token.text == name; });
}

bool Pattern::is_fixed() const {
    return !tokens_.empty() && std::none_of(tokens_.begin(), tokens_.end(), [](const Token& t) { return t.field; });
}

std::string Pattern::words() const {
    std::string result;
    for (const Token& token : tokens_)
        if (!token.field) result += token.text;
    return result;
}

} // namespace vanthu::interpret
