#include "base/printable.h"

#include <fmt/format.h>

namespace vanthu {
namespace {

struct Character {
    char32_t value = 0;
    std::size_t length = 0; ///< 0: no valid UTF-8
};

Character next_character(std::string_view text) {
    const auto lead = static_cast<unsigned char>(text[0]);
    if (lead < 0x80) return {lead, 1};
    const std::size_t length = lead >= 0xC2 && lead < 0xE0   ? 2
                               : lead >= 0xE0 && lead < 0xF0 ? 3
                               : lead >= 0xF0 && lead < 0xF5 ? 4
                                                             : 0;
    if (length == 0 || text.size() < length) return {};
    char32_t value = lead & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if ((byte & 0xC0) != 0x80) return {};
        value = (value << 6) | (byte & 0x3FU);
    }
    constexpr char32_t smallest[] = {0, 0, 0x80, 0x800, 0x10000};
    const bool is_surrogate = value >= 0xD800 && value < 0xE000;
    if (value < smallest[length] || is_surrogate || value > 0x10FFFF) return {};
    return {value, length};
}

/// C0, DEL, C1, line and paragraph separators, direction marks and overrides.
bool commands_terminal(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x200E || c == 0x200F || (c >= 0x2028 && c <= 0x202E) ||
           (c >= 0x2066 && c <= 0x2069);
}

std::string escaped(std::string_view text, bool commands_too) {
    std::string result;
    while (!text.empty()) {
        const Character character = next_character(text);
        const std::size_t length = character.length ? character.length : 1;
        if (character.length == 0)
            result += fmt::format("\\x{:02X}", static_cast<unsigned char>(text[0]));
        else if (commands_too && commands_terminal(character.value))
            result += fmt::format("\\u{{{:04X}}}", static_cast<std::uint32_t>(character.value));
        else
            result += text.substr(0, length);
        text.remove_prefix(length);
    }
    return result;
}

} // namespace

std::string printable(std::string_view text) { return escaped(text, true); }

std::string valid_utf8(std::string_view text) { return escaped(text, false); }

} // namespace vanthu
