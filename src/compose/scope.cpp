#include "compose/scope.h"

#include "text/names.h"

#include <fmt/format.h>

namespace vanthu::compose {
namespace {

constexpr int deepest = 8; ///< wordings that name each other in a circle

Scope text_scope(std::string text, std::string pointer) {
    Scope scope;
    scope.values["text"] = std::move(text);
    scope.pointers["text"] = std::move(pointer);
    return scope;
}

std::vector<Scope> text_scopes(const std::vector<std::string>& texts, const std::string& pointer,
                               std::size_t first = 0) {
    std::vector<Scope> scopes;
    for (std::size_t i = first; i < texts.size(); ++i)
        scopes.push_back(text_scope(texts[i], fmt::format("{}/{}", pointer, i)));
    return scopes;
}

std::vector<Scope> first_of(const std::vector<std::string>& texts, const std::string& pointer) {
    return texts.empty() ? std::vector<Scope>() : std::vector<Scope>{text_scope(texts.front(), pointer + "/0")};
}

std::vector<Scope> article_scopes(const std::vector<model::Article>& articles) {
    std::vector<Scope> scopes;
    for (const model::Article& article : articles) {
        const std::string pointer = fmt::format("/articles/{}", scopes.size());
        std::string first = article.paragraphs.empty() ? "" : article.paragraphs.front();
        const bool titled = article.paragraphs.size() > 1 && is_title(first);
        Scope scope;
        scope.lists["titled"];
        scope.lists["run-on"];
        scope.lists[titled ? "titled" : "run-on"].push_back(text_scope(std::move(first), pointer + "/paragraphs/0"));
        scope.values["number"] = article.number;
        scope.lists["more"] = text_scopes(article.paragraphs, pointer + "/paragraphs", 1);
        scope.lists["heading"] = first_of(article.headings, pointer + "/headings");
        scope.lists["heading-more"] = text_scopes(article.headings, pointer + "/headings", 1);
        scopes.push_back(std::move(scope));
    }
    return scopes;
}

/// Annex I, II.4b: days below 10 and the months 1 and 2 get a zero in front, other months do not.
void add_date(Scope& scope, const std::optional<model::Date>& date) {
    scope.values["date.day"] = date ? fmt::format("{:02}", date->day) : "";
    scope.values["date.month"] =
        date ? (date->month < 3 ? fmt::format("{:02}", date->month) : fmt::format("{}", date->month)) : "";
    scope.values["date.year"] = date ? fmt::format("{}", date->year) : "";
}

/// The fields of a document that its own template prints.
std::map<std::string, std::string, std::less<>> field_pointers() {
    return {{"type", "/type"},
            {"issuer.parent", "/issuer/parent"},
            {"issuer.name", "/issuer/name"},
            {"number", "/number"},
            {"symbol", "/symbol"},
            {"place", "/place"},
            {"subject", "/subject"},
            {"authority", "/authority"},
            {"enactment.given", "/enactment"},
            {"addressee", "/addressees/0"},
            {"signature.name", "/signature/name"},
            {"drafter_mark", "/drafter_mark"},
            {"contact", "/contact"},
            {"marks.urgency", "/marks/urgency"},
            {"marks.circulation", "/marks/circulation"}};
}

} // namespace

bool is_title(std::string_view text) {
    constexpr std::string_view sentence_ends = ".;:,";
    return !text.empty() && sentence_ends.find(text.back()) == std::string_view::npos;
}

const std::string* Scope::find(std::string_view name) const {
    for (const Scope* scope = this; scope; scope = scope->outer)
        if (const auto found = scope->values.find(name); found != scope->values.end()) return &found->second;
    return nullptr;
}

const std::vector<Scope>* Scope::find_list(std::string_view name) const {
    for (const Scope* scope = this; scope; scope = scope->outer)
        if (const auto found = scope->lists.find(name); found != scope->lists.end()) return &found->second;
    return nullptr;
}

const std::string* Scope::pointer_of(std::string_view name) const {
    for (const Scope* scope = this; scope; scope = scope->outer)
        if (scope->values.contains(name)) {
            const auto found = scope->pointers.find(name);
            return found == scope->pointers.end() ? nullptr : &found->second;
        }
    return nullptr;
}

std::string Wording::expand(std::string_view text, const Scope& scope, int depth) const {
    std::string result;
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t open = text.find('{', i);
        const std::size_t close = open == std::string_view::npos ? open : text.find('}', open);
        if (close == std::string_view::npos) return result += text.substr(i);
        result += text.substr(i, open - i);
        const std::string_view name = text.substr(open + 1, close - open - 1);
        const std::size_t bar = name.find('|');
        std::string found = value(name.substr(0, bar), scope, depth);
        if (found.empty() && bar != std::string_view::npos) found = value(name.substr(bar + 1), scope, depth);
        result += found;
        i = close + 1;
    }
    return result;
}

