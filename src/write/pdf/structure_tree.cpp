#include "write/pdf/structure_tree.h"

#include "write/pdf/list_numbering.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace vanthu::write {
namespace {

using pages::ElementIndex;
using pages::no_element;
using pages::Role;

constexpr std::size_t leaf_size = 64; ///< pages in a leaf of the parent tree

/// Lists threaded through arrays: a document may have hundreds of thousands of elements.
struct Links {
    std::vector<ElementIndex> first_child, next_sibling;
    std::vector<std::uint32_t> first_content, next_content, page_of_content;

    Links(const pages::Document& pages, const MarkedPages& marked)
        : first_child(pages.elements.size(), no_element), next_sibling(pages.elements.size(), no_element),
          first_content(pages.elements.size(), no_element), next_content(marked.elements.size(), no_element),
          page_of_content(marked.elements.size()) {
        for (ElementIndex i = static_cast<ElementIndex>(pages.elements.size()); i-- > 1;) {
            const ElementIndex parent = pages.elements[i].parent;
            next_sibling[i] = first_child[parent];
            first_child[parent] = i;
        }
        for (std::uint32_t page = 0; page + 1 < marked.begins.size(); ++page)
            for (std::size_t i = marked.begins[page]; i < marked.begins[page + 1]; ++i) page_of_content[i] = page;
        for (std::uint32_t i = static_cast<std::uint32_t>(marked.elements.size()); i-- > 0;) {
            next_content[i] = first_content[marked.elements[i]];
            first_content[marked.elements[i]] = i;
        }
    }
};

class TreeWriter {
  public:
    TreeWriter(const pages::Document& pages, const std::vector<std::string_view>& types, const MarkedPages& marked,
               ObjectSink& sink)
        : pages_(pages), types_(types), marked_(marked), sink_(sink), links_(pages, marked),
          numbering_(list_numbering(pages)), root_(sink.next()) {}

    void write() {
        const std::size_t parent_tree = number_of(0) + pages_.elements.size();
        sink_.add(fmt::format("<</Type/StructTreeRoot/K {} 0 R/ParentTree {} 0 R/ParentTreeNextKey {}>>", number_of(0),
                              parent_tree, pages_.pages.size()));
        for (ElementIndex i = 0; i < pages_.elements.size(); ++i) write_element(i);
        write_parent_tree();
    }

  private:
    ObjectNumber number_of(ElementIndex element) const { return root_ + 1 + element; }

    void write_element(ElementIndex index) {
        object_ = "<</S/";
        object_ += types_[index];
        object_ += "/P ";
        append_reference(object_, index == 0 ? root_ : number_of(pages_.elements[index].parent));
        write_attributes(index);
        write_kids(index);
        object_ += ">>";
        sink_.add(object_);
    }

    void write_attributes(ElementIndex index) {
        const pages::Element& element = pages_.elements[index];
        std::string attributes;
        if (element.role == Role::table_header) attributes += "/Scope/Column";
        if (element.role == Role::row_header) attributes += "/Scope/Row";
        if (element.column_span > 1) attributes += "/ColSpan " + std::to_string(element.column_span);
        if (element.role == Role::table) {
            if (table_ < pages_.titles.size() && !pages_.titles[table_].empty())
                attributes += "/Summary" + text_string(pages_.titles[table_]);
            ++table_;
        }
        if (!attributes.empty()) object_ += "/A<</O/Table" + attributes + ">>";
        if (element.role == Role::list) object_ += list_attributes(index);
    }

    std::string list_attributes(ElementIndex index) const {
        const auto found = numbering_.find(index);
        if (found == numbering_.end()) return {};
        return "/A<</O/List/ListNumbering/" + std::string(found->second) + ">>";
    }

    void write_kids(ElementIndex index) {
        const std::uint32_t content = links_.first_content[index];
        const ElementIndex child = links_.first_child[index];
        if (content == no_element && child == no_element) return;
        if (content != no_element) {
            object_ += "/Pg ";
            append_reference(object_, marked_.numbers[links_.page_of_content[content]]);
        }
        object_ += "/K[";
        write_contents(content);
        for (ElementIndex i = child; i != no_element; i = links_.next_sibling[i]) {
            append_reference(object_, number_of(i));
            object_ += ' ';
        }
        object_.back() = ']';
    }

    void write_contents(std::uint32_t first) {
        for (std::uint32_t i = first; i != no_element; i = links_.next_content[i]) {
            const std::uint32_t page = links_.page_of_content[i];
            const std::size_t id = i - marked_.begins[page];
            if (page == links_.page_of_content[first])
                append_integer(object_, id);
            else
                fmt::format_to(std::back_inserter(object_), "<</Type/MCR/Pg {} 0 R/MCID {}>>", marked_.numbers[page],
                               id);
            object_ += ' ';
        }
    }

    /// Root, its leaves, then the array of each page: its elements by MCID.
    void write_parent_tree() {
        const std::size_t page_count = pages_.pages.size();
        const std::size_t leaves = (page_count + leaf_size - 1) / leaf_size;
        const ObjectNumber first_leaf = sink_.next() + 1;
        object_ = "<</Kids[";
        for (std::size_t i = 0; i < leaves; ++i) {
            append_reference(object_, static_cast<ObjectNumber>(first_leaf + i));
            object_ += ' ';
        }
        sink_.add(object_ += "]>>");
        for (std::size_t i = 0; i < leaves; ++i)
            write_leaf(i * leaf_size, std::min((i + 1) * leaf_size, page_count),
                       static_cast<ObjectNumber>(first_leaf + leaves));
        for (std::size_t page = 0; page < page_count; ++page) {
            object_ = "[";
            for (std::size_t i = marked_.begins[page]; i < marked_.begins[page + 1]; ++i) {
                append_reference(object_, number_of(marked_.elements[i]));
                object_ += ' ';
            }
            sink_.add(object_ += ']');
        }
    }

    void write_leaf(std::size_t begin, std::size_t end, ObjectNumber first_array) {
        object_ = fmt::format("<</Limits[{} {}]/Nums[", begin, end - 1);
        for (std::size_t page = begin; page < end; ++page)
            fmt::format_to(std::back_inserter(object_), "{} {} 0 R ", page, first_array + page);
        sink_.add(object_ += "]>>");
    }

    const pages::Document& pages_;
    const std::vector<std::string_view>& types_;
    const MarkedPages& marked_;
    ObjectSink& sink_;
    const Links links_;
    const ListNumbering numbering_;
    const ObjectNumber root_;
    std::size_t table_ = 0;
    std::string object_;
};

} // namespace

void add_structure_tree(const pages::Document& pages, const std::vector<std::string_view>& types,
                        const MarkedPages& marked, ObjectSink& sink) {
    TreeWriter(pages, types, marked, sink).write();
}

} // namespace vanthu::write
