#include "read/json/model_builder.h"

#include "model/names.h"
#include "read/json/json_values.h"

#include <utility>

namespace vanthu::read {
namespace {

class Builder {
  public:
    using Node = std::uint32_t;

    explicit Builder(const JsonTree& tree) : tree_(tree) {}

    model::Document document(Node node) const {
        model::Document result;
        tree_.each_member(
            node, [&](std::uint32_t name, std::uint32_t value) { field(result, tree_.nodes[name].text(), value); });
        return result;
    }

  private:
    void field(model::Document& document, std::string_view name, Node value) const {
        if (name == "kind")
            document.kind = text(value);
        else if (name == "type")
            document.type = text(value);
        else if (name == "issuer")
            document.issuer = {text_of(value, "parent"), text_of(value, "name")};
        else if (name == "number")
            document.number = text(value);
        else if (name == "symbol")
            document.symbol = text(value);
        else if (name == "place")
            document.place = text(value);
        else if (name == "date")
            document.date = date_of(tree_.nodes[value].text());
        else if (name == "subject")
            document.subject = text(value);
        else if (name == "authority")
            document.authority = text(value);
        else if (name == "addressees")
            document.addressees = texts(value);
        else if (name == "legal_bases")
            document.legal_bases = texts(value);
        else if (name == "enactment")
            document.enactment = text(value);
        else if (name == "articles")
            document.articles = list(value, &Builder::article);
        else if (name == "sections")
            document.sections = list(value, &Builder::section);
        else if (name == "signature")
            document.signature = {texts_of(value, "authority"), text_of(value, "name")};
        else if (name == "recipients")
            document.recipients = texts(value);
        else if (name == "attachments")
            document.attachments = list(value, &Builder::attachment);
        else if (name == "marks")
            document.marks = {text_of(value, "urgency"), text_of(value, "circulation")};
        else if (name == "drafter_mark")
            document.drafter_mark = text(value);
        else if (name == "contact")
            document.contact = text(value);
    }

    /// null is an absent text.
    std::string text(Node node) const {
        return tree_.nodes[node].type == JsonType::string ? std::string(tree_.nodes[node].text()) : std::string();
    }

    std::string text_of(Node object, std::string_view name) const {
        const auto value = tree_.find(object, name);
        return value ? text(*value) : std::string();
    }

    template <class T> std::vector<T> list(Node array, T (Builder::*make)(Node) const) const {
        std::vector<T> result;
        result.reserve(tree_.nodes[array].size);
        tree_.each_element(array, [&](Node element) { result.push_back((this->*make)(element)); });
        return result;
    }
    template <class T>
    std::vector<T> list_of(Node object, std::string_view name, T (Builder::*make)(Node) const) const {
        const auto value = tree_.find(object, name);
        return value ? list(*value, make) : std::vector<T>();
    }

    std::vector<std::string> texts(Node array) const { return list(array, &Builder::text); }
    std::vector<std::string> texts_of(Node object, std::string_view name) const {
        return list_of(object, name, &Builder::text);
    }

    model::Article article(Node node) const {
        return {text_of(node, "number"), texts_of(node, "paragraphs"), texts_of(node, "headings")};
    }

    model::Item item(Node node) const {
        return {text_of(node, "label"), text_of(node, "text"), list_of(node, "items", &Builder::item)};
    }

    model::Section section(Node node) const {
        return {text_of(node, "label"), text_of(node, "title"), list_of(node, "items", &Builder::item)};
    }

    model::Attachment attachment(Node node) const {
        const std::string kind = text_of(node, "kind");
        if (kind == model::appendix_name) return appendix(node);
        return model::AttachedText{*model::text_kind_of(kind), text_of(node, "title"), text_of(node, "subject"),
                                   text_of(node, "reference"), list_of(node, "sections", &Builder::section)};
    }

    model::Appendix appendix(Node node) const {
        model::Appendix result{text_of(node, "label"), text_of(node, "title"), text_of(node, "reference"),
                               list_of(node, "sections", &Builder::section), std::nullopt};
        if (const auto value = tree_.find(node, "table"))
            result.table = {list_of(*value, "columns", &Builder::column), list_of(*value, "rows", &Builder::row)};
        return result;
    }

    model::Column column(Node node) const {
        model::Column result{text_of(node, "title"), *model::column_role_of(text_of(node, "role")), std::nullopt};
        if (const auto width = tree_.find(node, "width")) result.width = number_of(tree_.nodes[*width].text());
        return result;
    }

    model::Row row(Node node) const {
        const bool section = text_of(node, "kind") == model::section_row_name;
        return {section ? model::RowKind::section : model::RowKind::task, text_of(node, "label"), text_of(node, "text"),
                texts_of(node, "cells")};
    }

    const JsonTree& tree_;
};

} // namespace

model::Document build_document(const JsonTree& tree) { return Builder(tree).document(0); }

} // namespace vanthu::read
