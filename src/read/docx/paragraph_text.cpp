#include "read/docx/paragraph_text.h"

#include "read/docx/symbols.h"

#include <algorithm>
#include <charconv>
#include <unordered_map>

namespace vanthu::read::docx {
namespace {

using ooxml::XmlElement;

enum class Kind { other, run, container, simple_field, inserted, removed, alternatives, maths, maths_text };

Kind kind_of(std::string_view name) {
    static const std::unordered_map<std::string_view, Kind> kinds = {
        {"w:r", Kind::run},
        {"w:hyperlink", Kind::container},
        {"w:smartTag", Kind::container},
        {"w:customXml", Kind::container},
        {"w:sdt", Kind::container},
        {"w:sdtContent", Kind::container},
        {"w:dir", Kind::container},
        {"w:bdo", Kind::container},
        {"w:fldSimple", Kind::simple_field},
        {"w:ins", Kind::inserted},
        {"w:moveTo", Kind::inserted},
        {"w:del", Kind::removed},
        {"w:moveFrom", Kind::removed},
        {"mc:AlternateContent", Kind::alternatives},
        {"m:t", Kind::maths_text},
    };
    const auto found = kinds.find(name);
    if (found != kinds.end()) return found->second;
    return name.starts_with("m:") ? Kind::maths : Kind::other;
}

enum class Content {
    other,
    text,
    tab,
    line_break,
    hyphen,
    soft_hyphen,
    symbol,
    field_mark,
    instruction,
    drawing,
    alternatives,
    ruby
};

Content content_of(std::string_view name) {
    static const std::unordered_map<std::string_view, Content> contents = {
        {"w:t", Content::text},
        {"w:tab", Content::tab},
        {"w:ptab", Content::tab},
        {"w:br", Content::line_break},
        {"w:cr", Content::line_break},
        {"w:noBreakHyphen", Content::hyphen},
        {"w:softHyphen", Content::soft_hyphen},
        {"w:sym", Content::symbol},
        {"w:fldChar", Content::field_mark},
        {"w:instrText", Content::instruction},
        {"w:drawing", Content::drawing},
        {"w:pict", Content::drawing},
        {"w:object", Content::drawing},
        {"mc:AlternateContent", Content::alternatives},
        {"w:ruby", Content::ruby},
    };
    const auto found = contents.find(name);
    return found == contents.end() ? Content::other : found->second;
}

/// Page numbers are no text: they change with every layout.
bool is_page_number(std::string_view instruction) {
    const std::size_t begin = instruction.find_first_not_of(" \t\n\r");
    if (begin == std::string_view::npos) return false;
    instruction.remove_prefix(begin);
    const std::string_view name = instruction.substr(0, instruction.find_first_of(" \t\n\r\\"));
    return name == "PAGE" || name == "NUMPAGES" || name == "SECTIONPAGES" || name == "page" || name == "numpages";
}

char32_t hexadecimal(std::string_view text) {
    unsigned value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, 16);
    return error == std::errc() && end != text.data() && value <= 0xFFFF ? value : 0xFFFD;
}

/// Larger than a logo or a signature's picture: perhaps the page itself.
bool is_large(const XmlElement& drawing) {
    constexpr int emu_per_point = 12700;
    constexpr int large = 250; // points
    for (const XmlElement inner : drawing)
        for (const XmlElement extent : inner) {
            const std::string_view name = extent.name();
            if (!name.ends_with("extent")) continue;
            double width = 0;
            double height = 0;
            const std::string_view cx = extent.attribute("cx");
            const std::string_view cy = extent.attribute("cy");
            std::from_chars(cx.data(), cx.data() + cx.size(), width);
            std::from_chars(cy.data(), cy.data() + cy.size(), height);
            return width / emu_per_point > large && height / emu_per_point > large;
        }
    return false;
}

} // namespace

XmlElement chosen(const XmlElement& alternatives) {
    const XmlElement choice = alternatives.child("mc:Choice");
    return choice ? choice : alternatives.child("mc:Fallback");
}

void ParagraphText::read(const XmlElement& paragraph) {
    read_children(paragraph);
    // An instruction that never ends must not swallow the rest of the document.
    std::erase_if(reading_.fields, [](const Field& field) { return !field.in_result; });
}

void ParagraphText::read_children(const XmlElement& parent) {
    for (const XmlElement element : parent) read_element(element);
}

