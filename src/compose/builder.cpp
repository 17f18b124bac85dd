#include "compose/builder.h"

#include "compose/task_table.h"
#include "forms/template_values.h"
#include "text/binding.h"
#include "text/line_breaker.h"
#include "text/names.h"
#include "text/unicode.h"

#include <algorithm>
#include <sstream>

namespace vanthu::compose {
namespace {

/// White space of a template file means one space.
std::string folded(std::string_view text) {
    std::string result;
    for (const char c : text) {
        const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
        if (!space)
            result += c;
        else if (result.empty() || result.back() != ' ')
            result += ' ';
    }
    return result;
}

void trim_edges(std::vector<flow::Run>& runs) {
    while (!runs.empty()) {
        std::string& first = runs.front().text;
        first.erase(0, first.find_first_not_of(' '));
        if (!first.empty()) break;
        runs.erase(runs.begin());
    }
    while (!runs.empty()) {
        std::string& last = runs.back().text;
        last.erase(last.find_last_not_of(' ') + 1);
        if (!last.empty()) break;
        runs.pop_back();
    }
}

std::vector<double> shares(std::string_view widths, double total) {
    std::istringstream list{std::string(widths)};
    std::vector<double> result;
    double sum = 0;
    for (double share = 0; list >> share; sum += share) result.push_back(share);
    for (double& share : result) share *= total / sum;
    return result;
}

/// Annex I, II.6đ: a khoản with a title has it on a line of its own. A title has points below it and is no sentence.
bool is_heading(const model::Item& item) {
    return is_title(item.text) &&
           std::any_of(item.items.begin(), item.items.end(), [](const auto& child) { return !child.label.empty(); });
}

/// The child of the template's <outline> that sets the item. Annex I, II.6đ: the label of an article is always bold.
std::string_view kind_of(const model::Item& item, const forms::Node& outline) {
    if (item.label.empty()) return "plain";
    const forms::Node* article = outline.child("article");
    if (article && item.label.starts_with(article->attribute("starts")))
        return is_title(item.text) ? "heading" : "article";
    return is_heading(item) ? "heading" : "item";
}

} // namespace

bool Builder::applies(const forms::Node& node, const Scope& scope) const {
    const std::string_view when = node.attribute("when");
    if (when.empty()) return true;
    const std::size_t equals = when.find('=');
    if (const std::vector<Scope>* list = scope.find_list(when)) return !list->empty();
    const std::string* value = scope.find(when.substr(0, equals));
    if (!value) throw UnknownName{std::string(when)};
    return equals == std::string_view::npos ? !value->empty() : *value == when.substr(equals + 1);
}

flow::Paragraph Builder::paragraph(const forms::Node& node, const Scope& scope) const {
    flow::Paragraph result;
    result.style = templates_.style(node.attribute("style"));
    const bool upper = node.attribute("case") == "upper";
    for (const forms::Node& child : node.children) {
        flow::Run run;
        run.text = wording_.expand(folded(child.text), scope);
        if (upper) run.text = text::to_upper(run.text);
        if (const std::string_view style = child.attribute("style"); !style.empty())
            run.style = templates_.character_style(style);
        run.label = child.attribute("label") == "true";
        run.text = text::bind(run.text, templates_.binding_words);
        if (!run.text.empty()) result.runs.push_back(std::move(run));
    }
    trim_edges(result.runs);
    return result;
}

flow::SourceIndex Builder::source(const forms::Node& node, const Context& context) const {
    if (!context.attached.sources) return 0;
    for (const forms::Node& child : node.children)
        if (std::string pointer = wording_.source(child.text, context.scope); !pointer.empty()) {
            context.attached.sources->push_back(std::move(pointer));
            return static_cast<flow::SourceIndex>(context.attached.sources->size());
        }
    return 0;
}

/// The text with `line_end` where its centred lines end when they may end between `pieces` only.
std::string Builder::broken(const std::vector<std::string>& pieces, Face face, double size, double width) const {
    const double space = measure_.width(" ", face, size);
    std::vector<text::Box> boxes;
    boxes.reserve(pieces.size());
    for (const std::string& piece : pieces) boxes.push_back({measure_.width(piece, face, size), space, 0});
    std::string lines;
    std::size_t first = 0;
    for (const std::size_t end : text::break_lines(boxes, width, width, text::Setting::balanced)) {
        if (first) lines += flow::line_end;
        for (std::size_t i = first; i < end; ++i) (lines += i > first ? " " : "") += pieces[i];
        first = end;
    }
    return lines;
}

/// Ends the lines of a short name here, so that Word ends them at the same words as our pages, and between phrases
/// (ỦY BAN NHÂN DÂN | TỈNH KHÁNH HÒA) as long as they fit the line.
void Builder::balance(flow::Paragraph& paragraph, double width) const {
    const flow::ParagraphStyle& style = templates_.styles[paragraph.style];
    const Face face = face_of(style.bold, style.italic);
    for (flow::Run& run : paragraph.runs) {
        std::vector<std::string> pieces = text::phrases(run.text, templates_.names);
        if (std::any_of(pieces.begin(), pieces.end(),
                        [&](const std::string& piece) { return measure_.width(piece, face, style.size) > width; }))
            pieces = text::phrases(run.text, {});
        run.text = broken(pieces, face, style.size, width);
    }
}

/// Of a centred text of one face, set in lines of `width`.
double Builder::longest_line(const flow::Paragraph& paragraph, double width) const {
    const flow::ParagraphStyle& style = templates_.styles[paragraph.style];
    const Face face = face_of(style.bold, style.italic);
    std::string text;
    for (const flow::Run& run : paragraph.runs) text += run.text;
    if (text.find(flow::line_end) == std::string::npos) text = broken(text::phrases(text, {}), face, style.size, width);
    double longest = 0;
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t end = std::min(text.find(flow::line_end, i), text.size());
        longest = std::max(longest, measure_.width(std::string_view(text).substr(i, end - i), face, style.size));
        i = end + flow::line_end.size();
    }
    return longest;
}

