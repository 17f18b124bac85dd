// One fast look over a text that comes from outside: is it valid UTF-8, is it surely NFC, which characters occur.
#pragma once

#include <bit>
#include <cstdint>
#include <string_view>
#include <vector>

namespace vanthu::text {

class CharacterSet {
  public:
    CharacterSet() : words_(0x110000 / 64) {}

    void insert(char32_t character) { words_[character / 64] |= std::uint64_t{1} << (character % 64); }
    bool contains(char32_t character) const { return (words_[character / 64] >> (character % 64)) & 1; }

    /// Calls `visit(char32_t)` for each character, in order.
    template <class Visitor> void for_each(Visitor visit) const {
        for (std::size_t word = 0; word < words_.size(); ++word)
            for (std::uint64_t rest = words_[word]; rest != 0; rest &= rest - 1)
                visit(static_cast<char32_t>(word * 64 + static_cast<unsigned>(std::countr_zero(rest))));
    }

  private:
    std::vector<std::uint64_t> words_;
};

struct Scan {
    bool valid = true;        ///< valid UTF-8
    bool composed = true;     ///< NFC beyond doubt; false: ask to_nfc()
    bool unprintable = false; ///< has a character that is_control() or is_invisible()
};

/// Adds the characters of `utf8` to `seen`. After an invalid byte it goes on with the next one.
Scan scan(std::string_view utf8, CharacterSet& seen);

/// Characters that move the pen or end a line: C0, delete, C1, line and paragraph separator.
constexpr bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029; }

/// Characters that nobody sees and that spoil search, copying and line breaking: soft hyphen, zero-width
/// characters, direction marks, byte order mark.
constexpr bool is_invisible(char32_t c) {
    return c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) ||
           c == 0xFEFF;
}

} // namespace vanthu::text