void ParagraphText::read_element(const XmlElement& element) {
    switch (kind_of(element.name())) {
    case Kind::run:
        return read_run(element);
    case Kind::inserted:
        ++reading_.changes;
        return read_children(element);
    case Kind::container:
    case Kind::maths:
        return read_children(element);
    case Kind::simple_field:
        return read_simple_field(element);
    case Kind::removed:
        ++reading_.changes;
        return;
    case Kind::alternatives:
        return read_children(chosen(element));
    case Kind::maths_text:
        return add(element.text(), look_);
    case Kind::other:
        return;
    }
}

void ParagraphText::read_run(const XmlElement& run) {
    RunProperties look = look_;
    if (const XmlElement properties = run.child("w:rPr")) {
        if (const Style* style = reading_.styles.find(StyleKind::character, properties.value("w:rStyle")))
            look.toggle(style->run);
        look.apply(read_run_properties(properties, reading_.fonts));
    }
    for (const XmlElement element : run) read_run_content(element, look);
}

void ParagraphText::read_run_content(const XmlElement& element, const RunProperties& look) {
    switch (content_of(element.name())) {
    case Content::text:
        return add(element.text(), look);
    case Content::tab:
        return add("\t", look);
    case Content::line_break: {
        const std::string_view type = element.attribute("w:type");
        return add(type.empty() || type == "textWrapping" ? flow::line_end : " ", look);
    }
    case Content::hyphen:
        return add("-", look);
    case Content::soft_hyphen:
        return add("\xC2\xAD", look); // a letter of TCVN3; elsewhere it goes with what nobody sees
    case Content::symbol:
        return add(symbol(hexadecimal(element.attribute("w:char")), element.attribute("w:font")), look);
    case Content::field_mark:
        return read_field_mark(element);
    case Content::instruction:
        if (!reading_.fields.empty() && !reading_.fields.back().in_result)
            reading_.fields.back().instruction += element.text();
        return;
    case Content::drawing:
        return read_drawing(element);
    case Content::alternatives:
        for (const XmlElement inner : chosen(element)) read_run_content(inner, look);
        return;
    case Content::ruby:
        return read_children(element.child("w:rubyBase"));
    case Content::other:
        return;
    }
}

void ParagraphText::read_field_mark(const XmlElement& mark) {
    constexpr std::size_t deepest = 20;
    std::vector<Field>& fields = reading_.fields;
    const std::string_view type = mark.attribute("w:fldCharType");
    if (type == "begin" && fields.size() < deepest) fields.emplace_back();
    if (type == "separate" && !fields.empty()) fields.back().in_result = true;
    if (type == "end" && !fields.empty()) fields.pop_back();
}

void ParagraphText::read_simple_field(const XmlElement& field) {
    if (!is_page_number(field.attribute("w:instr"))) read_children(field);
}

void ParagraphText::read_drawing(const XmlElement& drawing) {
    if (find_boxes(drawing)) return;
    if (drawing.is("w:object") || is_large(drawing)) ++reading_.objects;
}

bool ParagraphText::find_boxes(const XmlElement& element) {
    if (element.is("w:txbxContent")) {
        boxes.push_back(element);
        return true;
    }
    if (element.is("mc:AlternateContent")) return find_boxes(chosen(element));
    bool found = false;
    for (const XmlElement inner : element) found = find_boxes(inner) || found;
    return found;
}

bool ParagraphText::visible() const {
    return std::all_of(reading_.fields.begin(), reading_.fields.end(),
                       [](const Field& field) { return field.in_result && !is_page_number(field.instruction); });
}

Piece ParagraphText::piece(const RunProperties& look) {
    Piece piece;
    piece.bold = look.bold.value_or(false);
    piece.italic = look.italic.value_or(false);
    piece.capitals = look.capitals.value_or(false);
    piece.size = look.size.value_or(0);
    piece.font = look.font;
    return piece;
}

void ParagraphText::add(std::string_view text, const RunProperties& look) {
    if (text.empty() || look.hidden.value_or(false) || !visible()) return;
    reading_.fonts.saw(look.font, text);
    Piece piece = ParagraphText::piece(look);
    if (pieces.empty() || !pieces.back().same_look(piece)) pieces.push_back(std::move(piece));
    pieces.back().text += text;
}

} // namespace vanthu::read::docx
