#include "read/docx/symbols.h"

#include "text/unicode.h"

#include <algorithm>
#include <array>

namespace vanthu::read::docx {
namespace {

struct Symbol {
    std::string_view font;
    unsigned char code;
    char32_t character;
};

constexpr std::array known = {
    Symbol{"Symbol", 0xB7, 0x2022},    Symbol{"Symbol", 0x2D, 0x2212},    Symbol{"Symbol", 0xA3, 0x2264},
    Symbol{"Symbol", 0xB3, 0x2265},    Symbol{"Symbol", 0xB1, 0xB1},      Symbol{"Symbol", 0xB0, 0xB0},
    Symbol{"Symbol", 0xB4, 0xD7},      Symbol{"Symbol", 0xB8, 0xF7},      Symbol{"Symbol", 0xAE, 0x2192},
    Symbol{"Symbol", 0xDE, 0x21D2},    Symbol{"Symbol", 0x61, 0x3B1},     Symbol{"Symbol", 0x62, 0x3B2},
    Symbol{"Symbol", 0x6D, 0x3BC},     Symbol{"Symbol", 0x53, 0x3A3},     Symbol{"Symbol", 0x66, 0x3C6},
    Symbol{"Wingdings", 0x6C, 0x25CF}, Symbol{"Wingdings", 0x6E, 0x25A0}, Symbol{"Wingdings", 0x6F, 0x2610},
    Symbol{"Wingdings", 0x71, 0x2751}, Symbol{"Wingdings", 0x76, 0x2756}, Symbol{"Wingdings", 0xA7, 0x25AA},
    Symbol{"Wingdings", 0xA8, 0x2610}, Symbol{"Wingdings", 0xD8, 0x27A2}, Symbol{"Wingdings", 0xE0, 0x2192},
    Symbol{"Wingdings", 0xFC, 0x2713}, Symbol{"Wingdings", 0xFB, 0x2717}, Symbol{"Wingdings", 0xFD, 0x2612},
    Symbol{"Wingdings", 0xFE, 0x2611},
};

constexpr char32_t private_use = 0xF000;
constexpr char32_t bullet_sign = 0x2022;
constexpr char32_t unknown = 0xFFFD;

bool is_private(char32_t code) { return code >= private_use && code <= private_use + 0xFF; }

char32_t look_up(char32_t code, std::string_view font) {
    const char32_t place = is_private(code) ? code - private_use : code;
    const auto* found = std::find_if(known.begin(), known.end(), [&](const Symbol& each) {
        return each.code == place && font.starts_with(each.font);
    });
    return found == known.end() ? unknown : found->character;
}

} // namespace

std::string symbol(char32_t code, std::string_view font) {
    const char32_t found = look_up(code, font);
    const bool ordinary = found == unknown && !is_private(code) && code >= 0x20 && code < 0xD800;
    return text::to_utf8(ordinary ? code : found);
}

std::string bullet(std::string_view text, std::string_view font) {
    std::string result;
    text::for_each_character(text, [&](char32_t c) {
        const char32_t found = look_up(c, font);
        if (found != unknown)
            result += text::to_utf8(found);
        else
            result += text::to_utf8(is_private(c) ? bullet_sign : c);
    });
    return result;
}

} // namespace vanthu::read::docx
