#include "read/docx/style_sheet.h"

#include <utility>

namespace vanthu::read::docx {
namespace {

using ooxml::XmlElement;

constexpr int longest_chain = 30;

std::optional<StyleKind> kind_of(std::string_view type) {
    if (type == "paragraph" || type.empty()) return StyleKind::paragraph;
    if (type == "character") return StyleKind::character;
    if (type == "table") return StyleKind::table;
    if (type == "numbering") return StyleKind::numbering;
    return std::nullopt;
}

bool is_default(const XmlElement& element) {
    const std::string_view value = element.attribute("w:default");
    return value == "1" || value == "true" || value == "on";
}

Style read_style(const XmlElement& element, StyleKind kind, Fonts& fonts) {
    Style style;
    style.kind = kind;
    style.id = element.attribute("w:styleId");
    style.name = element.value("w:name");
    style.base = element.value("w:basedOn");
    style.is_default = is_default(element);
    style.run = read_run_properties(element.child("w:rPr"), fonts);
    style.paragraph = read_paragraph_properties(element.child("w:pPr"));
    if (kind != StyleKind::table) return style;
    style.borders = read_borders(element.child("w:tblPr").child("w:tblBorders"));
    for (const XmlElement part : element) {
        if (!part.is("w:tblStylePr") || part.attribute("w:type") != "firstRow") continue;
        style.first_row_run = read_run_properties(part.child("w:rPr"), fonts);
        style.first_row_paragraph = read_paragraph_properties(part.child("w:pPr"));
    }
    return style;
}

/// What `base` says and the style does not.
void put_under(Style& style, const Style& base) {
    Style result = base;
    result.run.apply(style.run);
    result.paragraph.apply(style.paragraph);
    result.borders.apply(style.borders);
    result.first_row_run.apply(style.first_row_run);
    result.first_row_paragraph.apply(style.first_row_paragraph);
    style.run = result.run;
    style.paragraph = result.paragraph;
    style.borders = result.borders;
    style.first_row_run = result.first_row_run;
    style.first_row_paragraph = result.first_row_paragraph;
}

} // namespace

class StyleSheet::Visitor : public ooxml::XmlVisitor {
  public:
    Visitor(StyleSheet& sheet, Fonts& fonts) : sheet_(sheet), fonts_(fonts) {}

    bool enter(const XmlElement& element) override { return element.is("w:styles"); }
    void leave(std::string_view) override {}

    void take(const XmlElement& element) override {
        if (element.is("w:docDefaults")) {
            sheet_.default_run = read_run_properties(element.child("w:rPrDefault").child("w:rPr"), fonts_);
            sheet_.default_paragraph = read_paragraph_properties(element.child("w:pPrDefault").child("w:pPr"));
        }
        if (!element.is("w:style")) return;
        const auto kind = kind_of(element.attribute("w:type"));
        if (!kind) return;
        Style style = read_style(element, *kind, fonts_);
        const std::string id = key(*kind, style.id);
        if (*kind == StyleKind::paragraph && style.is_default && sheet_.default_paragraph_style_.empty())
            sheet_.default_paragraph_style_ = id;
        sheet_.styles_.try_emplace(id, Entry{std::move(style), false});
    }

  private:
    StyleSheet& sheet_;
    Fonts& fonts_;
};

std::string StyleSheet::key(StyleKind kind, std::string_view id) {
    return std::string(1, static_cast<char>('0' + static_cast<int>(kind))).append(id);
}

std::optional<Diagnostic> StyleSheet::read(ooxml::PackageReader& package, const std::string& part, Fonts& fonts) {
    Visitor visitor(*this, fonts);
    if (auto problem = package.read_xml(part, visitor)) return problem;
    for (const auto& [id, entry] : styles_) resolve(id, 0);
    return std::nullopt;
}

void StyleSheet::resolve(const std::string& id, int depth) {
    Entry& entry = styles_.at(id);
    if (std::exchange(entry.resolved, true) || entry.style.base.empty() || depth == longest_chain) return;
    const std::string base = key(entry.style.kind, entry.style.base);
    if (base == id || styles_.find(base) == styles_.end()) return;
    resolve(base, depth + 1);
    put_under(entry.style, styles_.at(base).style);
}

const Style* StyleSheet::find(StyleKind kind, std::string_view id) const {
    if (id.empty()) return nullptr;
    const auto found = styles_.find(key(kind, id));
    return found == styles_.end() ? nullptr : &found->second.style;
}

const Style* StyleSheet::paragraph_style(std::string_view id) const {
    if (const Style* style = find(StyleKind::paragraph, id)) return style;
    const auto found = styles_.find(default_paragraph_style_);
    return found == styles_.end() ? nullptr : &found->second.style;
}

} // namespace vanthu::read::docx
