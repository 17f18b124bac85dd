#include "forms/template_values.h"

#include "base/length.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace vanthu::forms {
namespace {

flow::Align align(std::string_view value) {
    if (value == "centre") return flow::Align::centre;
    if (value == "right") return flow::Align::right;
    return value == "justify" ? flow::Align::justify : flow::Align::left;
}

flow::Tag tag(std::string_view value) {
    constexpr std::array<std::pair<std::string_view, flow::Tag>, 5> names{{{"title", flow::Tag::title},
                                                                           {"heading1", flow::Tag::heading1},
                                                                           {"heading2", flow::Tag::heading2},
                                                                           {"heading3", flow::Tag::heading3},
                                                                           {"list-item", flow::Tag::list_item}}};
    for (const auto& [name, result] : names)
        if (name == value) return result;
    return flow::Tag::paragraph;
}

double optional_length(const Node& node, std::string_view key) {
    const std::string_view value = node.attribute(key);
    return value.empty() ? 0 : length(value);
}

} // namespace

double number(std::string_view value) {
    value.remove_prefix(std::min(value.find_first_not_of(" \t\r\n"), value.size()));
    double result = 0;
    std::from_chars(value.data(), value.data() + value.size(), result);
    return result;
}

double length(std::string_view value) {
    return value.ends_with("mm") ? mm(number(value.substr(0, value.size() - 2)))
                                 : number(value.substr(0, value.size() - 2));
}

std::pair<double, double> range(std::string_view value) {
    const std::size_t space = value.find(' ');
    return {length(value.substr(0, space)), length(value.substr(space + 1))};
}

flow::ParagraphStyle paragraph_style(const Node& node) {
    flow::ParagraphStyle style;
    style.name = node.attribute("name");
    style.title = node.attribute("title");
    style.size = length(node.attribute("size"));
    style.bold = node.attribute("bold") == "true";
    style.italic = node.attribute("italic") == "true";
    style.red = node.attribute("red") == "true";
    style.align = align(node.attribute("align"));
    style.first_indent = optional_length(node, "indent");
    style.space_before = optional_length(node, "before");
    style.space_after = optional_length(node, "after");
    if (!node.attribute("line").empty()) style.line_spacing = number(node.attribute("line"));
    style.keep_next = node.attribute("keep-next") == "true";
    style.keep_lines = node.attribute("keep-lines") == "true";
    style.boxed = !node.attribute("box-width").empty();
    style.box_width = optional_length(node, "box-width");
    style.box_height = optional_length(node, "box-height");
    style.tag = tag(node.attribute("tag"));
    style.outline_level = static_cast<std::uint8_t>(number(node.attribute("outline")));
    return style;
}

flow::CharacterStyle character_style(const Node& node) {
    return {std::string(node.attribute("name")), std::string(node.attribute("title")), node.attribute("bold") == "true",
            node.attribute("italic") == "true"};
}

flow::PageSetup page_setup(const Node& node) {
    return {length(node.attribute("width")),       length(node.attribute("height")),
            length(node.attribute("top")),         length(node.attribute("bottom")),
            length(node.attribute("left")),        length(node.attribute("right")),
            length(node.attribute("number-size")), length(node.attribute("number-distance"))};
}

RuleStyle rule_style(const Node& node) {
    return {number(node.attribute("part")), length(node.attribute("before")), length(node.attribute("after")),
            length(node.attribute("thickness"))};
}

} // namespace vanthu::forms
