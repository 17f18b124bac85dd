#include "ooxml/xml_tree.h"

namespace vanthu::ooxml {

std::string_view XmlElement::name() const { return tree_ ? tree_->nodes_[node_].name : std::string_view(); }

bool XmlElement::has(std::string_view attribute) const {
    if (!tree_) return false;
    const XmlTree::Node& node = tree_->nodes_[node_];
    for (std::uint32_t i = node.begin; i < node.end; ++i)
        if (tree_->attributes_[i].name == attribute) return true;
    return false;
}

std::string_view XmlElement::attribute(std::string_view wanted) const {
    if (!tree_) return {};
    const XmlTree::Node& node = tree_->nodes_[node_];
    for (std::uint32_t i = node.begin; i < node.end; ++i) {
        const XmlTree::Attribute& each = tree_->attributes_[i];
        if (each.name == wanted) return tree_->slice(each.begin, each.end);
    }
    return {};
}

XmlElement XmlElement::child(std::string_view wanted) const {
    for (const XmlElement each : *this)
        if (each.is(wanted)) return each;
    return {};
}

std::string_view XmlElement::value(std::string_view child_name) const { return child(child_name).attribute("w:val"); }

std::string XmlElement::text() const {
    std::string result;
    if (!tree_) return result;
    for (std::uint32_t i = tree_->nodes_[node_].first; i != XmlTree::none; i = tree_->nodes_[i].next) {
        const XmlTree::Node& node = tree_->nodes_[i];
        if (node.name.empty()) result += tree_->slice(node.begin, node.end);
    }
    return result;
}

XmlElement::Iterator& XmlElement::Iterator::operator++() {
    node_ = tree_->element_from(tree_->nodes_[node_].next);
    return *this;
}

XmlElement::Iterator XmlElement::begin() const {
    return {tree_, tree_ ? tree_->element_from(tree_->nodes_[node_].first) : XmlTree::none};
}

XmlElement::Iterator XmlElement::end() const { return {tree_, XmlTree::none}; }

void XmlTree::clear() {
    nodes_.clear();
    attributes_.clear();
    bytes_.clear();
    open_.clear();
}

std::uint32_t XmlTree::append(const Node& node) {
    const auto index = static_cast<std::uint32_t>(nodes_.size());
    if (!open_.empty()) {
        Node& parent = nodes_[open_.back()];
        if (parent.last == none)
            parent.first = index;
        else
            nodes_[parent.last].next = index;
        parent.last = index;
    }
    nodes_.push_back(node);
    return index;
}

void XmlTree::open(std::string_view name) {
    const auto at = static_cast<std::uint32_t>(attributes_.size());
    open_.push_back(append({name, none, none, none, at, at}));
}

void XmlTree::attribute(std::string_view name, std::string_view value) {
    const auto begin = static_cast<std::uint32_t>(bytes_.size());
    bytes_ += value;
    attributes_.push_back({name, begin, static_cast<std::uint32_t>(bytes_.size())});
    nodes_[open_.back()].end = static_cast<std::uint32_t>(attributes_.size());
}

void XmlTree::text(std::string_view text) {
    if (open_.empty() || text.empty()) return;
    const auto begin = static_cast<std::uint32_t>(bytes_.size());
    bytes_ += text;
    const auto end = static_cast<std::uint32_t>(bytes_.size());
    const std::uint32_t last = nodes_[open_.back()].last;
    if (last != none && nodes_[last].name.empty() && nodes_[last].end == begin)
        nodes_[last].end = end;
    else
        append({{}, none, none, none, begin, end});
}

void XmlTree::close() { open_.pop_back(); }

std::uint32_t XmlTree::element_from(std::uint32_t node) const {
    while (node != none && nodes_[node].name.empty()) node = nodes_[node].next;
    return node;
}

} // namespace vanthu::ooxml
