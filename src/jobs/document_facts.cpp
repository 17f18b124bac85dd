#include "jobs/document_facts.h"

#include "read/json/json_tree.h"

#include <optional>

namespace vanthu::jobs {
namespace {

using read::JsonTree;
using Node = std::uint32_t;

std::string text_of(const JsonTree& tree, Node object, std::string_view name) {
    const std::optional<Node> found = tree.find(object, name);
    return found ? std::string(tree.nodes[*found].text()) : std::string();
}

/// Type of the document in words: as printed, or the title of its template.
std::string type_of(const JsonTree& tree, const forms::Templates& templates) {
    std::string type = text_of(tree, 0, "type");
    if (!type.empty()) return type;
    const std::string kind = text_of(tree, 0, "kind");
    const forms::KindTemplate* known = templates.kind(kind);
    return known != nullptr && !known->title.empty() ? known->title : kind;
}

} // namespace

write::Recognised facts_of(const ReadResult& read, const forms::Templates& templates) {
    write::Recognised found;
    found.tables = static_cast<unsigned>(read.tables.size());
    for (const model::ReadTable& table : read.tables) found.tasks += static_cast<unsigned>(table.tasks.size());
    found.pages = read.pages;
    found.trust = read.trust;
    const auto parsed = read::parse_json(read.content);
    const auto* tree = std::get_if<JsonTree>(&parsed);
    if (tree == nullptr) return found;
    found.type = type_of(*tree, templates);
    found.number = text_of(*tree, 0, "number");
    found.symbol = text_of(*tree, 0, "symbol");
    found.date = text_of(*tree, 0, "date");
    found.subject = text_of(*tree, 0, "subject");
    if (const std::optional<Node> issuer = tree->find(0, "issuer")) found.issuer = text_of(*tree, *issuer, "name");
    return found;
}

} // namespace vanthu::jobs
