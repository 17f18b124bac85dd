#include "write/layer/picture_file.h"

#include "write/layer/pdf_file.h"
#include "write/layer/picture_coding.h"
#include "write/pdf/deflater.h"
#include "write/pdf/pdf_error.h"

#include <fmt/format.h>

namespace vanthu::write {
namespace {

/// From the unit square with y down on a sheet with y down to PDF's, which both have y up.
std::string placed(const pages::StoredPicture& picture, double height, std::size_t index) {
    const auto& [a, b, c, d, e, f] = picture.placement;
    return fmt::format("q {:.4f} {:.4f} {:.4f} {:.4f} {:.4f} {:.4f} cm /P{} Do Q\n", a, -b, -c, d, c + e,
                       height - d - f, index);
}

void add_sheet(PdfFile& pdf, const pages::ScannedPage& sheet, Deflater& deflater) {
    PdfObject pictures = pdf.parse("<<>>"), resources = pdf.parse("<<>>");
    std::string content;
    for (std::size_t i = 0; i < sheet.pictures.size(); ++i) {
        const auto coded = coded_picture(sheet.pictures[i]);
        if (!coded) throw PdfError("scan-broken", {{"reason", "coding"}});
        const PdfObject image = coded->is_plain ? pdf.stream(coded->entries, deflater.deflate(coded->data))
                                                : pdf.stored_stream(coded->entries, coded->data);
        pictures.set(fmt::format("/P{}", i).c_str(), image);
        content += placed(sheet.pictures[i], sheet.height, i);
    }
    resources.set("/XObject", pictures);
    PdfObject page = pdf.indirect(
        pdf.parse(fmt::format("<</Type /Page /MediaBox [0 0 {:.2f} {:.2f}]>>", sheet.width, sheet.height)));
    page.set("/Resources", resources);
    page.set("/Contents", pdf.stream("", deflater.deflate(content)));
    pdf.add_page(page);
}

} // namespace

bool can_be_stored(const pages::StoredPicture& picture) { return coded_picture(picture).has_value(); }

Result<Bytes> write_picture_file(std::span<const pages::ScannedPage> sheets) {
    PdfFile pdf = PdfFile::empty();
    try {
        Deflater deflater;
        for (const pages::ScannedPage& sheet : sheets) add_sheet(pdf, sheet, deflater);
    } catch (const PdfError& failure) {
        return Result<Bytes>::failed(failure.diagnostic);
    }
    return pdf.write();
}

} // namespace vanthu::write
