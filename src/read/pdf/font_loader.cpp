#include "read/pdf/font_loader.h"

#include "text/unicode.h"

#include <algorithm>
#include <limits>

namespace vanthu::read::pdf {
namespace {

constexpr std::size_t prefix_length = 6;

std::string printable_name(std::string name) {
    if (name.size() > prefix_length + 1 && name[prefix_length] == '+' &&
        std::all_of(name.begin(), name.begin() + prefix_length, [](char c) { return c >= 'A' && c <= 'Z'; }))
        name.erase(0, prefix_length + 1);
    constexpr std::size_t longest = 128;
    if (name.size() > longest || !text::to_nfc(name)) name = "?";
    std::erase_if(name, [](char c) { return static_cast<unsigned char>(c) < ' '; });
    return name.empty() ? "?" : name;
}

bool has(const std::string& name, std::initializer_list<const char*> parts) {
    return std::ranges::any_of(parts, [&](const char* part) { return name.find(part) != std::string::npos; });
}

Face face_in(const Object& descriptor, const std::string& name) {
    constexpr int italic_flag = 1 << 6, bold_flag = 1 << 18;
    constexpr double bold_weight = 600;
    const std::string small = text::to_lower(name);
    const int flags = descriptor["Flags"].integer_or(0);
    const bool bold = has(small, {"bold", "-bd", "black", "heavy"}) || (flags & bold_flag) != 0 ||
                      descriptor["FontWeight"].number_or(0) >= bold_weight;
    const bool italic = has(small, {"italic", "oblique"}) || (flags & italic_flag) != 0;
    return face_of(bold, italic);
}

void set_heights(const Object& descriptor, Font& font) {
    const double ascent = descriptor["Ascent"].number_or(0) / 1000, descent = descriptor["Descent"].number_or(0) / 1000;
    constexpr double lowest_ascent = 0.5, highest_ascent = 1.2, deepest_descent = 0.5;
    if (ascent >= lowest_ascent && ascent <= highest_ascent) font.ascent = ascent;
    const double below = -std::abs(descent); // some producers forget the sign
    if (below < 0 && below >= -deepest_descent) font.descent = below;
}

} // namespace

Font& FontLoader::font(const Object& dictionary) {
    auto& slot = fonts_[dictionary.identity()];
    if (!slot) slot = load(dictionary);
    return *slot;
}

std::unique_ptr<Font> FontLoader::load(const Object& dictionary) {
    auto font = std::make_unique<Font>();
    const std::string subtype = dictionary["Subtype"].name();
    const Object descendant = dictionary["DescendantFonts"].at(0);
    font->is_composite = subtype == "Type0";
    font->is_type3 = subtype == "Type3";
    const Object& described = font->is_composite ? descendant : dictionary;
    const Object descriptor = described["FontDescriptor"];
    std::string name = dictionary["BaseFont"].name();
    if (name.empty()) name = descriptor["FontName"].name();
    if (name.empty()) name = dictionary["Name"].name();
    font->name = printable_name(name);
    font->face = face_in(descriptor, font->name);
    set_heights(descriptor, *font);
    if (font->is_composite)
        load_composite(dictionary, store_, *font);
    else
        load_simple(dictionary, store_, *font);
    const auto found = std::ranges::find(names_, font->name);
    font->number = static_cast<std::uint16_t>(found - names_.begin());
    constexpr std::size_t most_names = std::numeric_limits<std::uint16_t>::max();
    if (found == names_.end()) {
        if (names_.size() >= most_names) throw LimitReached{"fonts", most_names};
        names_.push_back(font->name);
        hyphens_.push_back(false);
    }
    if (font->hyphen_at_ad) hyphens_[font->number] = true;
    return font;
}

} // namespace vanthu::read::pdf
