#include "write/docx/styles_part.h"

#include "write/docx/box.h"
#include "write/docx/names.h"
#include "write/docx/units.h"

#include <algorithm>

namespace vanthu::write::docx {
namespace {

using ooxml::Element;
using ooxml::XmlWriter;

constexpr const char* stamp_red = "FF0000";

std::string language_tag(const std::string& language) {
    // Word knows languages with their country only.
    return language.empty() || language == "vi" ? "vi-VN" : language;
}

void on(XmlWriter& xml, const char* name, bool wanted) {
    if (wanted) xml.element(name);
}

void write_face(XmlWriter& xml, bool bold, bool italic) {
    on(xml, "w:b", bold);
    on(xml, "w:bCs", bold);
    on(xml, "w:i", italic);
    on(xml, "w:iCs", italic);
}

void write_size(XmlWriter& xml, double size) {
    xml.element("w:sz", {{"w:val", half_points(size)}});
    xml.element("w:szCs", {{"w:val", half_points(size)}});
}

void write_defaults(XmlWriter& xml, const flow::Document& document) {
    const Element defaults(xml, "w:docDefaults");
    {
        const Element holder(xml, "w:rPrDefault");
        const Element properties(xml, "w:rPr");
        const std::string& font = document.font_name;
        xml.element("w:rFonts", {{"w:ascii", font}, {"w:hAnsi", font}, {"w:eastAsia", font}, {"w:cs", font}});
        write_size(xml, flow::ParagraphStyle{}.size);
        const std::string language = language_tag(document.info.language);
        xml.element("w:lang", {{"w:val", language}, {"w:eastAsia", language}, {"w:bidi", language}});
    }
    const Element holder(xml, "w:pPrDefault");
    const Element properties(xml, "w:pPr");
    xml.element("w:widowControl");
    xml.element("w:spacing", {{"w:before", 0}, {"w:after", 0}, {"w:line", line_240ths(1)}, {"w:lineRule", "auto"}});
}

/// As Word shows it. A comma would begin another name of the same style.
std::string shown_name(const std::string& id, std::string title) {
    title.erase(std::remove(title.begin(), title.end(), ','), title.end());
    return title.empty() ? id : title;
}

/// Opens w:style up to its name; the caller closes it.
void open_style(XmlWriter& xml, const char* type, const std::string& id, const std::string& title,
                const std::string& base = {}) {
    xml.open("w:style", {{"w:type", type}, {"w:customStyle", "1"}, {"w:styleId", id}});
    xml.element("w:name", {{"w:val", shown_name(id, title)}});
    if (!base.empty()) xml.element("w:basedOn", {{"w:val", base}});
}

const char* justification(flow::Align align) {
    switch (align) {
    case flow::Align::left:
        return "left";
    case flow::Align::centre:
        return "center";
    case flow::Align::right:
        return "right";
    case flow::Align::justify:
        break;
    }
    return "both";
}

void write_borders(XmlWriter& xml, const flow::ParagraphStyle& style) {
    const Element borders(xml, "w:pBdr");
    const BoxSpace space = box_space(style);
    const auto side = [&](const char* name, int distance) {
        xml.element(name, {{"w:val", "single"},
                           {"w:sz", eighths(box_thickness)},
                           {"w:space", distance},
                           {"w:color", style.red ? stamp_red : "auto"}});
    };
    side("w:top", space.above);
    side("w:left", box_side_space);
    side("w:bottom", space.below);
    side("w:right", box_side_space);
}

void write_indents(XmlWriter& xml, const flow::ParagraphStyle& style) {
    if (style.boxed || (style.left_indent == 0 && style.right_indent == 0 && style.first_indent == 0)) return;
    xml.open("w:ind", {{"w:left", twips(style.left_indent)}, {"w:right", twips(style.right_indent)}});
    if (style.first_indent > 0) xml.attribute({"w:firstLine", twips(style.first_indent)});
    if (style.first_indent < 0) xml.attribute({"w:hanging", twips(-style.first_indent)});
    xml.close();
}

int outline_level(const flow::ParagraphStyle& style) {
    if (style.outline_level > 0) return style.outline_level;
    switch (style.tag) {
    case flow::Tag::heading1:
        return 1;
    case flow::Tag::heading2:
        return 2;
    case flow::Tag::heading3:
        return 3;
    case flow::Tag::title:
    case flow::Tag::list_item:
    case flow::Tag::furniture:
    case flow::Tag::paragraph:
        break;
    }
    return 0;
}

void write_paragraph_properties(XmlWriter& xml, const flow::ParagraphStyle& style) {
    const Element properties(xml, "w:pPr");
    on(xml, "w:keepNext", style.keep_next);
    on(xml, "w:keepLines", style.keep_lines);
    if (style.boxed) write_borders(xml, style);
    xml.element("w:spacing", {{"w:before", twips(style.space_before)},
                              {"w:after", twips(style.space_after)},
                              {"w:line", line_240ths(style.line_spacing)},
                              {"w:lineRule", "auto"}});
    write_indents(xml, style);
    xml.element("w:jc", {{"w:val", style.boxed ? "center" : justification(style.align)}});
    if (const int level = outline_level(style); level > 0) xml.element("w:outlineLvl", {{"w:val", level - 1}});
}

void write_paragraph_style(XmlWriter& xml, const flow::ParagraphStyle& style, const StyleBook& book) {
    open_style(xml, "paragraph", style.name, style.title, book.base());
    xml.element("w:qFormat");
    write_paragraph_properties(xml, style);
    {
        const Element properties(xml, "w:rPr");
        write_face(xml, style.bold, style.italic);
        if (style.red) xml.element("w:color", {{"w:val", stamp_red}});
        write_size(xml, style.size);
    }
    xml.close();
}

void write_character_style(XmlWriter& xml, const flow::CharacterStyle& style) {
    open_style(xml, "character", style.name, style.title);
    xml.element("w:qFormat");
    {
        const Element properties(xml, "w:rPr");
        write_face(xml, style.bold, style.italic);
    }
    xml.close();
}

/// The line of text that every Word paragraph has, made as low as Word allows.
void write_lowest_line(XmlWriter& xml, int before, int after) {
    xml.element("w:spacing",
                {{"w:before", before}, {"w:after", after}, {"w:line", lowest_line}, {"w:lineRule", "exact"}});
}

void write_lowest_size(XmlWriter& xml) {
    const Element properties(xml, "w:rPr");
    write_size(xml, 1);
}

void write_rule_style(XmlWriter& xml, const RuleStyle& style, const StyleBook& book) {
    open_style(xml, "paragraph", style.id, "", book.base());
    {
        const Element properties(xml, "w:pPr");
        {
            const Element borders(xml, "w:pBdr");
            xml.element(
                "w:top",
                {{"w:val", "single"}, {"w:sz", eighths(style.rule.thickness)}, {"w:space", 0}, {"w:color", "auto"}});
        }
        write_lowest_line(xml, twips(style.rule.space_before),
                          std::max(0, twips(style.rule.space_after) - lowest_line));
    }
    write_lowest_size(xml);
    xml.close();
}

void write_separator_style(XmlWriter& xml, const StyleBook& book) {
    open_style(xml, "paragraph", book.separator(), "", book.base());
    {
        const Element properties(xml, "w:pPr");
        write_lowest_line(xml, 0, 0);
    }
    write_lowest_size(xml);
    xml.close();
}

void write_number_style(XmlWriter& xml, const NumberStyle& style, const StyleBook& book) {
    open_style(xml, "paragraph", style.id, "", book.base());
    {
        const Element properties(xml, "w:pPr");
        xml.element("w:jc", {{"w:val", "center"}});
    }
    {
        const Element properties(xml, "w:rPr");
        write_size(xml, style.size);
    }
    xml.close();
}

void write_table_borders(XmlWriter& xml, double thickness) {
    if (thickness <= 0) return;
    const Element borders(xml, "w:tblBorders");
    for (const char* side : {"w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"})
        xml.element(side, {{"w:val", "single"}, {"w:sz", eighths(thickness)}, {"w:space", 0}, {"w:color", "auto"}});
}

void write_table_style(XmlWriter& xml, const TableStyle& style) {
    open_style(xml, "table", style.id, "");
    {
        const Element properties(xml, "w:tblPr");
        xml.element("w:tblInd", {{"w:w", 0}, {"w:type", "dxa"}});
        write_table_borders(xml, style.border);
        const Element margins(xml, "w:tblCellMar");
        xml.element("w:top", {{"w:w", twips(style.padding_vertical)}, {"w:type", "dxa"}});
        xml.element("w:left", {{"w:w", twips(style.padding)}, {"w:type", "dxa"}});
        xml.element("w:bottom", {{"w:w", twips(style.padding_vertical)}, {"w:type", "dxa"}});
        xml.element("w:right", {{"w:w", twips(style.padding)}, {"w:type", "dxa"}});
    }
    xml.close();
}

void write_base_style(XmlWriter& xml, const std::string& id) {
    const Element style(xml, "w:style", {{"w:type", "paragraph"}, {"w:default", "1"}, {"w:styleId", id}});
    xml.element("w:name", {{"w:val", id}});
    xml.element("w:qFormat");
}

} // namespace

void write_styles(XmlWriter& xml, const flow::Document& document, const StyleBook& book) {
    xml.declaration();
    const Element root(xml, "w:styles", {{"xmlns:w", ns_word}});
    write_defaults(xml, document);
    write_base_style(xml, book.base());
    for (const flow::ParagraphStyle& style : document.styles) write_paragraph_style(xml, style, book);
    for (const RuleStyle& style : book.rules()) write_rule_style(xml, style, book);
    write_separator_style(xml, book);
    for (const NumberStyle& style : book.numbers()) write_number_style(xml, style, book);
    for (const flow::CharacterStyle& style : document.character_styles) write_character_style(xml, style);
    for (const TableStyle& style : book.tables()) write_table_style(xml, style);
}

} // namespace vanthu::write::docx
