#include "forms/template_loader.h"

#include "forms/template_values.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <sstream>

namespace vanthu::forms {
namespace {

std::string_view last_component(std::string_view path) { return path.substr(path.find_last_of('/') + 1); }

std::string trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return {};
    return std::string(text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1));
}

bool is_document(std::string_view root) { return root == "base" || root == "template" || root == "office"; }

} // namespace

std::string_view embedded(std::span<const Resource> resources, std::string_view path) {
    for (const Resource& resource : resources)
        if (resource.path == path) return resource.content;
    return {};
}

void TemplateLoader::fail(std::string code, const std::string& path, std::size_t line, Arguments arguments) {
    problems_.push_back({std::move(code), Severity::error, std::move(arguments), {path, line, "", ""}});
}

void TemplateLoader::read(std::string_view content, const std::string& path) {
    Result<Node> root = schema_.read(content, path);
    problems_.insert(problems_.end(), root.diagnostics.begin(), root.diagnostics.end());
    if (root && is_document(root->name)) files_.push_back({path, std::move(*root)});
}

void TemplateLoader::add_built_in(const Resource& resource) {
    const bool template_file = resource.path.starts_with("templates/") && resource.path.ends_with(".xml") &&
                               resource.content.find("urn:vanthu:template:1") != std::string_view::npos;
    if (template_file) read(resource.content, std::string(resource.path));
}

void TemplateLoader::add_office(const OfficeFile& file) {
    std::erase_if(files_, [&](const File& other) { return last_component(other.path) == last_component(file.path); });
    read(file.content, file.path);
}

Result<Templates> TemplateLoader::finish() {
    const bool has_base =
        std::any_of(files_.begin(), files_.end(), [](const File& file) { return file.root.name == "base"; });
    if (!has_base && has_errors(problems_))
        return Result<Templates>::failed(std::move(problems_)); // all names would be unknown
    for (const std::string_view root : {"base", "office", "template"})
        for (const File& file : files_) {
            if (file.root.name != root) continue;
            if (root == "base") take_base(file);
            if (root == "office") take_office(file);
            if (root == "template") take_kind(file);
        }
    std::sort(result_.kinds.begin(), result_.kinds.end(),
              [](const KindTemplate& a, const KindTemplate& b) { return a.kind < b.kind; });
    if (has_errors(problems_)) return Result<Templates>::failed(std::move(problems_));
    return Result<Templates>::of(std::move(result_), std::move(problems_));
}

void TemplateLoader::take_base(const File& file) {
    if (!originals_.empty()) return fail("template-broken", file.path, file.root.line, {{"reason", "2 × <base>"}});
    result_.font_name = file.root.attribute("font");
    result_.language = file.root.attribute("language");
    for (const Node& node : file.root.children) {
        const std::string name(node.attribute("name"));
        if (node.name == "page") result_.pages[name] = page_setup(node);
        if (node.name == "style") result_.styles.push_back(paragraph_style(node));
        if (node.name == "page" || node.name == "style") originals_[node.name + " " + name] = node;
        if (node.name == "character-style") result_.character_styles.push_back(character_style(node));
        if (node.name == "rule") result_.rules[name] = rule_style(node);
        if (node.name == "wording") result_.wordings[name] = node.text;
        if (node.name == "part") parts_[name] = node;
        if (node.name == "names")
            for (const Node& entry : node.children)
                if (entry.name == "name") result_.names.push_back(entry.text);
        if (node.name == "binding-words") {
            std::istringstream words(node.text);
            for (std::string word; words >> word;) result_.binding_words.push_back(word);
        }
    }
    for (const char* page : {"portrait", "landscape"}) // an appendix chooses between these two
        if (!result_.pages.contains(page)) fail("template-unknown-name", file.path, file.root.line, {{"name", page}});
}

void TemplateLoader::take_kind(const File& file) {
    KindTemplate kind;
    kind.kind = file.root.attribute("kind");
    kind.title = file.root.attribute("title");
    kind.symbol = file.root.attribute("symbol");
    for (const Node& node : file.root.children) {
        if (node.name == "sheet") kind.sheet = node;
        if (node.name == "first-header") kind.first_header = node;
        if (node.name == "first-footer") kind.first_footer = node;
        if (node.name == "wording") kind.wordings[std::string(node.attribute("name"))] = node.text;
    }
    resolve_includes(kind.sheet, file.path);
    check_columns(kind.sheet, file.path);
    for (const Node* node : {&kind.sheet, &kind.first_header, &kind.first_footer}) check_names(*node, file.path);
    const std::string_view page = kind.sheet.attribute("page");
    if (page != "auto" && !result_.pages.contains(page))
        fail("template-unknown-name", file.path, kind.sheet.line, {{"name", std::string(page)}});
    if (result_.kind(kind.kind)) fail("template-broken", file.path, file.root.line, {{"reason", "kind " + kind.kind}});
    result_.kinds.push_back(std::move(kind));
}

