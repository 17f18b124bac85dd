#include "text/spelling.h"

#include "text/syllable.h"
#include "text/unicode.h"

namespace vanthu::text {
namespace {

constexpr char tone_keys[] = {0, 'f', 'r', 'x', 's', 'j'};

bool is_space(char32_t c) { return c <= ' ' || c == 0xA0 || c == 0x2028 || (c >= 0x2000 && c <= 0x200B); }
bool is_dash(char32_t c) { return (c >= 0x2010 && c <= 0x2015) || c == 0x2212; }
bool is_word(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

class Speller {
  public:
    void add(char32_t character, std::size_t place) {
        if (const auto known = letter(character)) {
            put(known->base, place);
            if (known->mark != 0) put(known->mark, place);
            if (tone_ == Tone::level) tone_ = known->tone;
            return;
        }
        end_word(place);
        if (is_space(character)) {
            if (result_.key.empty() || result_.key.back() != ' ') put(' ', place);
        } else {
            const std::string sign = is_dash(character) ? "-" : to_utf8(character);
            for (const char byte : sign) put(byte, place);
        }
    }

    Spelled done(std::size_t size) {
        end_word(size);
        result_.places.push_back(size);
        return std::move(result_);
    }

  private:
    void put(char c, std::size_t place) {
        result_.key += c;
        result_.places.push_back(place);
    }
    void end_word(std::size_t place) {
        if (tone_ != Tone::level) put(tone_keys[static_cast<std::size_t>(tone_)], place);
        tone_ = Tone::level;
    }

    Spelled result_;
    Tone tone_ = Tone::level;
};

} // namespace

bool Spelled::has(std::string_view words, std::size_t at) const {
    if (words.empty() || at > key.size() || key.compare(at, words.size(), words) != 0) return false;
    const std::size_t end = at + words.size();
    const bool starts = at == 0 || !is_word(words.front()) || !is_word(key[at - 1]);
    return starts && (end == key.size() || !is_word(words.back()) || !is_word(key[end]));
}

std::size_t Spelled::find(std::string_view words, std::size_t from) const {
    if (words.empty()) return std::string::npos;
    for (std::size_t at = key.find(words, from); at != std::string::npos; at = key.find(words, at + 1))
        if (has(words, at)) return at;
    return std::string::npos;
}

Spelled spell_out(std::string_view utf8) {
    Speller speller;
    std::size_t place = 0;
    for_each_character(utf8, [&](char32_t character) {
        speller.add(character, place);
        place += character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
    });
    return speller.done(utf8.size());
}

std::string spelling(std::string_view utf8) { return spell_out(utf8).key; }

} // namespace vanthu::text
