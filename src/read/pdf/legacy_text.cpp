#include "read/pdf/legacy_text.h"

#include "text/legacy.h"
#include "text/scan.h"
#include "text/unicode.h"

#include <algorithm>
#include <map>

namespace vanthu::read::pdf {
namespace {

constexpr std::size_t sample_size = 64 << 10;
constexpr std::size_t enough_letters = 40; ///< beyond ASCII, to trust a font's own text

struct Decision {
    text::Encoding encoding = text::Encoding::unicode;
    bool capitals = false;
};

/// .VnTimeH,Bold and VnTimeBold belong to .VnTime.
std::string family_of(const std::string& font) {
    std::string family = font.substr(0, font.find_first_of(",-"));
    for (const std::string_view face : {"BoldItalic", "Bold", "Italic"})
        if (family.ends_with(face)) family.resize(family.size() - face.size());
    if (text::is_capitals_font(font) && family.ends_with('H')) family.pop_back();
    return family;
}

/// Producers name some glyphs by their twins; old fonts know the characters of Windows-1252 only.
std::string with_usual_characters(const std::string& text) {
    std::string result;
    text::for_each_character(text, [&](char32_t c) {
        switch (c) {
        case 0x2219:
            c = 0xB7;
            break;
        case 0x02C9:
            c = 0xAF;
            break;
        case 0x03BC:
            c = 0xB5;
            break;
        default:
            break;
        }
        result += text::to_utf8(c);
    });
    return result;
}

std::vector<std::string> samples(const pages::Sight& sight) {
    std::vector<std::string> result(sight.fonts.size());
    for (const pages::SeenPage& page : sight.pages)
        for (const pages::Word& word : page.words) {
            std::string& sample = result[word.font];
            if (sample.size() >= sample_size) continue;
            if (!word.joined) sample += ' ';
            sample += with_usual_characters(word.text);
        }
    return result;
}

std::vector<Decision> decide(const pages::Sight& sight) {
    const std::vector<std::string> own = samples(sight);
    std::map<std::string, std::string> of_family;
    for (std::size_t i = 0; i < own.size(); ++i) of_family[family_of(sight.fonts[i])] += own[i];
    std::vector<Decision> decisions(own.size());
    for (std::size_t i = 0; i < own.size(); ++i) {
        const auto is_letter = [](char c) { return static_cast<unsigned char>(c) >= 0xC0; };
        const bool enough = static_cast<std::size_t>(std::ranges::count_if(own[i], is_letter)) >= enough_letters;
        const std::string& text = enough ? own[i] : of_family[family_of(sight.fonts[i])];
        decisions[i].encoding = text::detect_encoding(text, sight.fonts[i]);
        decisions[i].capitals =
            decisions[i].encoding != text::Encoding::unicode && text::is_capitals_font(sight.fonts[i]);
    }
    return decisions;
}

bool is_plain(const std::string& text) {
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// Without characters that nobody sees. Where `hyphens`, U+00AD is the code of a hyphen.
std::string visible(const std::string& text, bool hyphens) {
    std::string result;
    text::for_each_character(text, [&](char32_t c) {
        if (c == 0xAD && hyphens) c = '-';
        if (!text::is_invisible(c)) result += text::to_utf8(c);
    });
    return result;
}

void convert(pages::Word& word, const Decision& decision, bool hyphens) {
    if (decision.encoding != text::Encoding::unicode) {
        word.text = text::to_unicode(with_usual_characters(word.text), decision.encoding);
        if (decision.capitals) word.text = text::to_upper(word.text);
    }
    if (is_plain(word.text)) return;
    // NFC comes last: what nobody sees may stand between a letter and its mark.
    word.text = text::to_nfc(visible(word.text, hyphens)).value_or("\xEF\xBF\xBD");
}

} // namespace

void to_unicode(pages::Sight& sight, const FontLoader& fonts) {
    const std::vector<Decision> decisions = decide(sight);
    for (pages::SeenPage& page : sight.pages) {
        for (pages::Word& word : page.words) convert(word, decisions[word.font], fonts.hyphen_at_ad(word.font));
        std::erase_if(page.words, [](const pages::Word& word) { return word.text.empty(); });
    }
}

} // namespace vanthu::read::pdf
