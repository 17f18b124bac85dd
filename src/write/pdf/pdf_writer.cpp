#include "write/pdf/pdf_writer.h"

#include "write/pdf/attachment.h"
#include "write/pdf/embedded_fonts.h"
#include "write/pdf/metadata.h"
#include "write/pdf/outline.h"
#include "write/pdf/page_content.h"
#include "write/pdf/page_labels.h"
#include "write/pdf/pdf_error.h"
#include "write/pdf/structure_tree.h"

#include <fmt/format.h>

namespace vanthu::write {
namespace {

/// Bytes above 127 behind the version tell that the file is not text (ISO 19005-1, 6.1.2).
constexpr std::string_view header_classic = "%PDF-1.4\n%\xE2\xE3\xCF\xD3\n";
constexpr std::string_view header_compressed = "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n";

class PdfWriter {
  public:
    PdfWriter(const pages::Document& pages, const flow::Info& info, const PdfOptions& options)
        : pages_(pages), info_(info), options_(options), tagged_(options.level != PdfLevel::a1b) {}

    Bytes write(const fonts::FontSet& fonts) {
        if (pages_.pages.empty()) throw PdfError("pdf-no-pages");
        if (options_.colour_profile.empty()) throw PdfError("pdf-no-colour-profile");
        if (tagged_) types_ = structure_types(pages_);
        const EmbeddedFonts embedded(pages_, fonts, options_.level == PdfLevel::a1b, document_, deflater_);
        add_pages(embedded);
        document_.set_info_entries(info_entries(info_));
        document_.set_catalog_entries(catalog_entries());

        ObjectSink sink(tagged_ ? FileKind::compressed : FileKind::classic,
                        document_.write(tagged_ ? header_compressed : header_classic), deflater_);
        add_outline(pages_, marked_.numbers, sink);
        if (tagged_) add_structure_tree(pages_, types_, marked_, sink);
        return sink.finish();
    }

  private:
    void add_pages(const EmbeddedFonts& fonts) {
        PageContent content(fonts, types_);
        MarkedContents on_page;
        for (std::size_t i = 0; i < pages_.pages.size(); ++i) {
            const pages::Page& page = pages_.pages[i];
            on_page.clear();
            const Bytes deflated = deflater_.deflate(content.write(page, on_page));
            marked_.begins.push_back(marked_.elements.size());
            marked_.elements.insert(marked_.elements.end(), on_page.begin(), on_page.end());
            marked_.numbers.push_back(document_.add_page(
                {page.width, page.height, fonts.resources(), tagged_ ? static_cast<int>(i) : -1, deflated}));
        }
        marked_.begins.push_back(marked_.elements.size());
    }

    std::string catalog_entries() {
        std::string entries = output_intent();
        // Not deflated: PDF/A-1 forbids it (ISO 19005-1, 6.7.2), and readers of metadata need not know PDF.
        const std::string xmp = xmp_packet(info_, options_.level);
        entries += fmt::format("/Metadata {} 0 R\n", document_.add_stream("/Type /Metadata\n/Subtype /XML\n", xmp));
        entries += "/PageLabels " + page_labels(pages_) + "\n";
        if (options_.level == PdfLevel::a3a)
            entries +=
                add_attachment({options_.source_name, options_.source, pdf_date(info_.date)}, document_, deflater_);
        const ObjectNumber outline_root = document_.next_number(); // nothing is added to the body from here on
        const ObjectNumber structure_root = outline_root + outline_object_count(pages_);
        if (!pages_.outline.empty()) entries += fmt::format("/Outlines {} 0 R\n/PageMode /UseOutlines\n", outline_root);
        if (tagged_)
            entries += fmt::format("/Lang {}\n/MarkInfo <</Marked true>>\n/StructTreeRoot {} 0 R\n"
                                   "/ViewerPreferences <</DisplayDocTitle true>>\n",
                                   text_string(info_.language), structure_root);
        return entries;
    }

    std::string output_intent() {
        const ObjectNumber profile =
            document_.add_stream("/N 3\n/Filter /FlateDecode\n", deflater_.deflate(options_.colour_profile));
        return fmt::format("/OutputIntents [<</Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB) "
                           "/Info (sRGB) /DestOutputProfile {} 0 R>>]\n",
                           profile);
    }

    const pages::Document& pages_;
    const flow::Info& info_;
    const PdfOptions& options_;
    const bool tagged_;
    HaruDocument document_;
    Deflater deflater_;
    std::vector<std::string_view> types_; ///< empty where not tagged
    MarkedPages marked_;
};

} // namespace

Result<Bytes> write_pdf(const pages::Document& pages, const flow::Info& info, const fonts::FontSet& fonts,
                        const PdfOptions& options) {
    try {
        return Result<Bytes>::of(PdfWriter(pages, info, options).write(fonts));
    } catch (const PdfError& error) {
        return Result<Bytes>::failed(error.diagnostic);
    }
}

} // namespace vanthu::write
