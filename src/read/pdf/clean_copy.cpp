#include "read/pdf/clean_copy.h"

#include "read/pdf/qpdf_failure.h"

#include <string>

namespace vanthu::read::pdf {
namespace {

constexpr std::size_t header_within = 1024;

void drop_what_is_not_read(_qpdf_data* pdf) {
    const qpdf_oh root = qpdf_get_root(pdf);
    for (const char* key : {"/StructTreeRoot", "/Outlines", "/Metadata", "/Dests", "/PageLabels", "/OpenAction", "/AA",
                            "/Threads", "/PieceInfo", "/SpiderInfo"})
        if (qpdf_oh_has_key(pdf, root, key)) qpdf_oh_remove_key(pdf, root, key);
    const qpdf_oh names = qpdf_oh_get_key(pdf, root, "/Names");
    if (!qpdf_oh_is_dictionary(pdf, names)) return;
    for (const char* key : {"/Dests", "/JavaScript"})
        if (qpdf_oh_has_key(pdf, names, key)) qpdf_oh_remove_key(pdf, names, key);
}

bool write(_qpdf_data* pdf) {
    if ((qpdf_init_write_memory(pdf) & QPDF_ERRORS) != 0) return false;
    qpdf_set_stream_data_mode(pdf, qpdf_s_preserve);
    qpdf_set_object_stream_mode(pdf, qpdf_o_disable);
    qpdf_set_preserve_encryption(pdf, QPDF_FALSE);
    return (qpdf_write(pdf) & QPDF_ERRORS) == 0;
}

} // namespace

Result<Bytes> clean_copy(std::string_view file) {
    if (file.substr(0, header_within).find("%PDF-") == std::string_view::npos)
        return Result<Bytes>::failed(pdf_broken("no %PDF- header"));
    const QpdfData pdf(qpdf_init());
    qpdf_silence_errors(pdf.get());
    qpdf_set_suppress_warnings(pdf.get(), QPDF_TRUE);
    if ((qpdf_read_memory(pdf.get(), "pdf", file.data(), file.size(), nullptr) & QPDF_ERRORS) != 0)
        return Result<Bytes>::failed(qpdf_failure(pdf.get()));
    drop_what_is_not_read(pdf.get());
    if (!write(pdf.get())) return Result<Bytes>::failed(qpdf_failure(pdf.get()));
    Bytes clean(reinterpret_cast<const char*>(qpdf_get_buffer(pdf.get())), qpdf_get_buffer_length(pdf.get()));
    Diagnostics findings;
    if (qpdf_more_warnings(pdf.get())) {
        const qpdf_error first = qpdf_next_warning(pdf.get());
        findings.push_back({"pdf-repaired",
                            Severity::note,
                            {{"reason", printable_text(qpdf_get_error_message_detail(pdf.get(), first))}},
                            {}});
    }
    return Result<Bytes>::of(std::move(clean), std::move(findings));
}

} // namespace vanthu::read::pdf
