#include "write/layer/layer_writer.h"

#include "read/pdf/sheet_geometry.h"
#include "write/layer/conformance.h"
#include "write/layer/layer_font.h"
#include "write/layer/layer_metadata.h"
#include "write/layer/old_layer.h"
#include "write/layer/signatures.h"
#include "write/layer/text_layer.h"
#include "write/pdf/pdf_error.h"

#include <algorithm>
#include <utility>

namespace vanthu::write {
namespace {

using read::pdf::Rectangle;

std::optional<Rectangle> rectangle(const PdfObject& array) {
    if (array.size() < 4) return std::nullopt;
    Rectangle r{};
    for (int i = 0; i < 4; ++i) r[static_cast<std::size_t>(i)] = array.at(i).real().value_or(0);
    return r;
}

read::pdf::Matrix to_sheet(const PdfObject& page, int rotation) {
    const auto sheet = read::pdf::sheet_geometry({rectangle(page["/MediaBox"]), rectangle(page["/CropBox"]),
                                                  page["/Rotate"].integer(0), page["/UserUnit"].real().value_or(1)});
    return read::pdf::turned_to(sheet, rotation).to_sheet;
}

class LayerWriter {
  public:
    LayerWriter(PdfFile& pdf, const pages::Sight& recognised, const LayerOptions& options)
        : pdf_(pdf), recognised_(recognised), options_(options) {}

    Result<Bytes> write(const fonts::FontSet& fonts) {
        const auto needs_layer = [](const pages::SeenPage& page) { return !page.words.empty(); };
        int layer_font = 0;
        if (std::ranges::any_of(recognised_.pages, needs_layer)) {
            const LayerFont font(recognised_, fonts, pdf_, deflater_);
            layer_font = font.object().number();
            for (std::size_t i = 0; i < recognised_.pages.size(); ++i)
                if (needs_layer(recognised_.pages[i]))
                    add_layer(pdf_.page(static_cast<int>(i)), recognised_.pages[i], font);
        }
        Conformance conformance = make_conforming(pdf_, layer_font);
        set_catalog(conformance);
        Result<Bytes> result = pdf_.write();
        result.diagnostics.insert(result.diagnostics.end(), conformance.findings.begin(), conformance.findings.end());
        return result;
    }

  private:
    /// Under the page's own content, so that nothing which that leaves behind in the graphics state matters.
    void add_layer(PdfObject page, const pages::SeenPage& seen, const LayerFont& font) {
        drop_hidden_text(page, pdf_, deflater_);
        const std::string name = add_font(page, font);
        const std::string text = text_layer(seen, to_sheet(page, seen.rotation), font, name);
        PdfObject contents = pdf_.parse("[]");
        contents.append(pdf_.stream("", deflater_.deflate(text)));
        const PdfObject own = page["/Contents"];
        if (own.is_stream()) contents.append(own);
        for (int i = 0; i < own.size(); ++i) contents.append(own.at(i));
        page.set("/Contents", contents);
    }

    /// Its name among the page's fonts. Resources may be shared with other pages: this one gets its own.
    std::string add_font(PdfObject& page, const LayerFont& font) const {
        PdfObject resources =
            page["/Resources"].is_dictionary() ? page["/Resources"].shallow_copy() : pdf_.parse("<<>>");
        PdfObject fonts = resources["/Font"].is_dictionary() ? resources["/Font"].shallow_copy() : pdf_.parse("<<>>");
        std::string key = "/Layer";
        while (fonts.has(key.c_str())) key += '0';
        fonts.set(key.c_str(), font.object());
        resources.set("/Font", fonts);
        page.set("/Resources", resources);
        return key.substr(1);
    }

    void set_catalog(const Conformance& conformance) {
        PdfObject root = pdf_.root();
        if (!root.has("/Lang")) root.set("/Lang", pdf_.text_string(options_.language));
        if (conformance.is_met()) {
            PdfObject intent = pdf_.parse("<</Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB) "
                                          "/Info (sRGB)>>");
            intent.set("/DestOutputProfile", pdf_.stream("/N 3 ", deflater_.deflate(options_.colour_profile)));
            PdfObject intents = pdf_.parse("[]");
            intents.append(intent);
            root.set("/OutputIntents", intents);
        }
        set_metadata(pdf_, conformance.level, root["/Lang"].text());
    }

    PdfFile& pdf_;
    const pages::Sight& recognised_;
    const LayerOptions& options_;
    Deflater deflater_;
};

Diagnostic error(std::string code, Arguments arguments = {}) {
    return {std::move(code), Severity::error, std::move(arguments), {}};
}

} // namespace

Result<Bytes> write_layer(std::string_view bytes, const pages::Sight& recognised, const fonts::FontSet& fonts,
                          const LayerOptions& options) {
    Result<PdfFile> pdf = PdfFile::open(bytes);
    if (!pdf) return Result<Bytes>::failed(std::move(pdf.diagnostics));
    if (is_signed(*pdf)) return Result<Bytes>::failed(error("ocr-signed"));
    // The page tree is walked by two libraries, which may see a broken one differently.
    if (static_cast<std::size_t>(pdf->page_count()) != recognised.pages.size())
        return Result<Bytes>::failed(read::pdf::pdf_broken("page tree"));
    try {
        return LayerWriter(*pdf, recognised, options).write(fonts);
    } catch (const PdfError& failure) {
        return Result<Bytes>::failed(failure.diagnostic);
    }
}

} // namespace vanthu::write
