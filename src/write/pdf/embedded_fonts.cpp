#include "write/pdf/embedded_fonts.h"

#include "text/unicode.h"
#include "write/pdf/font_objects.h"
#include "write/pdf/font_texts.h"
#include "write/pdf/pdf_error.h"

#include <fmt/format.h>

#include <algorithm>

namespace vanthu::write {
namespace {

using Characters = std::array<std::vector<char32_t>, face_count>;

/// The characters that stand in each face, sorted.
Characters used_characters(const pages::Document& pages) {
    std::array<std::vector<bool>, face_count> seen;
    for (const pages::Page& page : pages.pages)
        for (const pages::Text& text : page.texts) {
            auto& flags = seen[static_cast<std::size_t>(text.face)];
            text::for_each_character(text.text, [&](char32_t character) {
                if (character >= flags.size()) flags.resize(character + 1);
                flags[character] = true;
            });
        }
    Characters result;
    for (std::size_t face = 0; face < face_count; ++face)
        for (std::size_t c = 0; c < seen[face].size(); ++c)
            if (seen[face][c]) result[face].push_back(static_cast<char32_t>(c));
    return result;
}

void check_coverage(const Characters& characters, const fonts::FontSet& fonts) {
    std::string missing;
    for (const auto& of_face : characters)
        for (const char32_t character : of_face)
            if (!is_text(character) || !fonts.covers(character)) {
                const std::string name = fmt::format("U+{:04X}", static_cast<std::uint32_t>(character));
                if (missing.find(name) == std::string::npos) missing += (missing.empty() ? "" : ", ") + name;
            }
    if (!missing.empty()) throw PdfError("pdf-glyph-missing", {{"characters", missing}});
}

} // namespace

EmbeddedFonts::EmbeddedFonts(const pages::Document& pages, const fonts::FontSet& fonts, bool cid_set,
                             HaruDocument& document, Deflater& deflater) {
    const Characters characters = used_characters(pages);
    check_coverage(characters, fonts);
    std::string names;
    for (std::size_t face = 0; face < face_count; ++face) {
        if (characters[face].empty()) continue;
        const fonts::Subset subset = fonts.subset(static_cast<Face>(face), characters[face]);
        if (subset.truetype.empty()) throw PdfError("pdf-failed", {{"library", "HarfBuzz"}, {"error", "subset"}});
        glyphs_[face].resize(characters[face].back() + 1);
        for (const auto& glyph : subset.glyphs) glyphs_[face][glyph.character] = glyph.id;
        const ObjectNumber font = add_font(subset, cid_set, document, deflater);
        fmt::format_to(std::back_inserter(names), "/F{} {} 0 R", face, font);
    }
    resources_ = document.add_dictionary("/Font <<" + names + ">>\n");
}

} // namespace vanthu::write
