#include "write/layer/conformance.h"

#include "write/layer/page_conformance.h"
#include "write/pdf/deflater.h"

namespace vanthu::write {
namespace {

constexpr int most_outline_items = 20'000;

void check_outline(const PdfObject& item, ConformanceBook& book, int depth, int& left) {
    constexpr int deepest = 50;
    PdfObject next = item;
    while (next && depth < deepest && left-- > 0) {
        if (next["/A"] && !is_allowed_action(next["/A"])) book.drop(next, "/A", "action");
        check_outline(next["/First"], book, depth + 1, left);
        next = next["/Next"];
    }
}

void check_layers(const PdfFile& pdf, ConformanceBook& book) {
    const PdfObject properties = pdf.root()["/OCProperties"];
    if (!properties) return;
    const auto mend = [&](PdfObject configuration, const std::string& name) {
        book.remove_key(configuration, "/AS");
        if (!configuration.has("/Name"))
            book.mends.emplace_back(
                [&pdf, configuration, name]() mutable { configuration.set("/Name", pdf.text_string(name)); });
    };
    mend(properties["/D"], "Default");
    for (int i = 0; i < properties["/Configs"].size(); ++i)
        mend(properties["/Configs"].at(i), "Configuration " + std::to_string(i + 1));
}

void check_catalog(const PdfFile& pdf, ConformanceBook& book) {
    PdfObject root = pdf.root();
    const PdfObject open = root["/OpenAction"];
    if (open.is_dictionary() && !is_allowed_action(open)) book.drop(root, "/OpenAction", "action");
    book.drop(root, "/AA", "action");
    book.drop(root["/Names"], "/JavaScript", "JavaScript");
    book.drop(root["/Names"], "/EmbeddedFiles", "attachment");
    book.remove_key(root["/Names"], "/AlternatePresentations");
    for (const char* key : {"/AF", "/Collection", "/Requirements", "/NeedsRendering", "/Version", "/Extensions"})
        book.remove_key(root, key);
    if (root["/AcroForm"].has("/XFA")) book.obstacles.insert("XFA");
    book.remove_key(root["/AcroForm"], "/NeedAppearances");
    int left = most_outline_items;
    check_outline(root["/Outlines"]["/First"], book, 0, left);
    check_layers(pdf, book);
}

} // namespace

Conformance make_conforming(PdfFile& pdf, int layer_font) {
    ConformanceBook book;
    Deflater deflater;
    PageConformance pages(pdf, book, deflater, layer_font);
    check_catalog(pdf, book);
    for (int i = 0; i < pdf.page_count(); ++i) pages.check(pdf.page(i));
    Conformance result;
    if (!book.obstacles.empty()) {
        std::string reason;
        for (const std::string& obstacle : book.obstacles) reason += (reason.empty() ? "" : ", ") + obstacle;
        result.findings.push_back({"ocr-not-pdfa", Severity::warning, {{"reason", reason}}, {}});
        return result;
    }
    for (const auto& mend : book.mends) mend();
    for (const std::string& what : book.dropped)
        result.findings.push_back({"ocr-dropped", Severity::warning, {{"what", what}}, {}});
    if (pdf.is_encrypted()) result.findings.push_back({"ocr-dropped", Severity::warning, {{"what", "encryption"}}, {}});
    result.level = book.has_foreign_text ? ArchiveLevel::a2b : ArchiveLevel::a2u;
    return result;
}

} // namespace vanthu::write
