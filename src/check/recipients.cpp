// Nơi nhận (annex I, I.II.9).
#include "check/findings.h"

#include <algorithm>

namespace vanthu::check {
namespace {

void check_item(const Context& context, std::size_t position, const JsonPath& path) {
    const auto& recipients = context.document.recipients;
    const std::string& text = recipients[position];
    const char expected = position + 1 == recipients.size() ? '.' : ';';
    if (text.empty() || text.back() != expected)
        context.warn("recipient-ending", "R-RCP-03", path, {{"expected", std::string(1, expected)}});
    if (text.starts_with("- ")) context.warn("recipient-dash", "R-RCP-03", path);
}

/// "Như Điều 3;" must point to an article that is there.
void check_article(const Context& context, const std::string& text, const JsonPath& path) {
    const std::string cue = context.words.as_in + " " + context.words.article + " ";
    if (!text.starts_with(cue)) return;
    const std::size_t end = text.find_first_of(" ,;.", cue.size());
    const std::string number = text.substr(cue.size(), end - cue.size());
    const auto& articles = context.document.articles;
    if (std::none_of(articles.begin(), articles.end(),
                     [&](const model::Article& article) { return article.number == number; }))
        context.warn("recipient-article", "R-RCP-04", path, {{"article", context.words.article + " " + number}});
}

} // namespace

void check_recipients(const Context& context) {
    const auto& recipients = context.document.recipients;
    const JsonPath root;
    if (recipients.empty()) return context.warn("recipients-missing", "R-RCP-03", root);
    const JsonPath path = root.member("recipients");
    for (std::size_t i = 0; i < recipients.size(); ++i) {
        const JsonPath item = path.element(i);
        check_item(context, i, item);
        check_article(context, recipients[i], item);
    }
    if (!recipients.back().starts_with(context.words.filing))
        context.warn("filing-line", "R-RCP-03", path.element(recipients.size() - 1),
                     {{"expected", context.words.filing}});
}

} // namespace vanthu::check
