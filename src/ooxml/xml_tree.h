// A piece of XML in memory: one paragraph, one row of a table, one small part. Kept in three flat arrays that are used
// again for the next piece, so that reading 20,000 rows takes no more memory than reading one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace vanthu::ooxml {

class XmlTree;

/// An element of a tree, or none. Lives no longer than the tree stays as it is.
class XmlElement {
  public:
    XmlElement() = default;
    XmlElement(const XmlTree& tree, std::uint32_t node) : tree_(&tree), node_(node) {}

    explicit operator bool() const { return tree_ != nullptr; }

    /// With the usual prefix of its namespace, whatever prefix the file uses: "w:p", "mc:Choice". Elements of other
    /// namespaces: "{uri}local".
    std::string_view name() const;
    bool is(std::string_view wanted) const { return name() == wanted; }

    bool has(std::string_view attribute) const;
    std::string_view attribute(std::string_view name) const; ///< empty where it is missing

    XmlElement child(std::string_view name) const; ///< the first of that name

    /// The value of attribute `w:val` of the child; empty where there is none.
    std::string_view value(std::string_view child_name) const;

    std::string text() const; ///< of the element itself, without that of its children

    class Iterator {
      public:
        Iterator(const XmlTree* tree, std::uint32_t node) : tree_(tree), node_(node) {}
        XmlElement operator*() const { return {*tree_, node_}; }
        Iterator& operator++();
        bool operator!=(const Iterator& other) const { return node_ != other.node_; }

      private:
        const XmlTree* tree_;
        std::uint32_t node_;
    };

    /// Child elements.
    Iterator begin() const;
    Iterator end() const;

  private:
    const XmlTree* tree_ = nullptr;
    std::uint32_t node_ = 0;
};

class XmlTree {
  public:
    static constexpr std::uint32_t none = 0xFFFFFFFF;

    void clear();
    bool empty() const { return nodes_.empty(); }
    std::size_t size() const { return nodes_.size(); }
    std::size_t depth() const { return open_.size(); } ///< elements that are open
    XmlElement root() const { return {*this, 0}; }

    /// `name` must outlive the tree.
    void open(std::string_view name);
    void attribute(std::string_view name, std::string_view value); ///< of the element just opened
    void text(std::string_view text);
    void close();

  private:
    friend class XmlElement;
    struct Node {
        std::string_view name; ///< empty: text
        std::uint32_t next = none, first = none, last = none;
        std::uint32_t begin = 0, end = 0; ///< element: attributes; text: bytes
    };
    struct Attribute {
        std::string_view name;
        std::uint32_t begin = 0, end = 0;
    };

    std::uint32_t append(const Node& node);
    std::string_view slice(std::uint32_t begin, std::uint32_t end) const {
        return std::string_view(bytes_).substr(begin, end - begin);
    }
    std::uint32_t element_from(std::uint32_t node) const; ///< the node or the next sibling that is an element

    std::vector<Node> nodes_;
    std::vector<Attribute> attributes_;
    std::string bytes_;
    std::vector<std::uint32_t> open_;
};

} // namespace vanthu::ooxml
