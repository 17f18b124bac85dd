#include "jobs/layering.h"

#include "base/resources.h"
#include "jobs/findings.h"
#include "read/pdf/pdf_reader.h"
#include "write/layer/layer_writer.h"
#include "write/layer/picture_file.h"

#include <algorithm>
#include <utility>

namespace vanthu::jobs {
namespace {

using pages::Box;
using pages::SeenPage;
using pages::Word;

double area(const Box& box) { return std::max(0.0, box.x2 - box.x1) * std::max(0.0, box.y2 - box.y1); }

/// Whether most of the smaller one lies in the other.
bool share_place(const Box& a, const Box& b) {
    constexpr double most = 0.5;
    const Box common{std::max(a.x1, b.x1), std::max(a.y1, b.y1), std::min(a.x2, b.x2), std::min(a.y2, b.y2)};
    return area(common) > most * std::min(area(a), area(b));
}

/// `own`: the page as the file gives it. Copying must not give twice what the file itself says.
SeenPage to_layer(const RecognisedPage& recognised, const SeenPage& own) {
    SeenPage page = recognised.result.page;
    page.skew = recognised.result.skew;
    const bool is_turned = page.rotation != 0;
    page.rotation = (page.rotation + own.rotation) % 360;
    if (is_turned) return page;
    std::erase_if(page.words, [&own](const Word& word) {
        return std::ranges::any_of(
            own.words, [&word](const Word& certain) { return !certain.hidden && share_place(word.box, certain.box); });
    });
    return page;
}

write::LayerOptions options_of() { return {"vi", embedded_resource("colour/sRGB.icc")}; }

} // namespace

Result<std::vector<pages::ScannedPage>> sheets_to_layer(std::string_view pdf) {
    using Sheets = Result<std::vector<pages::ScannedPage>>;
    Diagnostics refusals = write::refusals_of_layer(pdf);
    if (has_errors(refusals)) return Sheets::failed(std::move(refusals));
    Result<read::PdfContent> content = read::read_pdf(pdf, {}, read::Scans::collected);
    if (!content) return Sheets::failed(std::move(content.diagnostics));
    return Sheets::of(std::move(content->scans), std::move(content.diagnostics));
}

Result<Bytes> layered_pdf(std::string_view pdf, const std::vector<RecognisedPage>& recognised, const ReadingKit& kit) {
    Result<read::PdfContent> content = read::read_pdf(pdf);
    if (!content) return Result<Bytes>::failed(std::move(content.diagnostics));
    pages::Sight layers;
    layers.pages.resize(content->sight.pages.size());
    for (const RecognisedPage& one : recognised)
        if (one.page > 0 && one.page <= layers.pages.size())
            layers.pages[one.page - 1] = to_layer(one, content->sight.pages[one.page - 1]);
    return write::write_layer(pdf, layers, kit.fonts, options_of());
}

Result<Bytes> layered_pictures(const std::vector<pages::ScannedPage>& sheets,
                               const std::vector<RecognisedPage>& recognised, const ReadingKit& kit) {
    const Result<Bytes> pdf = write::write_picture_file(sheets);
    return pdf ? layered_pdf(*pdf, recognised, kit) : pdf;
}

} // namespace vanthu::jobs
