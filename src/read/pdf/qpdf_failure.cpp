#include "read/pdf/qpdf_failure.h"

namespace vanthu::read::pdf {

Diagnostic pdf_broken(const std::string& reason) { return {"pdf-broken", Severity::error, {{"reason", reason}}, {}}; }

std::string printable_text(const char* message) {
    std::string result;
    for (const char* c = message; c && *c; ++c) result += *c >= ' ' && *c < 0x7F ? *c : '?';
    return result;
}

Diagnostic qpdf_failure(_qpdf_data* pdf) {
    const qpdf_error error = qpdf_get_error(pdf);
    if (!error) return pdf_broken("?");
    if (qpdf_get_error_code(pdf, error) == qpdf_e_password) return {"pdf-password", Severity::error, {}, {}};
    const std::string reason = printable_text(qpdf_get_error_message_detail(pdf, error));
    if (reason.find("bad_alloc") != std::string::npos)
        return {"pdf-limit", Severity::error, {{"limit", "memory"}, {"value", "1 GB"}}, {}};
    return pdf_broken(reason);
}

} // namespace vanthu::read::pdf
