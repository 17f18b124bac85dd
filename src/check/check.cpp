#include "check/check.h"

#include "check/findings.h"

namespace vanthu::check {

void Findings::add(Diagnostic finding) {
    if (++counts_[finding.code] <= limit) kept_.push_back(std::move(finding));
}

Diagnostics Findings::take() {
    for (const auto& [code, count] : counts_)
        if (count > limit)
            kept_.push_back(
                {"more-findings", Severity::note, {{"code", code}, {"count", std::to_string(count - limit)}}, {}});
    return std::move(kept_);
}

Diagnostics check_document(const model::Document& document, const forms::CheckWords& words,
                           std::string_view type_symbol) {
    Findings found;
    const Context context{document, words, type_symbol, found};
    check_symbol(context);
    check_references(context);
    check_body(context);
    check_sequences(context);
    check_signature(context);
    check_recipients(context);
    check_appendices(context);
    check_texts(context);
    return found.take();
}

} // namespace vanthu::check
