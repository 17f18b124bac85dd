#include "forms/templates.h"

#include "forms/template_loader.h"

#include <algorithm>
#include <stdexcept>

namespace vanthu::forms {

std::string_view Node::attribute(std::string_view key) const {
    const auto found = attributes.find(key);
    return found == attributes.end() ? std::string_view() : std::string_view(found->second);
}

const Node* Node::child(std::string_view child_name) const {
    const auto found =
        std::find_if(children.begin(), children.end(), [&](const Node& node) { return node.name == child_name; });
    return found == children.end() ? nullptr : &*found;
}

Result<Templates> Templates::load(std::span<const Resource> built_in, std::span<const OfficeFile> office_files) {
    TemplateLoader loader(embedded(built_in, "templates/template.rng"));
    for (const Resource& resource : built_in) loader.add_built_in(resource);
    for (const OfficeFile& file : office_files) loader.add_office(file);
    return loader.finish();
}

const KindTemplate* Templates::kind(std::string_view name) const {
    const auto found = std::find_if(kinds.begin(), kinds.end(), [&](const KindTemplate& k) { return k.kind == name; });
    return found == kinds.end() ? nullptr : &*found;
}

std::uint16_t Templates::style(std::string_view name) const {
    for (std::size_t i = 0; i < styles.size(); ++i)
        if (styles[i].name == name) return static_cast<std::uint16_t>(i);
    throw std::logic_error("no style " + std::string(name));
}

flow::CharacterStyleIndex Templates::character_style(std::string_view name) const {
    for (std::size_t i = 0; i < character_styles.size(); ++i)
        if (character_styles[i].name == name) return static_cast<flow::CharacterStyleIndex>(i + 1);
    throw std::logic_error("no character style " + std::string(name));
}

void Templates::apply_office(model::Document& document) const {
    if (document.issuer.name.empty()) document.issuer = office.issuer;
    if (document.recipients.empty()) document.recipients = office.recipients;
}

} // namespace vanthu::forms
