#include "gather/table_styles.h"

#include <algorithm>
#include <cmath>

namespace vanthu::gather {

std::uint16_t cell_style(flow::Document& document, double size, Face face, flow::Align align) {
    flow::ParagraphStyle style;
    style.size = std::round(2 * std::clamp(size, 1.0, 200.0)) / 2;
    style.bold = is_bold(face);
    style.italic = is_italic(face);
    style.align = align;
    for (std::size_t i = 0; i < document.styles.size(); ++i) {
        style.name = document.styles[i].name;
        style.title = document.styles[i].title;
        if (style.name.starts_with("Cell") && style == document.styles[i]) return static_cast<std::uint16_t>(i);
    }
    style.name = style.title = "Cell" + std::to_string(document.styles.size() + 1);
    document.styles.push_back(std::move(style));
    return static_cast<std::uint16_t>(document.styles.size() - 1);
}

flow::CharacterStyleIndex run_style(flow::Document& document, Face face, Face base) {
    const bool bold = is_bold(face) && !is_bold(base), italic = is_italic(face) && !is_italic(base);
    if (!bold && !italic) return 0;
    std::vector<flow::CharacterStyle>& styles = document.character_styles;
    for (std::size_t i = 0; i < styles.size(); ++i)
        if (styles[i].bold == bold && styles[i].italic == italic) return static_cast<flow::CharacterStyleIndex>(i + 1);
    const std::string name = bold ? italic ? "BoldItalic" : "Bold" : "Italic";
    styles.push_back({name, name, bold, italic});
    return static_cast<flow::CharacterStyleIndex>(styles.size());
}

} // namespace vanthu::gather