flow::Rule Builder::rule(std::string_view name, const flow::Paragraph& above, double width) const {
    const forms::RuleStyle& style = templates_.rules.find(name)->second;
    return {longest_line(above, width) * style.part, style.before, style.after, style.thickness};
}

void Builder::add_paragraph(const forms::Node& node, const Context& context, Blocks& blocks) const {
    flow::Paragraph result = paragraph(node, context.scope);
    result.source = source(node, context);
    if (node.attribute("balance") == "true") balance(result, context.width);
    const std::string_view rule_name = node.attribute("rule");
    if (rule_name.empty()) return blocks.emplace_back(std::move(result)), void();
    const flow::Rule line = rule(rule_name, result, context.width);
    blocks.emplace_back(std::move(result));
    blocks.emplace_back(line);
}

void Builder::add_each(const forms::Node& node, const Context& context, Blocks& blocks) const {
    const std::vector<Scope>* list = context.scope.find_list(node.attribute("in"));
    if (!list) throw UnknownName{std::string(node.attribute("in"))};
    for (Scope entry : *list) {
        entry.outer = &context.scope;
        add_children(node, {entry, context.attached, context.width}, blocks);
    }
}

flow::Cell Builder::cell(const forms::Node& node, const Context& context) const {
    Blocks blocks;
    add_children(node, context, blocks);
    flow::Cell result;
    for (flow::Block& block : blocks) {
        if (auto* paragraph = std::get_if<flow::Paragraph>(&block)) result.content.emplace_back(std::move(*paragraph));
        if (auto* rule = std::get_if<flow::Rule>(&block)) result.content.emplace_back(*rule);
    }
    return result;
}

void Builder::add_columns(const forms::Node& node, const Context& context, Blocks& blocks) const {
    flow::Table table;
    table.kind = node.name == "signature" ? flow::TableKind::signature : flow::TableKind::letterhead;
    table.keep_with_previous = table.kind == flow::TableKind::signature;
    table.widths = shares(node.attribute("widths"), context.width);
    if (const std::string_view before = node.attribute("before"); !before.empty())
        table.space_before = forms::length(before);
    for (const forms::Node& row_node : node.children) {
        if (row_node.name != "row") continue;
        flow::Row row;
        for (const forms::Node& cell_node : row_node.children)
            if (cell_node.name == "cell")
                row.cells.push_back(
                    cell(cell_node, {context.scope, context.attached, table.widths.at(row.cells.size())}));
        table.rows.push_back(std::move(row));
    }
    blocks.emplace_back(std::move(table));
}

