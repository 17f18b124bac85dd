#include "write/pdf/font_objects.h"

#include <fmt/format.h>

#include <algorithm>

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

/// One bit for each glyph that the font file holds (ISO 19005-1, 6.3.5), from the left of each byte.
std::string cid_set_bits(unsigned glyph_count) {
    std::string bits((glyph_count + 7) / 8, '\xFF');
    if (glyph_count % 8 != 0) bits.back() = static_cast<char>(0xFF << (8 - glyph_count % 8));
    return bits;
}

ObjectNumber add_deflated(HaruDocument& document, Deflater& deflater, const std::string& entries,
                          std::string_view data) {
    return document.add_stream(entries + "/Filter /FlateDecode\n", deflater.deflate(data));
}

ObjectNumber add_descriptor(const fonts::Subset& subset, const std::string& name, bool cid_set, HaruDocument& document,
                            Deflater& deflater) {
    const ObjectNumber file =
        add_deflated(document, deflater, fmt::format("/Length1 {}\n", subset.truetype.size()), subset.truetype);
    std::string entries = fmt::format(
        "/Type /FontDescriptor\n/FontName /{}\n/Flags {}\n/FontBBox [{} {} {} {}]\n/ItalicAngle {}\n/Ascent {}\n"
        "/Descent {}\n/CapHeight {}\n/StemV {}\n/FontFile2 {} 0 R\n",
        name, subset.flags, subset.box[0], subset.box[1], subset.box[2], subset.box[3], subset.italic_angle,
        subset.ascent, subset.descent, subset.cap_height, subset.stem_v, file);
    if (cid_set)
        entries +=
            fmt::format("/CIDSet {} 0 R\n", add_deflated(document, deflater, "", cid_set_bits(subset.glyph_count)));
    return document.add_dictionary(std::move(entries));
}

} // namespace

ObjectNumber add_font(const fonts::Subset& subset, bool cid_set, HaruDocument& document, Deflater& deflater) {
    const std::string name = subset_tag(subset) + '+' + subset.postscript_name;
    const std::vector<Glyph> glyphs = by_id(subset);
    const ObjectNumber descriptor = add_descriptor(subset, name, cid_set, document, deflater);
    const ObjectNumber descendant =
        document.add_dictionary(fmt::format("/Type /Font\n/Subtype /CIDFontType2\n/BaseFont /{}\n"
                                            "/CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>>\n"
                                            "/FontDescriptor {} 0 R\n/CIDToGIDMap /Identity\n/DW 1000\n/W {}\n",
                                            name, descriptor, widths(glyphs)));
    const ObjectNumber unicode = add_deflated(document, deflater, "", to_unicode(glyphs));
    return document.add_dictionary(fmt::format("/Type /Font\n/Subtype /Type0\n/BaseFont /{}\n/Encoding /Identity-H\n"
                                               "/DescendantFonts [{} 0 R]\n/ToUnicode {} 0 R\n",
                                               name, descendant, unicode));
}

} // namespace vanthu::write
