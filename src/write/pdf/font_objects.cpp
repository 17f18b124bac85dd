#include "write/pdf/font_objects.h"

#include "write/pdf/font_texts.h"

#include <fmt/format.h>

namespace vanthu::write {
namespace {

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

} // namespace

ObjectNumber add_font(const fonts::Subset& subset, bool cid_set, HaruDocument& document, Deflater& deflater) {
    FontTexts texts = font_texts(subset);
    const ObjectNumber file =
        add_deflated(document, deflater, fmt::format("/Length1 {}\n", subset.truetype.size()), subset.truetype);
    texts.descriptor += fmt::format("/FontFile2 {} 0 R\n", file);
    if (cid_set)
        texts.descriptor +=
            fmt::format("/CIDSet {} 0 R\n", add_deflated(document, deflater, "", cid_set_bits(subset.glyph_count)));
    const ObjectNumber descriptor = document.add_dictionary(std::move(texts.descriptor));
    texts.descendant += fmt::format("/FontDescriptor {} 0 R\n", descriptor);
    const ObjectNumber descendant = document.add_dictionary(std::move(texts.descendant));
    const ObjectNumber unicode = add_deflated(document, deflater, "", texts.to_unicode);
    texts.font += fmt::format("/DescendantFonts [{} 0 R]\n/ToUnicode {} 0 R\n", descendant, unicode);
    return document.add_dictionary(std::move(texts.font));
}

} // namespace vanthu::write