void Builder::add_table(const forms::Node& node, const Context& context, Blocks& blocks) const {
    const TaskTable composer(templates_, node, *context.attached.table, measure_);
    flow::Table table = composer.compose(context.width);
    if (context.attached.sources)
        composer.tell_sources(table, context.attached.pointer + "/table", *context.attached.sources);
    if (const std::string* title = context.scope.find("title")) table.title = *title;
    for (Diagnostic& finding : composer.findings(table.widths, context.width)) {
        finding.place.pointer = context.attached.pointer + "/table/columns" + finding.place.pointer;
        context.attached.findings->push_back(std::move(finding));
    }
    blocks.emplace_back(std::move(table));
}

void Builder::add_items(const forms::Node& outline, const std::vector<model::Item>& items, const std::string& pointer,
                        const Context& context, Blocks& blocks) const {
    for (std::size_t i = 0; i < items.size(); ++i) {
        const model::Item& item = items[i];
        const std::string place = pointer + "/items/" + std::to_string(i);
        const Scope scope = labelled(context.scope, {item.label, "text", item.text, place});
        add_children(*outline.child(kind_of(item, outline)), {scope, context.attached, context.width}, blocks);
        add_items(outline, item.items, place, context, blocks);
    }
}

void Builder::add_outline(const forms::Node& node, const Context& context, Blocks& blocks) const {
    if (!context.attached.sections) return;
    for (const model::Section& section : *context.attached.sections) {
        const auto index = static_cast<std::size_t>(&section - context.attached.sections->data());
        const std::string place = context.attached.pointer + "/sections/" + std::to_string(index);
        const Scope scope = labelled(context.scope, {section.label, "title", section.title, place});
        if (!section.label.empty() || !section.title.empty())
            add_children(*node.child("section"), {scope, context.attached, context.width}, blocks);
        add_items(node, section.items, place, context, blocks);
    }
}

void Builder::add(const forms::Node& node, const Context& context, Blocks& blocks) const {
    if (!applies(node, context.scope)) return;
    if (node.name == "paragraph")
        add_paragraph(node, context, blocks);
    else if (node.name == "each")
        add_each(node, context, blocks);
    else if (node.name == "letterhead" || node.name == "signature")
        add_columns(node, context, blocks);
    else if (node.name == "outline")
        add_outline(node, context, blocks);
    else if (node.name == "rule-across")
        blocks.emplace_back(flow::Rule{context.width, 0, 0, 0.75});
    else if (node.name == "table" && context.attached.table)
        add_table(node, context, blocks);
}

void Builder::add_children(const forms::Node& node, const Context& context, Blocks& blocks) const {
    for (const forms::Node& child : node.children) add(child, context, blocks);
}

std::vector<flow::Content> Builder::furniture(const forms::Node& node, const Context& context) const {
    return cell(node, context).content;
}

const flow::PageSetup& Builder::page(const Attached& attached) const {
    const std::string_view name = kind_.sheet.attribute("page");
    if (name != "auto") return templates_.pages.find(name)->second;
    const flow::PageSetup& portrait = templates_.pages.find("portrait")->second;
    const forms::Node* node = kind_.sheet.child("table");
    if (!node || !attached.table) return portrait;
    const double width = portrait.width - portrait.left - portrait.right;
    return TaskTable(templates_, *node, *attached.table, measure_).comfortable_width() <= width
               ? portrait
               : templates_.pages.find("landscape")->second;
}

flow::Sheet Builder::sheet(const Scope& scope, const Attached& attached) const {
    flow::Sheet result;
    result.page = page(attached);
    const Context context{scope, attached, result.page.width - result.page.left - result.page.right};
    add_children(kind_.sheet, context, result.blocks);
    result.first_header = furniture(kind_.first_header, context);
    result.first_footer = furniture(kind_.first_footer, context);
    return result;
}

} // namespace vanthu::compose
