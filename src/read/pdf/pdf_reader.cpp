#include "read/pdf/pdf_reader.h"

#include "read/pdf/clean_copy.h"
#include "read/pdf/document_parts.h"
#include "read/pdf/legacy_text.h"
#include "read/pdf/page_reader.h"
#include "read/pdf/stored_pictures.h"

#include <exception>
#include <new>

namespace vanthu::read {
namespace {

Diagnostic limit(const std::string& name, const std::string& value) {
    return {"pdf-limit", Severity::error, {{"limit", name}, {"value", value}}, {}};
}

/// What can be said only when all words have their last form.
void judge(std::vector<pdf::ReadPage> read, pdf::ObjectStore& store, Scans scans, PdfContent& content,
           Diagnostics& findings) {
    unsigned number = 0;
    for (pdf::ReadPage& page : read) {
        pages::SeenPage& seen = content.sight.pages[number];
        page.page = std::move(seen);
        pdf::judge_pictures(page, ++number, findings);
        seen = std::move(page.page);
        if (scans == Scans::left) continue;
        pages::ScannedPage& scan = content.scans.emplace_back(pages::ScannedPage{seen.width, seen.height, {}});
        if (seen.image_only) scan.pictures = pdf::stored_pictures(page.drawn, store);
    }
}

PdfContent read_clean(Bytes clean, const PdfLimits& limits, Scans scans, Diagnostics& findings) {
    pdf::ObjectStore store(clean, limits);
    Bytes().swap(clean); // PoDoFo has its own copy
    const pdf::Object catalog = store.trailer()["Root"];
    PdfContent content;
    content.is_signed = pdf::is_signed(catalog);
    content.attached_document = pdf::attached_document(catalog, store);
    pdf::PageReader reader(store, limits);
    std::vector<pdf::ReadPage> read;
    for (const pdf::PageEntry& entry : pdf::page_entries(catalog, limits)) {
        read.push_back(reader.read(entry, static_cast<unsigned>(read.size()) + 1, findings));
        content.sight.pages.push_back(std::move(read.back().page));
    }
    content.sight.fonts = reader.fonts().names();
    pdf::to_unicode(content.sight, reader.fonts());
    judge(std::move(read), store, scans, content, findings);
    return content;
}

} // namespace

Result<PdfContent> read_pdf(std::string_view bytes, const PdfLimits& limits, Scans scans) {
    Result<Bytes> clean = pdf::clean_copy(bytes);
    if (!clean) return Result<PdfContent>::failed(std::move(clean.diagnostics));
    Diagnostics findings = std::move(clean.diagnostics);
    try {
        PdfContent content = read_clean(std::move(*clean), limits, scans, findings);
        if (content.sight.pages.empty())
            return Result<PdfContent>::failed(Diagnostic{"pdf-broken", Severity::error, {{"reason", "no pages"}}, {}});
        return Result<PdfContent>::of(std::move(content), std::move(findings));
    } catch (const pdf::LimitReached& reached) {
        return Result<PdfContent>::failed(limit(reached.limit, std::to_string(reached.value)));
    } catch (const std::bad_alloc&) {
        return Result<PdfContent>::failed(limit("memory", "1 GB"));
    } catch (const std::exception& error) {
        return Result<PdfContent>::failed(Diagnostic{"pdf-broken", Severity::error, {{"reason", error.what()}}, {}});
    }
}

} // namespace vanthu::read
