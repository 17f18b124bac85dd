#include "read/docx/properties.h"

#include "base/length.h"

#include <array>
#include <charconv>
#include <cmath>

namespace vanthu::read::docx {
namespace {

using ooxml::XmlElement;

constexpr int largest = 1'000'000;

template <class T> void replace(std::optional<T>& value, const std::optional<T>& over) {
    if (over) value = over;
}

void toggle_flag(std::optional<bool>& flag, const std::optional<bool>& style) {
    if (style) flag = flag.value_or(false) != *style;
}

std::optional<bool> flag(const XmlElement& properties, std::string_view name) {
    const XmlElement property = properties.child(name);
    return property ? std::optional(is_on(property)) : std::nullopt;
}

std::optional<flow::Align> alignment(std::string_view value) {
    using flow::Align;
    if (value == "left" || value == "start") return Align::left;
    if (value == "center") return Align::centre;
    if (value == "right" || value == "end") return Align::right;
    if (value == "both" || value == "distribute") return Align::justify;
    return std::nullopt;
}

std::optional<double> either(const XmlElement& element, std::string_view name, std::string_view newer) {
    const auto value = length(element.attribute(name));
    return value ? value : length(element.attribute(newer));
}

void read_indents(const XmlElement& indents, ParagraphProperties& result) {
    result.left = either(indents, "w:left", "w:start");
    result.right = either(indents, "w:right", "w:end");
    result.first = length(indents.attribute("w:firstLine"));
    if (const auto hanging = length(indents.attribute("w:hanging"))) result.first = -*hanging;
}

void read_spacing(const XmlElement& spacing, ParagraphProperties& result) {
    result.before = length(spacing.attribute("w:before"));
    result.after = length(spacing.attribute("w:after"));
    const std::string_view rule = spacing.attribute("w:lineRule");
    const auto line = whole_number(spacing.attribute("w:line"));
    if (line && *line > 0 && (rule.empty() || rule == "auto")) result.line = *line / 240.0;
}

} // namespace

void RunProperties::apply(const RunProperties& over) {
    replace(bold, over.bold);
    replace(italic, over.italic);
    replace(capitals, over.capitals);
    replace(hidden, over.hidden);
    replace(size, over.size);
    if (over.font != 0) font = over.font;
}

void RunProperties::toggle(const RunProperties& style) {
    toggle_flag(bold, style.bold);
    toggle_flag(italic, style.italic);
    toggle_flag(capitals, style.capitals);
    toggle_flag(hidden, style.hidden);
    replace(size, style.size);
    if (style.font != 0) font = style.font;
}

void ParagraphProperties::apply(const ParagraphProperties& over) {
    replace(align, over.align);
    replace(left, over.left);
    replace(right, over.right);
    replace(first, over.first);
    replace(before, over.before);
    replace(after, over.after);
    replace(line, over.line);
    replace(keep_next, over.keep_next);
    replace(keep_lines, over.keep_lines);
    replace(outline, over.outline);
    replace(list, over.list);
    replace(level, over.level);
}

bool is_on(const XmlElement& property) {
    const std::string_view value = property.attribute("w:val");
    return value != "0" && value != "false" && value != "off";
}

std::optional<int> whole_number(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end == text.data() || std::abs(value) > largest) return std::nullopt;
    return value;
}

std::optional<double> length(std::string_view text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || !(std::abs(value) <= largest)) return std::nullopt;
    struct Unit {
        std::string_view name;
        double points;
    };
    static constexpr std::array units = {Unit{"", 1 / twips_per_point},
                                         Unit{"pt", 1},
                                         Unit{"cm", 10 * points_per_mm},
                                         Unit{"mm", points_per_mm},
                                         Unit{"in", 72},
                                         Unit{"pc", 12},
                                         Unit{"pi", 12}};
    const std::string_view rest(end, static_cast<std::size_t>(text.data() + text.size() - end));
    for (const Unit& unit : units)
        if (rest == unit.name) return value * unit.points;
    return std::nullopt;
}

RunProperties read_run_properties(const XmlElement& properties, Fonts& fonts) {
    RunProperties result;
    if (!properties) return result;
    result.bold = flag(properties, "w:b");
    result.italic = flag(properties, "w:i");
    result.capitals = flag(properties, "w:caps");
    if (const auto small = flag(properties, "w:smallCaps"); small && !result.capitals.value_or(false))
        result.capitals = small;
    result.hidden = flag(properties, "w:vanish");
    if (const auto half_points = whole_number(properties.value("w:sz")); half_points && *half_points > 0)
        result.size = *half_points / 2.0;
    if (const XmlElement names = properties.child("w:rFonts")) {
        const std::string_view other = names.attribute("w:hAnsi");
        const std::string_view ascii = names.attribute("w:ascii");
        result.font = fonts.index(other.empty() ? ascii : other);
    }
    return result;
}

ParagraphProperties read_paragraph_properties(const XmlElement& properties) {
    ParagraphProperties result;
    if (!properties) return result;
    result.align = alignment(properties.value("w:jc"));
    if (const XmlElement indents = properties.child("w:ind")) read_indents(indents, result);
    if (const XmlElement spacing = properties.child("w:spacing")) read_spacing(spacing, result);
    result.keep_next = flag(properties, "w:keepNext");
    result.keep_lines = flag(properties, "w:keepLines");
    result.outline = whole_number(properties.value("w:outlineLvl"));
    if (const XmlElement numbering = properties.child("w:numPr")) {
        if (const XmlElement list = numbering.child("w:numId")) result.list = std::string(list.attribute("w:val"));
        result.level = whole_number(numbering.value("w:ilvl"));
    }
    return result;
}

} // namespace vanthu::read::docx