void TemplateLoader::resolve_includes(Node& node, const std::string& path) {
    std::vector<Node> children;
    for (Node& child : node.children) {
        if (child.name != "include") {
            resolve_includes(child, path);
            children.push_back(std::move(child));
            continue;
        }
        const std::string name(child.attribute("part"));
        const auto part = parts_.find(name);
        if (part == parts_.end()) {
            fail("template-unknown-name", path, child.line, {{"name", name}});
            continue;
        }
        Node resolved = std::move(part->second);
        parts_.erase(part); // a part that includes itself finds itself missing
        resolve_includes(resolved, path);
        children.insert(children.end(), resolved.children.begin(), resolved.children.end());
        parts_.emplace(name, std::move(resolved));
    }
    node.children = std::move(children);
}

/// A letterhead or signature has a cell in each row for each of its widths.
void TemplateLoader::check_columns(const Node& node, const std::string& path) {
    if (const std::string_view widths = node.attribute("widths"); !widths.empty()) {
        std::istringstream list{std::string(widths)};
        const auto columns = std::distance(std::istream_iterator<std::string>(list), {});
        for (const Node& row : node.children) {
            if (row.name != "row") continue;
            const auto cells = std::count_if(row.children.begin(), row.children.end(),
                                             [](const Node& cell) { return cell.name == "cell"; });
            if (cells != columns)
                fail("template-cell-count", path, row.line,
                     {{"found", std::to_string(cells)}, {"expected", std::to_string(columns)}});
        }
    }
    for (const Node& child : node.children) check_columns(child, path);
}

void TemplateLoader::check_names(const Node& node, const std::string& path) {
    const auto known_style = [&](std::string_view name) {
        return std::any_of(result_.styles.begin(), result_.styles.end(),
                           [&](const auto& style) { return style.name == name; });
    };
    const auto known_character_style = [&](std::string_view name) {
        return std::any_of(result_.character_styles.begin(), result_.character_styles.end(),
                           [&](const auto& style) { return style.name == name; });
    };
    const auto require = [&](std::string_view key, bool known) {
        if (!node.attribute(key).empty() && !known)
            fail("template-unknown-name", path, node.line, {{"name", std::string(node.attribute(key))}});
    };
    const std::string_view style = node.attribute("style");
    require("style", node.name == "run" ? known_character_style(style) : known_style(style));
    require("rule", result_.rules.contains(node.attribute("rule")));
    for (const std::string_view key : {"header", "section-label", "section-text"})
        require(key, known_style(node.attribute(key)));
    for (const Node& child : node.children) check_names(child, path);
}

void TemplateLoader::take_office(const File& file) {
    for (const Node& node : file.root.children) {
        if (node.name == "issuer")
            result_.office.issuer = {std::string(node.attribute("parent")), std::string(node.attribute("name"))};
        if (node.name == "recipients")
            for (const Node& recipient : node.children)
                if (recipient.name == "recipient") result_.office.recipients.push_back(trimmed(recipient.text));
        if (node.name == "page") override_page(node, file.path);
        if (node.name == "style") override_style(node, file.path);
        if (node.name == "wording") {
            const std::string name(node.attribute("name"));
            if (!result_.wordings.contains(name)) fail("template-unknown-name", file.path, node.line, {{"name", name}});
            result_.wordings[name] = node.text;
        }
    }
}

void TemplateLoader::override_length(const Node& change, std::string_view key, const Node& original,
                                     std::string_view range_key, double& target, const std::string& path) {
    const std::string_view value = change.attribute(key);
    if (value.empty()) return;
    const auto [low, high] = range(original.attribute(range_key));
    const double wanted = length(value);
    constexpr double rounding = 0.01;
    if (wanted < low - rounding || wanted > high + rounding)
        fail("template-range", path, change.line,
             {{"name", std::string(change.attribute("name")) + " " + std::string(key)},
              {"value", std::string(value)},
              {"range", std::string(original.attribute(range_key))}});
    target = wanted;
}

void TemplateLoader::override_page(const Node& change, const std::string& path) {
    const auto page = result_.pages.find(change.attribute("name"));
    if (page == result_.pages.end())
        return fail("template-unknown-name", path, change.line, {{"name", std::string(change.attribute("name"))}});
    const Node& original = originals_.at("page " + page->first);
    override_length(change, "top", original, "top-range", page->second.top, path);
    override_length(change, "bottom", original, "bottom-range", page->second.bottom, path);
    override_length(change, "left", original, "left-range", page->second.left, path);
    override_length(change, "right", original, "right-range", page->second.right, path);
    override_length(change, "number-size", original, "number-sizes", page->second.number_size, path);
}

void TemplateLoader::override_style(const Node& change, const std::string& path) {
    const std::string name(change.attribute("name"));
    const auto style =
        std::find_if(result_.styles.begin(), result_.styles.end(), [&](const auto& s) { return s.name == name; });
    if (style == result_.styles.end()) return fail("template-unknown-name", path, change.line, {{"name", name}});
    override_length(change, "size", originals_.at("style " + name), "sizes", style->size, path);
    if (!change.attribute("indent").empty()) style->first_indent = length(change.attribute("indent"));
    if (!change.attribute("before").empty()) {
        // II.6e: at least 6 pt between the paragraphs of the body.
        const double before = length(change.attribute("before"));
        if (style->first_indent > 0 && before < 6)
            fail("template-range", path, change.line,
                 {{"name", name + " before"}, {"value", fmt::format("{}pt", before)}, {"range", ">= 6pt"}});
        style->space_before = before;
    }
    if (!change.attribute("line").empty()) style->line_spacing = number(change.attribute("line"));
}

} // namespace vanthu::forms
