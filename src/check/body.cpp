// Legal bases, subject, and the mark that ends a text (annex I, I.II.5 and 6; forms of annex III).
#include "check/dates.h"
#include "check/findings.h"

namespace vanthu::check {
namespace {

/// The last character of a text, which may be of several bytes.
std::string last_character(std::string_view text) {
    std::size_t start = text.size();
    while (start > 0 && (static_cast<unsigned char>(text[--start]) & 0xC0) == 0x80) {
    }
    return std::string(text.substr(start));
}

void check_legal_bases(const Context& context, const JsonPath& root) {
    const auto& bases = context.document.legal_bases;
    const JsonPath path = root.member("legal_bases");
    for (std::size_t i = 0; i < bases.size(); ++i) {
        const JsonPath basis = path.element(i);
        const std::string expected = i + 1 == bases.size() ? "." : ";";
        if (const std::string found = last_character(bases[i]); found != expected)
            context.warn("basis-ending", "R-BASIS-01", basis, {{"found", found}, {"expected", expected}});
        for (const CitedDate& cited : cited_dates(bases[i], context.words))
            if (context.document.date && cited.date && is_later(*cited.date, *context.document.date))
                context.warn("cited-date-later", "R-BASIS-02", basis,
                             {{"cited", std::string(cited.text)}, {"date", short_date(*context.document.date)}});
    }
}

const model::Item* last_item(const std::vector<model::Section>& sections) {
    if (sections.empty() || sections.back().items.empty()) return nullptr;
    const model::Item* item = &sections.back().items.back();
    while (!item->items.empty()) item = &item->items.back();
    return item;
}

void check_ending(const Context& context, std::string_view text, const JsonPath& path) {
    if (!text.ends_with(context.words.end))
        context.warn("body-ending", "R-BODY-04", path, {{"expected", context.words.end}});
}

} // namespace

void check_body(const Context& context) {
    const model::Document& document = context.document;
    const JsonPath root;
    if (document.subject.starts_with(context.words.about))
        context.warn("subject-abbreviated", "R-TTL-02", root.member("subject"), {{"found", context.words.about}});
    check_legal_bases(context, root);
    const JsonPath articles = root.member("articles");
    if (!document.articles.empty() && !document.articles.back().paragraphs.empty()) {
        const JsonPath article = articles.element(document.articles.size() - 1);
        const JsonPath paragraphs = article.member("paragraphs");
        const auto& texts = document.articles.back().paragraphs;
        check_ending(context, texts.back(), paragraphs.element(texts.size() - 1));
    }
    const JsonPath attachments = root.member("attachments");
    for (std::size_t i = 0; i < document.attachments.size(); ++i) {
        const auto* text = std::get_if<model::AttachedText>(&document.attachments[i]);
        if (const model::Item* item = text ? last_item(text->sections) : nullptr)
            check_ending(context, item->text, attachments.element(i));
    }
}

} // namespace vanthu::check
