#include "write/pdf/font_texts.h"

#include "write/pdf/haru_document.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace vanthu::write {
namespace {

using Glyph = fonts::Subset::Glyph;

/// One entry for each glyph id, in its order. Where several characters share a glyph, the first of them stands for it:
/// the space before the no-break space.
std::vector<Glyph> by_id(const fonts::Subset& subset) {
    std::vector<Glyph> glyphs = subset.glyphs;
    std::stable_sort(glyphs.begin(), glyphs.end(), [](const Glyph& a, const Glyph& b) { return a.id < b.id; });
    const auto same_id = [](const Glyph& a, const Glyph& b) { return a.id == b.id; };
    glyphs.erase(std::unique(glyphs.begin(), glyphs.end(), same_id), glyphs.end());
    return glyphs;
}

/// Six capitals that differ between subsets (ISO 32000-1, 9.6.4).
std::string subset_tag(const fonts::Subset& subset) {
    const std::string digest = md5(subset.truetype);
    std::string tag;
    for (std::size_t i = 0; i < 6; ++i) tag += static_cast<char>('A' + static_cast<unsigned char>(digest[i]) % 26);
    return tag;
}

std::string widths(const std::vector<Glyph>& glyphs) {
    std::string out = "[";
    unsigned next = 0;
    for (const Glyph& glyph : glyphs) {
        if (out.size() == 1 || glyph.id != next) {
            if (out.size() > 1) out += ']';
            append_integer(out, glyph.id);
            out += '[';
        } else {
            out += ' ';
        }
        append_integer(out, glyph.advance);
        next = glyph.id + 1U;
    }
    return out += "]]";
}

/// Single mappings, not ranges: Ghostscript drops the high byte of ranges that cross a row.
std::string to_unicode(const std::vector<Glyph>& glyphs) {
    constexpr std::size_t block = 100; // the most that a bfchar section may hold
    std::string out = "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                      "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
                      "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
                      "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
    for (std::size_t begin = 0; begin < glyphs.size(); begin += block) {
        const std::size_t end = std::min(begin + block, glyphs.size());
        append_integer(out, end - begin);
        out += " beginbfchar\n";
        for (std::size_t i = begin; i < end; ++i) {
            out += '<';
            append_hex16(out, glyphs[i].id);
            out += "> <";
            append_utf16_hex(out, glyphs[i].character);
            out += ">\n";
        }
        out += "endbfchar\n";
    }
    return out += "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

} // namespace

FontTexts font_texts(const fonts::Subset& subset) {
    const std::string name = subset_tag(subset) + '+' + subset.postscript_name;
    const std::vector<Glyph> glyphs = by_id(subset);
    FontTexts texts;
    texts.descriptor = fmt::format(
        "/Type /FontDescriptor\n/FontName /{}\n/Flags {}\n/FontBBox [{} {} {} {}]\n/ItalicAngle {}\n/Ascent {}\n"
        "/Descent {}\n/CapHeight {}\n/StemV {}\n",
        name, subset.flags, subset.box[0], subset.box[1], subset.box[2], subset.box[3], subset.italic_angle,
        subset.ascent, subset.descent, subset.cap_height, subset.stem_v);
    texts.descendant = fmt::format("/Type /Font\n/Subtype /CIDFontType2\n/BaseFont /{}\n"
                                   "/CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>>\n"
                                   "/CIDToGIDMap /Identity\n/DW 1000\n/W {}\n",
                                   name, widths(glyphs));
    texts.font = fmt::format("/Type /Font\n/Subtype /Type0\n/BaseFont /{}\n/Encoding /Identity-H\n", name);
    texts.to_unicode = to_unicode(glyphs);
    return texts;
}

bool is_text(char32_t character) {
    const bool control = character < 0x20 || (character >= 0x7F && character < 0xA0);
    const bool byte_order_mark = character == 0xFEFF || character == 0xFFFE;
    const bool private_use = (character >= 0xE000 && character <= 0xF8FF) || character >= 0xF0000;
    return !control && !byte_order_mark && !private_use;
}

} // namespace vanthu::write
