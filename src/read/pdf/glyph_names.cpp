#include "read/pdf/encodings.h"
#include "text/unicode.h"

#include <algorithm>
#include <array>
#include <optional>

namespace vanthu::read::pdf {
namespace {

struct Name {
    std::string_view name;
    char16_t character;
};

/// Sorted by name. Letters with marks are not listed: their names say what they are made of.
// One name a line would be pages of nothing else.
// clang-format off
constexpr std::array<Name, 283> names{{
    {"AE", 0x00C6}, {"Alpha", 0x0391}, {"Beta", 0x0392}, {"Chi", 0x03A7}, {"Dcroat", 0x0110}, {"Delta", 0x2206},
    {"Dslash", 0x0110}, {"Epsilon", 0x0395}, {"Eta", 0x0397}, {"Eth", 0x00D0}, {"Euro", 0x20AC}, {"Gamma", 0x0393},
    {"H18533", 0x25CF}, {"H18543", 0x25AA}, {"H22073", 0x25A1}, {"Iota", 0x0399}, {"Kappa", 0x039A},
    {"Lambda", 0x039B}, {"Lslash", 0x0141}, {"Mu", 0x039C}, {"Nu", 0x039D}, {"OE", 0x0152}, {"Omega", 0x03A9},
    {"Omicron", 0x039F}, {"Oslash", 0x00D8}, {"Phi", 0x03A6}, {"Pi", 0x03A0}, {"Psi", 0x03A8}, {"Rho", 0x03A1},
    {"Sigma", 0x03A3}, {"Tau", 0x03A4}, {"Theta", 0x0398}, {"Thorn", 0x00DE}, {"Upsilon", 0x03A5}, {"Xi", 0x039E},
    {"Zeta", 0x0396}, {"acute", 0x00B4}, {"acutecmb", 0x0301}, {"acutecomb", 0x0301}, {"ae", 0x00E6},
    {"afii00208", 0x2015}, {"afii301", 0x200D}, {"afii61352", 0x2116}, {"alpha", 0x03B1}, {"ampersand", 0x0026},
    {"approxequal", 0x2248}, {"arrowboth", 0x2194}, {"arrowdblboth", 0x21D4}, {"arrowdblright", 0x21D2},
    {"arrowdown", 0x2193}, {"arrowleft", 0x2190}, {"arrowright", 0x2192}, {"arrowup", 0x2191},
    {"asciicircum", 0x005E}, {"asciitilde", 0x007E}, {"asterisk", 0x002A}, {"asteriskmath", 0x2217}, {"at", 0x0040},
    {"backslash", 0x005C}, {"bar", 0x007C}, {"beta", 0x03B2}, {"braceleft", 0x007B}, {"braceright", 0x007D},
    {"bracketleft", 0x005B}, {"bracketright", 0x005D}, {"breve", 0x02D8}, {"brevecmb", 0x0306}, {"brokenbar", 0x00A6},
    {"bullet", 0x2022}, {"caron", 0x02C7}, {"caroncmb", 0x030C}, {"cedilla", 0x00B8}, {"cent", 0x00A2},
    {"checkmark", 0x2713}, {"chi", 0x03C7}, {"circle", 0x25CB}, {"circumflex", 0x02C6}, {"circumflexcmb", 0x0302},
    {"club", 0x2663}, {"colon", 0x003A}, {"colonmonetary", 0x20A1}, {"comma", 0x002C}, {"congruent", 0x2245},
    {"copyright", 0x00A9}, {"currency", 0x00A4}, {"dagger", 0x2020}, {"daggerdbl", 0x2021}, {"dcroat", 0x0111},
    {"degree", 0x00B0}, {"delta", 0x03B4}, {"diamond", 0x2666}, {"dieresis", 0x00A8}, {"dieresiscmb", 0x0308},
    {"divide", 0x00F7}, {"dmacron", 0x0111}, {"dollar", 0x0024}, {"dong", 0x20AB}, {"dotaccent", 0x02D9},
    {"dotbelowcmb", 0x0323}, {"dotbelowcomb", 0x0323}, {"dotlessi", 0x0131}, {"dotmath", 0x22C5}, {"dslash", 0x0111},
    {"eight", 0x0038}, {"eightinferior", 0x2088}, {"eightsuperior", 0x2078}, {"element", 0x2208},
    {"ellipsis", 0x2026}, {"emdash", 0x2014}, {"emspace", 0x2003}, {"endash", 0x2013}, {"enspace", 0x2002},
    {"epsilon", 0x03B5}, {"equal", 0x003D}, {"equivalence", 0x2261}, {"eta", 0x03B7}, {"eth", 0x00F0},
    {"euro", 0x20AC}, {"exclam", 0x0021}, {"exclamdbl", 0x203C}, {"exclamdown", 0x00A1}, {"existential", 0x2203},
    {"ff", 0xFB00}, {"ffi", 0xFB03}, {"ffl", 0xFB04}, {"fi", 0xFB01}, {"figuredash", 0x2012}, {"filledbox", 0x25A0},
    {"filledrect", 0x25AC}, {"five", 0x0035}, {"fiveinferior", 0x2085}, {"fivesuperior", 0x2075}, {"fl", 0xFB02},
    {"florin", 0x0192}, {"four", 0x0034}, {"fourinferior", 0x2084}, {"foursuperior", 0x2074}, {"fraction", 0x2044},
    {"gamma", 0x03B3}, {"germandbls", 0x00DF}, {"grave", 0x0060}, {"gravecmb", 0x0300}, {"gravecomb", 0x0300},
    {"greater", 0x003E}, {"greaterequal", 0x2265}, {"guillemotleft", 0x00AB}, {"guillemotright", 0x00BB},
    {"guilsinglleft", 0x2039}, {"guilsinglright", 0x203A}, {"heart", 0x2665}, {"hookabovecomb", 0x0309},
    {"hookcmb", 0x0309}, {"horizontalbar", 0x2015}, {"horncmb", 0x031B}, {"hungarumlaut", 0x02DD}, {"hyphen", 0x002D},
    {"ilde", 0x02DC}, {"increment", 0x2206}, {"infinity", 0x221E}, {"integral", 0x222B}, {"invbullet", 0x25D8},
    {"iota", 0x03B9}, {"kappa", 0x03BA}, {"lambda", 0x03BB}, {"less", 0x003C}, {"lessequal", 0x2264},
    {"logicalnot", 0x00AC}, {"lozenge", 0x25CA}, {"lslash", 0x0142}, {"macron", 0x00AF}, {"macroncmb", 0x0304},
    {"middot", 0x00B7}, {"minus", 0x2212}, {"minute", 0x2032}, {"mu", 0x00B5}, {"mu1", 0x00B5}, {"multiply", 0x00D7},
    {"nbspace", 0x00A0}, {"nine", 0x0039}, {"nineinferior", 0x2089}, {"ninesuperior", 0x2079},
    {"nonbreakingspace", 0x00A0}, {"nonmarkingreturn", 0x000D}, {"notequal", 0x2260}, {"nu", 0x03BD},
    {"numbersign", 0x0023}, {"oe", 0x0153}, {"ogonek", 0x02DB}, {"ohm", 0x03A9}, {"omega", 0x03C9},
    {"omicron", 0x03BF}, {"one", 0x0031}, {"onehalf", 0x00BD}, {"oneinferior", 0x2081}, {"onequarter", 0x00BC},
    {"onesuperior", 0x00B9}, {"onethird", 0x2153}, {"openbullet", 0x25E6}, {"ordfeminine", 0x00AA},
    {"ordmasculine", 0x00BA}, {"oslash", 0x00F8}, {"overscore", 0x00AF}, {"paragraph", 0x00B6}, {"parenleft", 0x0028},
    {"parenright", 0x0029}, {"partialdiff", 0x2202}, {"percent", 0x0025}, {"period", 0x002E},
    {"periodcentered", 0x00B7}, {"perthousand", 0x2030}, {"phi", 0x03C6}, {"pi", 0x03C0}, {"plus", 0x002B},
    {"plusminus", 0x00B1}, {"product", 0x220F}, {"proportional", 0x221D}, {"psi", 0x03C8}, {"question", 0x003F},
    {"questiondown", 0x00BF}, {"quotedbl", 0x0022}, {"quotedblbase", 0x201E}, {"quotedblleft", 0x201C},
    {"quotedblright", 0x201D}, {"quoteleft", 0x2018}, {"quotereversed", 0x201B}, {"quoteright", 0x2019},
    {"quotesinglbase", 0x201A}, {"quotesingle", 0x0027}, {"radical", 0x221A}, {"registered", 0x00AE}, {"rho", 0x03C1},
    {"ring", 0x02DA}, {"ringcmb", 0x030A}, {"second", 0x2033}, {"section", 0x00A7}, {"semicolon", 0x003B},
    {"seven", 0x0037}, {"seveninferior", 0x2087}, {"sevensuperior", 0x2077}, {"sfthyphen", 0x00AD}, {"sigma", 0x03C3},
    {"sigma1", 0x03C2}, {"similar", 0x223C}, {"six", 0x0036}, {"sixinferior", 0x2086}, {"sixsuperior", 0x2076},
    {"slash", 0x002F}, {"softhyphen", 0x00AD}, {"space", 0x0020}, {"spade", 0x2660}, {"sterling", 0x00A3},
    {"summation", 0x2211}, {"tau", 0x03C4}, {"therefore", 0x2234}, {"theta", 0x03B8}, {"thorn", 0x00FE},
    {"three", 0x0033}, {"threeinferior", 0x2083}, {"threequarters", 0x00BE}, {"threesuperior", 0x00B3},
    {"tilde", 0x02DC}, {"tildecmb", 0x0303}, {"tildecomb", 0x0303}, {"trademark", 0x2122}, {"triagdn", 0x25BC},
    {"triaglf", 0x25C4}, {"triagrt", 0x25BA}, {"triagup", 0x25B2}, {"two", 0x0032}, {"twoinferior", 0x2082},
    {"twosuperior", 0x00B2}, {"twothirds", 0x2154}, {"underscore", 0x005F}, {"universal", 0x2200},
    {"upsilon", 0x03C5}, {"xi", 0x03BE}, {"yen", 0x00A5}, {"zero", 0x0030}, {"zeroinferior", 0x2080},
    {"zerosuperior", 0x2070}, {"zerowidthnonjoiner", 0x200C}, {"zerowidthspace", 0x200B}, {"zeta", 0x03B6}}};
// clang-format on

/// What stands behind the letter in names such as Acircumflexhookabove and ohorndotbelow.
constexpr std::array<Name, 17> marks{{{"acute", 0x0301},
                                      {"breve", 0x0306},
                                      {"caron", 0x030C},
                                      {"cedilla", 0x0327},
                                      {"circumflex", 0x0302},
                                      {"commaaccent", 0x0326},
                                      {"dieresis", 0x0308},
                                      {"dotaccent", 0x0307},
                                      {"dotbelow", 0x0323},
                                      {"grave", 0x0300},
                                      {"hookabove", 0x0309},
                                      {"hook", 0x0309},
                                      {"horn", 0x031B},
                                      {"macron", 0x0304},
                                      {"ogonek", 0x0328},
                                      {"ring", 0x030A},
                                      {"tilde", 0x0303}}};

std::u32string composed(const std::u32string& text) {
    std::string utf8;
    for (const char32_t character : text) utf8 += text::to_utf8(character);
    std::u32string result;
    text::for_each_character(text::to_nfc(utf8).value_or(utf8), [&](char32_t c) { result.push_back(c); });
    return result;
}

std::u32string letter_with_marks(std::string_view name) {
    std::u32string text(1, static_cast<unsigned char>(name[0]));
    for (std::string_view rest = name.substr(1); !rest.empty();) {
        const auto mark = std::ranges::find_if(marks, [&](const Name& m) { return rest.starts_with(m.name); });
        if (mark == marks.end()) return {};
        text.push_back(mark->character);
        rest.remove_prefix(mark->name.size());
    }
    return composed(text);
}

std::optional<char32_t> hexadecimal(std::string_view digits) {
    char32_t value = 0;
    for (const char c : digits) {
        const bool is_digit = c >= '0' && c <= '9', is_letter = c >= 'A' && c <= 'F', is_small = c >= 'a' && c <= 'f';
        if (!is_digit && !is_letter && !is_small) return std::nullopt;
        value = value * 16 + static_cast<char32_t>(is_digit ? c - '0' : is_letter ? c - 'A' + 10 : c - 'a' + 10);
    }
    if (value == 0 || value > 0x10FFFF || (value >= 0xD800 && value < 0xE000)) return std::nullopt;
    return value;
}

std::u32string numbered(std::string_view name) {
    std::u32string text;
    if (name.starts_with("uni") && name.size() >= 7 && name.size() % 4 == 3)
        for (std::size_t i = 3; i < name.size(); i += 4)
            if (const auto character = hexadecimal(name.substr(i, 4))) text.push_back(*character);
    if (name[0] == 'u' && name.size() >= 5 && name.size() <= 7)
        if (const auto character = hexadecimal(name.substr(1))) text = {*character};
    return text;
}

} // namespace

std::u32string characters_of_glyph(std::string_view name) {
    name = name.substr(0, name.find('.'));
    constexpr std::size_t longest = 64;
    if (name.empty() || name.size() > longest) return {};
    const auto found = std::ranges::lower_bound(names, name, {}, &Name::name);
    if (found != names.end() && found->name == name) return {found->character};
    const bool is_letter = (name[0] >= 'A' && name[0] <= 'Z') || (name[0] >= 'a' && name[0] <= 'z');
    if (!is_letter) return {};
    if (name.size() == 1) return {static_cast<char32_t>(name[0])};
    if (std::u32string text = numbered(name); !text.empty()) return text;
    return letter_with_marks(name);
}

} // namespace vanthu::read::pdf