std::string Wording::value(std::string_view name, const Scope& scope, int depth) const {
    if (const std::string* field = scope.find(name)) return *field; // data is never expanded again
    const std::string* found = wording(name);
    if (found && depth < deepest) return expand(*found, scope, depth + 1);
    throw UnknownName{std::string(name)};
}

const std::string* Wording::wording(std::string_view name) const {
    for (const forms::Wordings* wordings : {&kind_.wordings, &templates_.wordings})
        if (const auto found = wordings->find(name); found != wordings->end()) return &found->second;
    return nullptr;
}

std::string Wording::source(std::string_view text, const Scope& scope, int depth) const {
    for (std::size_t open = text.find('{'); open != std::string_view::npos; open = text.find('{', open + 1)) {
        const std::size_t close = text.find_first_of("|}", open);
        if (close == std::string_view::npos) break;
        const std::string_view name = text.substr(open + 1, close - open - 1);
        if (const std::string* pointer = scope.pointer_of(name)) return *pointer;
        const std::string* found = scope.find(name) || depth >= deepest ? nullptr : wording(name);
        if (!found) continue;
        if (std::string pointer = source(*found, scope, depth + 1); !pointer.empty()) return pointer;
    }
    return {};
}

Scope document_scope(const model::Document& document, const forms::Templates& templates,
                     const forms::KindTemplate& kind) {
    Scope scope;
    auto& values = scope.values;
    values["type"] = document.type.empty() ? kind.title : document.type;
    values["issuer.parent"] = document.issuer.parent;
    values["issuer.name"] = document.issuer.name;
    values["issuer.natural"] = text::natural_case(document.issuer.name, templates.names);
    values["number"] = document.number;
    values["symbol"] = document.symbol;
    values["place"] = document.place;
    add_date(scope, document.date);
    values["subject"] = document.subject;
    values["authority"] = document.authority.empty() ? document.issuer.name : document.authority;
    values["authority.given"] = document.authority;
    values["enactment.given"] = document.enactment;
    values["addressee"] = document.addressees.size() == 1 ? document.addressees.front() : "";
    values["signature.name"] = document.signature.name;
    values["drafter_mark"] = document.drafter_mark;
    values["contact"] = document.contact;
    values["marks.urgency"] = document.marks.urgency;
    values["marks.circulation"] = document.marks.circulation;
    scope.lists["addressed"] = first_of(document.addressees, "/addressees");
    scope.lists["addressees"] =
        document.addressees.size() > 1 ? text_scopes(document.addressees, "/addressees") : std::vector<Scope>();
    scope.lists["legal_bases"] = text_scopes(document.legal_bases, "/legal_bases");
    scope.lists["recipients"] = text_scopes(document.recipients, "/recipients");
    scope.lists["signature.authority"] = text_scopes(document.signature.authority, "/signature/authority");
    scope.lists["articles"] = article_scopes(document.articles);
    scope.pointers = field_pointers();
    return scope;
}

Scope labelled(const Scope& outer, const Labelled& part) {
    Scope scope;
    scope.outer = &outer;
    scope.values["label"] = part.label;
    scope.values[part.name] = part.text;
    scope.pointers[part.name] = part.pointer + "/" + part.name;
    return scope;
}

} // namespace vanthu::compose
