#include "read/docx/fonts.h"

#include "text/unicode.h"

#include <algorithm>

namespace vanthu::read::docx {
namespace {

constexpr std::size_t sample_size = 0x10000;
constexpr std::size_t most_fonts = 1000;

/// Letters that Windows-1252 does not have: such text is Unicode whatever the rest of its font is.
bool has_unicode_letters(std::string_view text) {
    bool found = false;
    text::for_each_character(text, [&](char32_t c) { found = found || (c >= 0x1EA0 && c <= 0x1EF9) || c == 0x1B0; });
    return found;
}

} // namespace

FontIndex Fonts::index(std::string_view name) {
    if (name.empty()) return 0;
    const auto found = std::find_if(fonts_.begin(), fonts_.end(), [&](const Font& font) { return font.name == name; });
    if (found != fonts_.end()) return static_cast<FontIndex>(found - fonts_.begin());
    if (fonts_.size() == most_fonts) return 0;
    fonts_.push_back({std::string(name), {}});
    return static_cast<FontIndex>(fonts_.size() - 1);
}

void Fonts::saw(FontIndex font, std::string_view text) {
    std::string& sample = fonts_[font].sample;
    if (sample.size() < sample_size) sample += text;
}

bool Fonts::decide() {
    bool legacy = false;
    for (Font& font : fonts_) {
        font.encoding = text::detect_encoding(font.sample, font.name);
        font.capitals = font.encoding != text::Encoding::unicode && text::is_capitals_font(font.name);
        font.sample.clear();
        legacy = legacy || font.encoding != text::Encoding::unicode;
    }
    return legacy;
}

std::string Fonts::decode(FontIndex font, std::string_view text) const {
    if (has_unicode_letters(text)) return std::string(text);
    std::string result = text::to_unicode(text, fonts_[font].encoding);
    return fonts_[font].capitals ? text::to_upper(result) : result;
}

} // namespace vanthu::read::docx
