#include "read/pdf/clean_copy.h"

// qpdf asks which smart pointers its users expect: the standard ones.
#define POINTERHOLDER_TRANSITION 4
#include <exception>
#include <new>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFWriter.hh>

namespace vanthu::read::pdf {
namespace {

constexpr std::size_t header_within = 1024;

Diagnostic broken(const std::string& reason) { return {"pdf-broken", Severity::error, {{"reason", reason}}, {}}; }

void drop_what_is_not_read(QPDF& pdf) {
    QPDFObjectHandle root = pdf.getRoot();
    for (const char* key : {"/StructTreeRoot", "/Outlines", "/Metadata", "/Dests", "/PageLabels", "/OpenAction", "/AA",
                            "/Threads", "/PieceInfo", "/SpiderInfo"})
        root.removeKey(key);
    QPDFObjectHandle names = root.getKey("/Names");
    if (!names.isDictionary()) return;
    names.removeKey("/Dests");
    names.removeKey("/JavaScript");
}

Bytes written(QPDF& pdf) {
    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    writer.setStreamDataMode(qpdf_s_preserve);
    writer.setObjectStreamMode(qpdf_o_disable);
    writer.setPreserveEncryption(false);
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

/// qpdf's message without the name of the file that it was not given.
std::string reason_of(const QPDFExc& error) { return error.getMessageDetail(); }

} // namespace

Result<Bytes> clean_copy(std::string_view file) {
    if (file.substr(0, header_within).find("%PDF-") == std::string_view::npos)
        return Result<Bytes>::failed(broken("no %PDF- header"));
    try {
        QPDF pdf;
        pdf.setSuppressWarnings(true);
        pdf.processMemoryFile("pdf", file.data(), file.size());
        drop_what_is_not_read(pdf);
        Bytes clean = written(pdf);
        Diagnostics findings;
        const std::vector<QPDFExc> warnings = pdf.getWarnings();
        if (!warnings.empty())
            findings.push_back({"pdf-repaired", Severity::note, {{"reason", reason_of(warnings.front())}}, {}});
        return Result<Bytes>::of(std::move(clean), std::move(findings));
    } catch (const QPDFExc& error) {
        if (error.getErrorCode() == qpdf_e_password)
            return Result<Bytes>::failed(Diagnostic{"pdf-password", Severity::error, {}, {}});
        return Result<Bytes>::failed(broken(reason_of(error)));
    } catch (const std::bad_alloc&) {
        return Result<Bytes>::failed(
            Diagnostic{"pdf-limit", Severity::error, {{"limit", "memory"}, {"value", "1 GB"}}, {}});
    } catch (const std::exception& error) {
        return Result<Bytes>::failed(broken(error.what()));
    }
}

} // namespace vanthu::read::pdf
