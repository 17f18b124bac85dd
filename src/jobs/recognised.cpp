#include "jobs/recognised.h"

<<<<<<< HEAD
#include <algorithm>
#include <utility>
=======
#include "read/json/json_tree.h"
#include "read/json/json_values.h"

#include <optional>
#include <set>
>>>>>>> main

namespace vanthu::jobs {
namespace {

<<<<<<< HEAD
using pages::Box;
using pages::SeenPage;
using pages::Word;

double area(const Box& box) { return std::max(0.0, box.x2 - box.x1) * std::max(0.0, box.y2 - box.y1); }

Box common(const Box& a, const Box& b) {
    return {std::max(a.x1, b.x1), std::max(a.y1, b.y1), std::min(a.x2, b.x2), std::min(a.y2, b.y2)};
}

/// Words of the file are certain, recognised ones are not.
void merge(std::vector<Word> own, SeenPage& page) {
    constexpr double same_place = 0.5;
    std::erase_if(page.words, [&own](const Word& word) {
        return std::ranges::any_of(own, [&word](const Word& certain) {
            return area(common(word.box, certain.box)) > same_place * std::min(area(word.box), area(certain.box));
        });
    });
    std::ranges::move(own, std::back_inserter(page.words));
}

float mean_trust(const std::vector<Word>& words) {
    if (words.empty()) return 1;
    double sum = 0;
    for (const Word& word : words) sum += static_cast<double>(word.trust);
    return static_cast<float>(sum / static_cast<double>(words.size()));
}

void put(SeenPage recognised, std::uint16_t font, SeenPage& page) {
    for (Word& word : recognised.words) word.font = font;
    // A sheet that was turned to be read has the words of its own turned away.
    if (recognised.rotation == 0) merge(std::move(page.words), recognised);
    recognised.pictures = std::move(page.pictures);
    recognised.rotation = (recognised.rotation + page.rotation) % 360;
    recognised.unread = recognised.unread || page.unread;
    page = std::move(recognised);
=======
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
>>>>>>> main
}

} // namespace

<<<<<<< HEAD
float put_recognised(std::vector<RecognisedPage> recognised, pages::Sight& sight, Diagnostics& findings) {
    float least = 1;
    const auto font = static_cast<std::uint16_t>(sight.fonts.size());
    if (!recognised.empty()) sight.fonts.emplace_back();
    for (RecognisedPage& sheet : recognised) {
        if (sheet.page == 0 || sheet.page > sight.pages.size()) continue;
        const bool is_read = !sheet.result.page.image_only;
        least = std::min(least, mean_trust(sheet.result.page.words));
        put(std::move(sheet.result.page), font, sight.pages[sheet.page - 1]);
        std::erase_if(findings, [&sheet](const Diagnostic& finding) {
            return finding.code == "pdf-page-is-image" && finding.place.page == sheet.page;
        });
        Diagnostic note{
            is_read ? "scan-recognised" : "scan-empty", is_read ? Severity::note : Severity::warning, {}, {}};
        note.place.page = sheet.page;
        findings.push_back(std::move(note));
    }
    return least;
=======
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
>>>>>>> main
}

} // namespace vanthu::jobs
