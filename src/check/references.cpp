// The lines by which attachments name the decision (annex I, I.III.1c).
#include "check/dates.h"
#include "check/findings.h"

#include <algorithm>

namespace vanthu::check {
namespace {

void check_reference(const Context& context, const std::string& reference, std::size_t position, const JsonPath& path) {
    const model::Document& document = context.document;
    const std::string full = document.number + "/" + document.symbol;
    const auto numbers = cited_numbers(reference, context.words);
    const bool same_number =
        std::any_of(numbers.begin(), numbers.end(), [&](const CitedNumber& one) { return one.text == full; });
    const std::string ordinal = std::to_string(position + 1);
    if (!document.number.empty() && !numbers.empty() && !same_number)
        context.warn("number-conflict", "R-APP-03", path,
                     {{"attachment", ordinal}, {"cited", std::string(numbers.back().text)}, {"number", full}});
    if (!document.date) return;
    const auto dates = cited_dates(reference, context.words);
    const bool same_date =
        std::any_of(dates.begin(), dates.end(), [&](const CitedDate& one) { return one.date == document.date; });
    if (!dates.empty() && !same_date)
        context.warn(
            "date-conflict", "R-APP-03", path,
            {{"attachment", ordinal}, {"cited", std::string(dates.back().text)}, {"date", short_date(*document.date)}});
}

} // namespace

void check_references(const Context& context) {
    const JsonPath root;
    const JsonPath attachments = root.member("attachments");
    for (std::size_t i = 0; i < context.document.attachments.size(); ++i) {
        const JsonPath attachment = attachments.element(i);
        const std::string& reference = std::visit([](const auto& one) -> const std::string& { return one.reference; },
                                                  context.document.attachments[i]);
        if (!reference.empty()) check_reference(context, reference, i, attachment.member("reference"));
    }
}

} // namespace vanthu::check
