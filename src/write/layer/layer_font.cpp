#include "write/layer/layer_font.h"

#include "text/unicode.h"
#include "write/pdf/font_texts.h"
#include "write/pdf/pdf_error.h"

#include <fmt/format.h>

#include <set>
#include <vector>

namespace vanthu::write {
namespace {

constexpr char32_t substitute = U'?';

std::vector<char32_t> characters_of(const pages::Sight& recognised, const fonts::FontSet& fonts) {
    std::set<char32_t> found{U' ', substitute};
    for (const pages::SeenPage& page : recognised.pages)
        for (const pages::Word& word : page.words)
            text::for_each_character(word.text, [&](char32_t character) {
                if (is_text(character) && fonts.covers(character)) found.insert(character);
            });
    return {found.begin(), found.end()};
}

PdfObject font_object(const fonts::Subset& subset, const PdfFile& pdf, Deflater& deflater) {
    const FontTexts texts = font_texts(subset);
    const auto dictionary = [&pdf](const std::string& inside) { return pdf.parse("<<" + inside + ">>"); };
    PdfObject descriptor = pdf.indirect(dictionary(texts.descriptor));
    descriptor.set("/FontFile2",
                   pdf.stream(fmt::format("/Length1 {} ", subset.truetype.size()), deflater.deflate(subset.truetype)));
    PdfObject descendant = pdf.indirect(dictionary(texts.descendant));
    descendant.set("/FontDescriptor", descriptor);
    PdfObject descendants = pdf.parse("[]");
    descendants.append(descendant);
    PdfObject font = pdf.indirect(dictionary(texts.font));
    font.set("/DescendantFonts", descendants);
    font.set("/ToUnicode", pdf.stream("", deflater.deflate(texts.to_unicode)));
    return font;
}

} // namespace

LayerFont::LayerFont(const pages::Sight& recognised, const fonts::FontSet& fonts, const PdfFile& pdf,
                     Deflater& deflater) {
    const fonts::Subset subset = fonts.subset(Face::regular, characters_of(recognised, fonts));
    if (subset.truetype.empty()) throw PdfError("pdf-failed", {{"library", "HarfBuzz"}, {"error", "subset"}});
    for (const auto& glyph : subset.glyphs) glyphs_[glyph.character] = {glyph.id, glyph.advance};
    object_ = font_object(subset, pdf, deflater);
}

LayerFont::Glyph LayerFont::glyph(char32_t character) const {
    const auto found = glyphs_.find(character);
    return found == glyphs_.end() ? glyphs_.at(substitute) : found->second;
}

} // namespace vanthu::write
