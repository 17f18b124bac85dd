#include "forms/check_words.h"

#include "forms/template_loader.h"
#include "forms/xml_file.h"

#include <fmt/format.h>

namespace vanthu::forms {
namespace {

constexpr const char* words_path = "templates/check-words.xml";
constexpr const char* schema_path = "templates/check-words.rng";

std::string text_of(const Node& node, std::string_view attribute) { return std::string(node.attribute(attribute)); }

AuthorityKind authority_kind(std::string_view name) {
    if (name == "deputy") return AuthorityKind::deputy;
    if (name == "delegate") return AuthorityKind::delegate;
    return name == "acting" ? AuthorityKind::acting : AuthorityKind::collective;
}

AuthorityMark authority_mark(const Node& node) {
    AuthorityMark result{text_of(node, "mark"), authority_kind(node.attribute("kind")), {}};
    for (const Node& child : node.children)
        if (child.name == "variant") result.variants.push_back(child.text);
    return result;
}

struct SingleWord {
    std::string_view name;
    std::string CheckWords::*word;
};

constexpr SingleWord single_words[] = {
    {"article", &CheckWords::article},   {"clause", &CheckWords::clause}, {"point", &CheckWords::point},
    {"appendix", &CheckWords::appendix}, {"number", &CheckWords::number}, {"day", &CheckWords::day},
    {"month", &CheckWords::month},       {"year", &CheckWords::year},     {"filing", &CheckWords::filing},
    {"as-in", &CheckWords::as_in},       {"end", &CheckWords::end},       {"about", &CheckWords::about}};

void take(CheckWords& words, const Node& node) {
    for (const SingleWord& single : single_words)
        if (node.name == "word" && node.attribute("name") == single.name) words.*single.word = node.text;
    if (node.name == "authority") words.authority_marks.push_back(authority_mark(node));
    if (node.name == "deputy") words.deputies.push_back({text_of(node, "of"), node.text});
    if (node.name == "honorific") words.honorifics.push_back(node.text);
    if (node.name == "secrecy") words.secrecy.push_back(node.text);
    if (node.name == "letter") words.foreign_letters.push_back({text_of(node, "wrong"), text_of(node, "right")});
}

} // namespace

Result<CheckWords> CheckWords::load(std::span<const Resource> built_in) {
    const Schema schema(embedded(built_in, schema_path));
    Result<Node> root = schema.read(embedded(built_in, words_path), words_path);
    if (!root) return Result<CheckWords>::failed(std::move(root.diagnostics));
    CheckWords words;
    for (const Node& node : root->children) take(words, node);
    for (const SingleWord& single : single_words)
        if ((words.*single.word).empty())
            return Result<CheckWords>::failed({"template-broken",
                                               Severity::error,
                                               {{"reason", fmt::format("word {}", single.name)}},
                                               {words_path, 0, "", ""}});
    return Result<CheckWords>::of(std::move(words));
}

} // namespace vanthu::forms
