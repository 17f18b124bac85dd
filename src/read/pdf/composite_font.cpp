#include "read/pdf/font_loader.h"

#include <algorithm>

namespace vanthu::read::pdf {
namespace {

constexpr int most_cids = 0x10000;

float em(const Object& object) { return static_cast<float>(object.number_or(0) / 1000); }

/// /W: "first [w w w]" and "first last w" (ISO 32000-1, 9.7.4.3).
void set_widths(const Object& widths, Font& font) {
    std::size_t left = 500'000;
    for (std::size_t i = 0; i + 1 < widths.size();) {
        const int first = std::clamp(widths.at(i).integer_or(0), 0, most_cids);
        const Object next = widths.at(i + 1);
        if (next.is_array()) {
            for (std::size_t k = 0; k < next.size() && left > 0; ++k, --left)
                font.widths.set(static_cast<std::uint32_t>(first) + static_cast<std::uint32_t>(k), em(next.at(k)));
            i += 2;
            continue;
        }
        const int last = std::clamp(next.integer_or(0), 0, most_cids - 1);
        const float width = em(widths.at(i + 2));
        for (int cid = first; cid <= last && left > 0; ++cid, --left)
            font.widths.set(static_cast<std::uint32_t>(cid), width);
        i += 3;
    }
}

void set_encoding(const Object& encoding, ObjectStore& store, Font& font) {
    std::string name = encoding.name();
    if (encoding.is_stream()) {
        font.encoding = parse_cmap(store.decode(encoding).bytes);
        font.is_vertical = font.encoding->is_vertical || encoding["WMode"].integer_or(0) == 1;
        name = font.encoding->base.empty() ? encoding["UseCMap"].name() : font.encoding->base;
        if (name.empty()) name = encoding["CMapName"].name();
    }
    font.is_vertical = font.is_vertical || name.ends_with("-V");
    font.codes_are_utf16 = name.find("UCS2") != std::string::npos || name.find("UTF16") != std::string::npos;
}

void set_glyphs(const Object& map, ObjectStore& store, Font& font) {
    if (!map.is_stream()) return;
    const Bytes bytes = store.decode(map).bytes;
    font.glyphs.emplace();
    for (std::size_t cid = 0; cid * 2 + 1 < bytes.size() && cid < most_cids; ++cid)
        font.glyphs->set(static_cast<std::uint32_t>(cid),
                         static_cast<std::uint16_t>(static_cast<unsigned char>(bytes[cid * 2]) << 8 |
                                                    static_cast<unsigned char>(bytes[cid * 2 + 1])));
}

} // namespace

void load_composite(const Object& dictionary, ObjectStore& store, Font& font) {
    const Object descendant = dictionary["DescendantFonts"].at(0), to_unicode = dictionary["ToUnicode"];
    set_encoding(dictionary["Encoding"], store, font);
    font.default_width = static_cast<float>(descendant["DW"].number_or(1000) / 1000);
    set_widths(descendant["W"], font);
    if (to_unicode.is_stream()) {
        font.to_unicode = parse_cmap(store.decode(to_unicode).bytes);
        return;
    }
    const Object file = descendant["FontDescriptor"]["FontFile2"];
    if (!file.is_stream()) return;
    font.truetype = read_truetype(store.decode(file).bytes);
    set_glyphs(descendant["CIDToGIDMap"], store, font);
}

} // namespace vanthu::read::pdf
