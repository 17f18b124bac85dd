// The logical structure while it grows: parts, lists, tables. Private to paginate.
#pragma once

#include "flow/flow.h"
#include "pages/pages.h"

namespace vanthu::paginate {

/// The elements that the pieces of one paragraph belong to.
struct ParagraphElements {
    pages::ElementIndex label = pages::no_element; ///< of a list item
    pages::ElementIndex text = pages::no_element;
};

class ElementTree {
  public:
    explicit ElementTree(pages::Document& document) : document_(document) {
        add(pages::Role::document, pages::no_element);
    }

    void begin_part() {
        part_ = add(pages::Role::part, 0);
        list_ = pages::no_element;
    }

    /// Consecutive list items share a list.
    ParagraphElements paragraph(const flow::ParagraphStyle& style, bool has_label, flow::SourceIndex source) {
        const ParagraphElements elements = make_paragraph(style, has_label);
        for (const pages::ElementIndex element : {elements.label, elements.text})
            if (element != pages::no_element) set_source(element, source);
        return elements;
    }

    void set_source(pages::ElementIndex element, flow::SourceIndex source) {
        document_.elements[element].source = source;
    }

    pages::ElementIndex table(std::string title) {
        list_ = pages::no_element;
        document_.titles.push_back(std::move(title));
        return add(pages::Role::table, part_);
    }

    pages::ElementIndex add(pages::Role role, pages::ElementIndex parent, std::uint16_t column_span = 1) {
        document_.elements.push_back({role, column_span, parent});
        return static_cast<pages::ElementIndex>(document_.elements.size() - 1);
    }

  private:
    ParagraphElements make_paragraph(const flow::ParagraphStyle& style, bool has_label) {
        if (style.tag != flow::Tag::list_item) {
            list_ = pages::no_element;
            return {pages::no_element, add(role_of(style.tag), part_)};
        }
        if (list_ == pages::no_element) list_ = add(pages::Role::list, part_);
        const pages::ElementIndex item = add(pages::Role::list_item, list_);
        ParagraphElements elements;
        if (has_label) elements.label = add(pages::Role::label, item);
        elements.text = add(pages::Role::list_body, item);
        return elements;
    }

    static pages::Role role_of(flow::Tag tag) {
        switch (tag) {
        case flow::Tag::title:
            return pages::Role::title;
        case flow::Tag::heading1:
            return pages::Role::heading1;
        case flow::Tag::heading2:
            return pages::Role::heading2;
        case flow::Tag::heading3:
            return pages::Role::heading3;
        case flow::Tag::paragraph:
        case flow::Tag::list_item:
        case flow::Tag::furniture:
            break;
        }
        return pages::Role::paragraph;
    }

    pages::Document& document_;
    pages::ElementIndex part_ = 0;
    pages::ElementIndex list_ = pages::no_element;
};

} // namespace vanthu::paginate
