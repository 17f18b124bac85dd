// All texts of a document with the way to each. Private to check.
#pragma once

#include "base/json_path.h"
#include "model/document.h"

namespace vanthu::check {

template <class Visit> void walk_list(const std::vector<std::string>& texts, const JsonPath& path, Visit visit) {
    for (std::size_t i = 0; i < texts.size(); ++i) visit(texts[i], path.element(i));
}

template <class Visit> void walk_items(const std::vector<model::Item>& items, const JsonPath& path, Visit visit) {
    const JsonPath list = path.member("items");
    for (std::size_t i = 0; i < items.size(); ++i) {
        const JsonPath item = list.element(i);
        visit(items[i].text, item.member("text"));
        walk_items(items[i].items, item, visit);
    }
}

template <class Visit>
void walk_sections(const std::vector<model::Section>& sections, const JsonPath& path, Visit visit) {
    const JsonPath list = path.member("sections");
    for (std::size_t i = 0; i < sections.size(); ++i) {
        const JsonPath section = list.element(i);
        visit(sections[i].title, section.member("title"));
        walk_items(sections[i].items, section, visit);
    }
}

template <class Visit> void walk_table(const model::Table& table, const JsonPath& path, Visit visit) {
    const JsonPath columns = path.member("columns");
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const JsonPath column = columns.element(i);
        visit(table.columns[i].title, column.member("title"));
    }
    const JsonPath rows = path.member("rows");
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        const JsonPath row = rows.element(i);
        if (!table.rows[i].text.empty()) visit(table.rows[i].text, row.member("text"));
        walk_list(table.rows[i].cells, row.member("cells"), visit);
    }
}

/// Articles and sections of the document and of the texts issued with it.
template <class Visit> void walk_body_texts(const model::Document& document, Visit visit) {
    const JsonPath root;
    const JsonPath articles = root.member("articles");
    for (std::size_t i = 0; i < document.articles.size(); ++i) {
        const JsonPath article = articles.element(i);
        walk_list(document.articles[i].headings, article.member("headings"), visit);
        walk_list(document.articles[i].paragraphs, article.member("paragraphs"), visit);
    }
    walk_sections(document.sections, root, visit);
    const JsonPath attachments = root.member("attachments");
    for (std::size_t i = 0; i < document.attachments.size(); ++i)
        if (const auto* text = std::get_if<model::AttachedText>(&document.attachments[i]))
            walk_sections(text->sections, attachments.element(i), visit);
}

/// All others, from head to foot, then the appendices.
template <class Visit> void walk_other_texts(const model::Document& document, Visit visit) {
    const JsonPath root;
    const JsonPath issuer = root.member("issuer");
    visit(document.issuer.parent, issuer.member("parent"));
    visit(document.issuer.name, issuer.member("name"));
    visit(document.symbol, root.member("symbol"));
    visit(document.place, root.member("place"));
    visit(document.subject, root.member("subject"));
    visit(document.authority, root.member("authority"));
    walk_list(document.addressees, root.member("addressees"), visit);
    walk_list(document.legal_bases, root.member("legal_bases"), visit);
    visit(document.enactment, root.member("enactment"));
    const JsonPath signature = root.member("signature");
    walk_list(document.signature.authority, signature.member("authority"), visit);
    visit(document.signature.name, signature.member("name"));
    walk_list(document.recipients, root.member("recipients"), visit);
    visit(document.drafter_mark, root.member("drafter_mark"));
    visit(document.contact, root.member("contact"));
    const JsonPath attachments = root.member("attachments");
    for (std::size_t i = 0; i < document.attachments.size(); ++i) {
        const JsonPath path = attachments.element(i);
        std::visit([&](const auto& one) { visit(one.title, path.member("title")); }, document.attachments[i]);
        if (const auto* text = std::get_if<model::AttachedText>(&document.attachments[i])) {
            visit(text->subject, path.member("subject"));
            continue;
        }
        const auto& appendix = std::get<model::Appendix>(document.attachments[i]);
        walk_sections(appendix.sections, path, visit);
        if (appendix.table) walk_table(*appendix.table, path.member("table"), visit);
    }
}

} // namespace vanthu::check
