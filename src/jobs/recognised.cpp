#include "jobs/recognised.h"

#include "read/json/json_tree.h"
#include "read/json/json_values.h"

#include <optional>
#include <set>

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

void add_page(const JsonTree& tree, Node place, std::set<unsigned>& pages) {
    const std::optional<Node> page = tree.find(place, "page");
    const std::optional<double> number = page ? read::number_of(tree.nodes[*page].text()) : std::nullopt;
    if (number && *number >= 1 && *number <= 100000) pages.insert(static_cast<unsigned>(*number));
}

/// Of values of the document that reading trusts little.
void add_values(const JsonTree& tree, double least_trust, std::set<unsigned>& pages) {
    const std::optional<Node> provenance = tree.find(0, "provenance");
    if (!provenance) return;
    tree.each_member(*provenance, [&](Node, Node value) {
        const std::optional<Node> confidence = tree.find(value, "confidence");
        const std::optional<Node> places = tree.find(value, "places");
        if (!confidence || !places) return;
        const std::optional<double> trust = read::number_of(tree.nodes[*confidence].text());
        if (!trust || *trust >= least_trust) return;
        tree.each_element(*places, [&](Node place) { add_page(tree, place, pages); });
    });
}

} // namespace

write::Recognised recognised_in(const ReadResult& read, const forms::Templates& templates) {
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

std::vector<unsigned> doubtful_pages(const ReadResult& read, const Diagnostics& findings, double least_trust) {
    std::set<unsigned> pages;
    for (const Diagnostic& finding : findings)
        if (finding.severity != Severity::note && finding.place.page != 0) pages.insert(finding.place.page);
    const auto parsed = read::parse_json(read.content);
    if (const auto* tree = std::get_if<JsonTree>(&parsed)) add_values(*tree, least_trust, pages);
    for (const model::ReadTable& table : read.tables)
        if (table.trust < least_trust && !table.pages.empty()) pages.insert(table.pages.front());
    return {pages.begin(), pages.end()};
}

} // namespace vanthu::jobs
