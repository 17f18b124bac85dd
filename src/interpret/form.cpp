#include "interpret/form.h"

namespace vanthu::interpret {

Form::Form(const forms::KindTemplate& kind, const forms::Templates& templates) : kind_(&kind), templates_(&templates) {
    for (const forms::Node* part : {&kind.first_header, &kind.sheet, &kind.first_footer}) walk(*part);
}

void Form::walk(const forms::Node& node) {
    if (node.name == "paragraph") {
        std::string text;
        for (const forms::Node& child : node.children) text += child.text;
        slots_.push_back({std::string(node.attribute("style")), Pattern(text, kind_->wordings, templates_->wordings),
                          std::string(node.attribute("when"))});
        return;
    }
    for (const forms::Node& child : node.children) walk(child);
}

const Slot* Form::with_field(std::string_view field) const {
    for (const Slot& slot : slots_)
        if (slot.pattern.has_field(field)) return &slot;
    return nullptr;
}

Pattern Form::wording(std::string_view name) const {
    for (const forms::Wordings* wordings : {&kind_->wordings, &templates_->wordings})
        if (const auto found = wordings->find(name); found != wordings->end())
            return Pattern(found->second, kind_->wordings, templates_->wordings);
    return {};
}

std::vector<std::string> Form::choices(std::string_view field) const {
    std::vector<std::string> result;
    for (const Slot& slot : slots_) {
        const std::size_t equals = slot.when.find('=');
        if (equals != std::string::npos && std::string_view(slot.when).substr(0, equals) == field)
            result.push_back(slot.when.substr(equals + 1));
    }
    return result;
}

} // namespace vanthu::interpret
