#include "read/pdf/font.h"

#include <algorithm>

namespace vanthu::read::pdf {
namespace {

std::u32string spelt_out(const std::u32string& text) {
    static constexpr std::array<std::u32string_view, 7> ligatures{U"ff", U"fi", U"fl", U"ffi", U"ffl", U"st", U"st"};
    std::u32string result;
    for (const char32_t c : text) {
        if (c >= 0xFB00 && c <= 0xFB06) {
            result += ligatures[c - 0xFB00];
        } else if (c != 0) {
            result.push_back(c > 0x10FFFF || (c >= 0xD800 && c < 0xE000) ? 0xFFFD : c);
        }
    }
    return result;
}

} // namespace

void set_text(Meaning& meaning, const std::u32string& text, std::deque<std::u32string>& texts) {
    const std::u32string plain = spelt_out(text);
    if (plain.empty()) return;
    if (plain.size() == 1) {
        meaning.character = plain[0];
        return;
    }
    meaning.character = 0;
    meaning.longer = static_cast<std::uint32_t>(texts.size());
    texts.push_back(plain);
}

const Meaning& Font::meaning(std::string_view bytes, std::uint32_t& code, int& length) {
    if (!is_composite) {
        length = 1;
        code = static_cast<unsigned char>(bytes[0]);
        return simple[code];
    }
    if (encoding && !encoding->spaces.empty()) {
        code = encoding->code(bytes, length);
    } else {
        length = std::min(2, static_cast<int>(bytes.size()));
        code = static_cast<unsigned char>(bytes[0]);
        if (length == 2) code = code << 8 | static_cast<unsigned char>(bytes[1]);
    }
    if (const Meaning* found = known.find(code)) return *found;
    Meaning fresh = composite_meaning(code);
    fresh.is_space = length == 1 && code == ' ';
    known.set(code, fresh);
    return *known.find(code);
}

Meaning Font::composite_meaning(std::uint32_t code) {
    std::uint32_t cid = code;
    if (encoding)
        if (const std::uint32_t* found = encoding->cids.find(code)) cid = *found;
    Meaning meaning;
    const float* width = widths.find(cid);
    meaning.width = width ? *width : default_width;
    if (to_unicode) {
        if (const std::u32string* text = to_unicode->texts.find(code)) set_text(meaning, *text, texts);
        // Some producers (libharu) write the characters as if they were CIDs.
        else if (const std::uint32_t* character = to_unicode->cids.find(code))
            set_text(meaning, {static_cast<char32_t>(*character)}, texts);
    }
    if (meaning.character == 0xFFFD && codes_are_utf16) set_text(meaning, {static_cast<char32_t>(code)}, texts);
    if (meaning.character == 0xFFFD && truetype) {
        const std::uint16_t* glyph = glyphs ? glyphs->find(cid) : nullptr;
        if (const char32_t* found = truetype->characters.find(glyph ? *glyph : cid)) set_text(meaning, {*found}, texts);
    }
    return meaning;
}

} // namespace vanthu::read::pdf
