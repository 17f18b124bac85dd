#include "write/docx/content.h"

#include "text/binding.h"
#include "write/docx/box.h"
#include "write/docx/units.h"

namespace vanthu::write::docx {
namespace {

using ooxml::Element;
using ooxml::XmlWriter;

/// Word drops spaces at the ends of a text unless told not to, and folds several of them.
bool has_fragile_space(const std::string& text) {
    return !text.empty() && (text.front() == ' ' || text.back() == ' ' || text.find("  ") != std::string::npos);
}

/// Ordinary spaces instead of bound ones: they would be an invisible difference when a clerk searches or compares.
void write_piece(XmlWriter& xml, std::string_view piece) {
    const std::string text = text::unbind(piece);
    if (has_fragile_space(text))
        xml.element("w:t", {{"xml:space", "preserve"}}, text);
    else
        xml.element("w:t", {}, text);
}

void write_text(XmlWriter& xml, std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t end = std::min(text.find(flow::line_end, i), text.size());
        if (i > 0) xml.element("w:br");
        write_piece(xml, text.substr(i, end - i));
        i = end + flow::line_end.size();
    }
}

void write_style(XmlWriter& xml, const std::string& id) { xml.element("w:pStyle", {{"w:val", id}}); }

void write_indents(XmlWriter& xml, const Indents& indents) {
    xml.element("w:ind", {{"w:left", indents.left}, {"w:right", indents.right}});
}

void write_space_after(XmlWriter& xml, double own, double wanted) {
    if (wanted > own) xml.element("w:spacing", {{"w:after", twips(wanted)}});
}

} // namespace

void ContentWriter::write(XmlWriter& xml, const flow::Content& content, int width, const Surroundings& around) const {
    std::visit([&](const auto& each) { write(xml, each, width, around); }, content);
}

void ContentWriter::write(XmlWriter& xml, const flow::Paragraph& paragraph, int width,
                          const Surroundings& around) const {
    const flow::ParagraphStyle& style = style_of(paragraph);
    const Element element(xml, "w:p");
    {
        const Element properties(xml, "w:pPr");
        write_style(xml, style.name);
        if (around.keep_next && !style.keep_next) xml.element("w:keepNext");
        write_space_after(xml, style.space_after, around.space_after);
        if (style.boxed) write_indents(xml, box_indents(style, width));
        if (around.section != nullptr) write_section(xml, *around.section);
    }
    for (const flow::Run& run : paragraph.runs) write_run(xml, run, style);
}

void ContentWriter::write_run(XmlWriter& xml, const flow::Run& run, const flow::ParagraphStyle& style) const {
    const Element element(xml, "w:r");
    if (run.style != 0) {
        const flow::CharacterStyle& character = document_.character_styles[run.style - 1U];
        const Element properties(xml, "w:rPr");
        xml.element("w:rStyle", {{"w:val", character.name}});
        // Bold of a paragraph style and bold of a character style cancel out in Word (ISO/IEC 29500-1, 17.7.3).
        if (character.bold && style.bold) xml.element("w:b");
        if (character.italic && style.italic) xml.element("w:i");
    }
    write_text(xml, run.text);
}

void ContentWriter::write(XmlWriter& xml, const flow::Rule& rule, int width, const Surroundings& around) const {
    const Element element(xml, "w:p");
    const Element properties(xml, "w:pPr");
    write_style(xml, book_.of(rule));
    if (around.keep_next) xml.element("w:keepNext");
    write_space_after(xml, rule.space_after, around.space_after);
    const int room = width - twips(rule.length);
    const bool fills = room < static_cast<int>(twips_per_point); // but for rounding
    write_indents(xml, fills ? Indents{} : Indents{room / 2, room - room / 2});
    if (around.section != nullptr) write_section(xml, *around.section);
}

void ContentWriter::write_separator(XmlWriter& xml, const Surroundings& around) const {
    const Element element(xml, "w:p");
    const Element properties(xml, "w:pPr");
    write_style(xml, book_.separator());
    if (around.keep_next) xml.element("w:keepNext");
    write_space_after(xml, 0, around.space_after);
    if (around.section != nullptr) write_section(xml, *around.section);
}

} // namespace vanthu::write::docx
