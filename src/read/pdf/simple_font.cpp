#include "read/pdf/encodings.h"
#include "read/pdf/font_loader.h"
#include "read/pdf/standard_widths.h"

#include <algorithm>
#include <cmath>

namespace vanthu::read::pdf {
namespace {

constexpr int symbolic_flag = 4;

std::optional<BaseEncoding> named_encoding(const std::string& name) {
    if (name == "WinAnsiEncoding") return BaseEncoding::win_ansi;
    if (name == "MacRomanEncoding") return BaseEncoding::mac_roman;
    if (name == "StandardEncoding") return BaseEncoding::standard;
    return std::nullopt;
}

struct Plan {
    BaseEncoding base = BaseEncoding::win_ansi;
    bool ask_the_font = false; ///< the codes are the font's own
};

Plan plan_for(const Object& dictionary, const Font& font) {
    const Object encoding = dictionary["Encoding"];
    const std::string name = encoding.is_name() ? encoding.name() : encoding["BaseEncoding"].name();
    if (const auto base = named_encoding(name)) return {*base, false};
    if (font.name == "Symbol" || font.name.starts_with("Symbol,") || font.name == "SymbolMT")
        return {BaseEncoding::symbol, false};
    const Object descriptor = dictionary["FontDescriptor"];
    const bool is_truetype = static_cast<bool>(descriptor["FontFile2"]);
    const bool is_symbolic = (descriptor["Flags"].integer_or(0) & symbolic_flag) != 0;
    // Codes of TrueType fonts without an encoding are those of Windows, which legacy fonts depend on.
    if (is_truetype || dictionary["Subtype"].name() == "TrueType")
        return {BaseEncoding::win_ansi, is_truetype && is_symbolic && !encoding};
    return {BaseEncoding::standard, false};
}

void apply_base(const Plan& plan, const Object& descriptor, ObjectStore& store, Font& font) {
    TrueTypeMap own;
    if (plan.ask_the_font) own = read_truetype(store.decode(descriptor["FontFile2"]).bytes);
    for (std::uint32_t code = 0; code < 256; ++code) {
        const std::uint16_t* glyph = own.coded.find(code);
        const char32_t* character = glyph ? own.characters.find(*glyph) : nullptr;
        const char32_t listed = character ? *character : character_of(plan.base, static_cast<std::uint8_t>(code));
        if (listed != 0) set_text(font.simple[code], {listed}, font.texts);
    }
    font.hyphen_at_ad = plan.base == BaseEncoding::win_ansi;
}

void apply_differences(const Object& differences, Font& font) {
    std::uint32_t code = 0;
    for (std::size_t i = 0; i < differences.size(); ++i) {
        const Object item = differences.at(i);
        if (item.is_name()) {
            if (code < 256) {
                Meaning fresh;
                set_text(fresh, characters_of_glyph(item.name()), font.texts);
                font.simple[code] = fresh;
            }
            ++code;
        } else {
            code = static_cast<std::uint32_t>(std::clamp(item.integer_or(256), 0, 256));
        }
    }
}

bool is_private(char32_t c) { return c >= 0xE000 && c < 0xF900; }

void apply_to_unicode(const CMap& map, Font& font) {
    for (std::uint32_t code = 0; code < 256; ++code) {
        Meaning fresh;
        if (const std::u32string* text = map.texts.find(code)) set_text(fresh, *text, font.texts);
        // A character of nobody's alphabet is no better than what the encoding says.
        const bool says_something = fresh.character != 0xFFFD && !is_private(fresh.character);
        const bool nothing_else = font.simple[code].character == 0xFFFD;
        if (says_something || (nothing_else && fresh.character != 0xFFFD)) font.simple[code] = fresh;
        if (says_something && code == 0xAD) font.hyphen_at_ad = false;
    }
}

void set_widths(const Object& dictionary, Font& font) {
    const Object widths = dictionary["Widths"], matrix = dictionary["FontMatrix"];
    const double unit = font.is_type3 ? std::abs(matrix.at(0).number_or(0.001)) : 0.001;
    const int first = dictionary["FirstChar"].integer_or(0);
    const std::optional<double> missing = dictionary["FontDescriptor"]["MissingWidth"].number();
    for (int code = 0; code < 256; ++code) {
        Meaning& meaning = font.simple[static_cast<std::size_t>(code)];
        const bool measured = code >= first && static_cast<std::size_t>(code - first) < widths.size();
        if (measured)
            meaning.width = static_cast<float>(widths.at(static_cast<std::size_t>(code - first)).number_or(0) * unit);
        else if (missing || widths)
            meaning.width = static_cast<float>(missing.value_or(0) * unit);
        else
            meaning.width = standard_width(font.name, meaning.character);
        meaning.is_space = code == ' ';
    }
}

/// Bitmap fonts have units of their own; their letters are about as high as their box.
void set_type3_size(const Object& dictionary, Font& font) {
    const double unit = std::abs(dictionary["FontMatrix"].at(3).number_or(0.001));
    const Object box = dictionary["FontBBox"];
    const double height = std::abs(box.at(3).number_or(0) - box.at(1).number_or(0));
    constexpr double usual = 0.001, least = 0.01, most = 100;
    if (std::abs(unit - usual) < usual / 2) return;
    font.size_factor = std::clamp(unit * (height > 0 ? height : 1), least, most);
}

} // namespace

void load_simple(const Object& dictionary, ObjectStore& store, Font& font) {
    const Object encoding = dictionary["Encoding"], to_unicode = dictionary["ToUnicode"];
    if (font.is_type3) set_type3_size(dictionary, font);
    Plan plan = plan_for(dictionary, font);
    if (to_unicode) plan.ask_the_font = false;
    if (!font.is_type3) apply_base(plan, dictionary["FontDescriptor"], store, font);
    apply_differences(encoding["Differences"], font);
    if (to_unicode.is_stream()) apply_to_unicode(parse_cmap(store.decode(to_unicode).bytes), font);
    set_widths(dictionary, font);
}

} // namespace vanthu::read::pdf
