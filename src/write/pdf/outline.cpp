#include "write/pdf/outline.h"

namespace vanthu::write {
namespace {

/// Relatives of an entry, as places in the list of nodes; 0, the root, stands for none.
struct Node {
    std::size_t parent = 0, previous = 0, next = 0, first = 0, last = 0;
    std::size_t descendants = 0;
    int level = 0;
};

/// nodes[0] is the root, nodes[i + 1] the entry i.
std::vector<Node> arrange(const std::vector<pages::OutlineEntry>& entries) {
    std::vector<Node> nodes(entries.size() + 1);
    std::size_t current = 0; // the latest entry: the next one is its child or stands beside one of its ancestors
    for (std::size_t i = 1; i < nodes.size(); ++i) {
        Node& node = nodes[i];
        node.level = entries[i - 1].level;
        while (current != 0 && nodes[current].level >= node.level) current = nodes[current].parent;
        node.parent = current;
        Node& parent = nodes[current];
        node.previous = parent.last;
        (parent.last == 0 ? parent.first : nodes[parent.last].next) = i;
        parent.last = i;
        current = i;
    }
    for (std::size_t i = nodes.size(); i-- > 1;) nodes[nodes[i].parent].descendants += nodes[i].descendants + 1;
    return nodes;
}

class OutlineWriter {
  public:
    OutlineWriter(const pages::Document& pages, const std::vector<ObjectNumber>& page_numbers, ObjectSink& sink)
        : pages_(pages), page_numbers_(page_numbers), sink_(sink), root_(sink.next()) {}

    void write() {
        const std::vector<Node> nodes = arrange(pages_.outline);
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            object_ = i == 0 ? "<</Type/Outlines" : "<</Title" + text_string(pages_.outline[i - 1].title);
            if (i != 0) {
                write_link("/Parent ", nodes[i].parent);
                write_destination(pages_.outline[i - 1]);
            }
            if (nodes[i].previous != 0) write_link("/Prev ", nodes[i].previous);
            if (nodes[i].next != 0) write_link("/Next ", nodes[i].next);
            if (nodes[i].first != 0) {
                write_link("/First ", nodes[i].first);
                write_link("/Last ", nodes[i].last);
                object_ += "/Count ";
                append_integer(object_, nodes[i].descendants);
            }
            sink_.add(object_ += ">>");
        }
    }

  private:
    void write_link(std::string_view key, std::size_t node) {
        object_ += key;
        append_reference(object_, static_cast<ObjectNumber>(root_ + node));
    }

    void write_destination(const pages::OutlineEntry& entry) {
        object_ += "/Dest[";
        append_reference(object_, page_numbers_[entry.page]);
        object_ += "/XYZ 0 ";
        append_hundredths(object_, to_hundredths(pages_.pages[entry.page].height - entry.y));
        object_ += " null]";
    }

    const pages::Document& pages_;
    const std::vector<ObjectNumber>& page_numbers_;
    ObjectSink& sink_;
    const ObjectNumber root_;
    std::string object_;
};

} // namespace

ObjectNumber outline_object_count(const pages::Document& pages) {
    return pages.outline.empty() ? 0 : static_cast<ObjectNumber>(pages.outline.size() + 1);
}

void add_outline(const pages::Document& pages, const std::vector<ObjectNumber>& page_numbers, ObjectSink& sink) {
    if (!pages.outline.empty()) OutlineWriter(pages, page_numbers, sink).write();
}

} // namespace vanthu::write
