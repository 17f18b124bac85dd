#include "check/check.h"

#include "check/findings.h"

namespace vanthu::check {

Diagnostics check_document(const model::Document& document, const forms::CheckWords& words, std::string_view type_symbol) {
    Diagnostics found;
    const Context context{document, words, type_symbol, found};
    check_symbol(context);
    check_references(context);
    check_body(context);
    check_sequences(context);
    check_signature(context);
    check_recipients(context);
    check_appendices(context);
    check_texts(context);
    return found;
}

} // namespace vanthu::check
