#include "write/docx/style_book.h"

#include <algorithm>
#include <stdexcept>

namespace vanthu::write::docx {
namespace {

bool same_style(const flow::Rule& a, const flow::Rule& b) {
    return a.space_before == b.space_before && a.space_after == b.space_after && a.thickness == b.thickness;
}

bool same_style(const TableStyle& style, const flow::Table& table) {
    return style.kind == table.kind && style.padding == table.padding &&
           style.padding_vertical == table.padding_vertical && style.border == table.border;
}

const char* wanted_id(flow::TableKind kind) {
    switch (kind) {
    case flow::TableKind::letterhead:
        return "LetterheadTable";
    case flow::TableKind::signature:
        return "SignatureTable";
    case flow::TableKind::data:
        break;
    }
    return "DataTable";
}

template <class Styles, class Matches> const std::string& id_of(const Styles& styles, Matches matches) {
    const auto found = std::find_if(styles.begin(), styles.end(), matches);
    if (found == styles.end()) throw std::logic_error("a style that the style book did not collect");
    return found->id;
}

} // namespace

StyleBook::StyleBook(const flow::Document& document) {
    for (const flow::ParagraphStyle& style : document.styles) taken_.push_back(style.name);
    for (const flow::CharacterStyle& style : document.character_styles) taken_.push_back(style.name);
    base_ = unused("Normal");
    separator_ = unused("Separator");
    for (const flow::Sheet& sheet : document.sheets) {
        const double size = sheet.page.number_size;
        const bool known =
            std::any_of(numbers_.begin(), numbers_.end(), [&](const NumberStyle& each) { return each.size == size; });
        if (!known) numbers_.push_back({unused("PageNumber"), size});
        collect(sheet.first_header);
        collect(sheet.first_footer);
        for (const flow::Block& block : sheet.blocks) {
            if (const auto* rule = std::get_if<flow::Rule>(&block)) collect(*rule);
            if (const auto* table = std::get_if<flow::Table>(&block)) collect(*table);
        }
    }
}

void StyleBook::collect(const std::vector<flow::Content>& contents) {
    for (const flow::Content& content : contents)
        if (const auto* rule = std::get_if<flow::Rule>(&content)) collect(*rule);
}

void StyleBook::collect(const flow::Table& table) {
    const bool known =
        std::any_of(tables_.begin(), tables_.end(), [&](const TableStyle& each) { return same_style(each, table); });
    if (!known)
        tables_.push_back(
            {unused(wanted_id(table.kind)), table.kind, table.padding, table.padding_vertical, table.border});
    for (const flow::Row& row : table.rows)
        for (const flow::Cell& cell : row.cells) collect(cell.content);
}

void StyleBook::collect(const flow::Rule& rule) {
    const bool known =
        std::any_of(rules_.begin(), rules_.end(), [&](const RuleStyle& each) { return same_style(each.rule, rule); });
    if (!known) rules_.push_back({unused("Rule"), rule});
}

std::string StyleBook::unused(const std::string& wanted) {
    std::string id = wanted;
    for (int number = 2; std::find(taken_.begin(), taken_.end(), id) != taken_.end(); ++number)
        id = wanted + std::to_string(number);
    taken_.push_back(id);
    return id;
}

const std::string& StyleBook::of(const flow::Rule& rule) const {
    return id_of(rules_, [&](const RuleStyle& each) { return same_style(each.rule, rule); });
}

const std::string& StyleBook::of(const flow::Table& table) const {
    return id_of(tables_, [&](const TableStyle& each) { return same_style(each, table); });
}

const std::string& StyleBook::of_number(double size) const {
    return id_of(numbers_, [&](const NumberStyle& each) { return each.size == size; });
}

} // namespace vanthu::write::docx
