#include "jobs/reading.h"

#include "gather/gather.h"
#include "interpret/interpret.h"
#include "jobs/doubtful_pages.h"
#include "jobs/findings.h"
#include "jobs/scanned_sheets.h"
#include "jobs/sniff.h"
#include "mend/mend.h"
#include "read/docx/docx_reader.h"
#include "read/json/json_reader.h"
#include "read/pdf/pdf_reader.h"
#include "read/text/text_reader.h"
#include "write/json/read_writer.h"
#include "write/overlay/overlay_writer.h"
#include "write/text/text_writer.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

namespace vanthu::jobs {
namespace {

/// A file as its reader left it.
struct Opened {
    std::optional<pages::Sight> sight; ///< of a PDF
    flow::Document flow;               ///< of anything else
    std::optional<Bytes> attached;
    std::vector<pages::ScannedPage> scans{}; ///< of a PDF
    std::uint32_t next_scan = 0;
};

/// Of a picture that could not be read.
constexpr double a4_width = 595.28, a4_height = 841.89;

Diagnostic error(std::string code) { return {std::move(code), Severity::error, {}, {}}; }

bool is_scan(const pages::Sight& sight) {
    return !sight.pages.empty() && std::all_of(sight.pages.begin(), sight.pages.end(),
                                               [](const pages::SeenPage& page) { return page.image_only; });
}

class Reading {
  public:
    Reading(const ReadOptions& options, const ReadingKit& kit, std::optional<Recognised> recognised)
        : options_(options), kit_(kit), recognised_(std::move(recognised)) {}

    Result<ReadBytes> read(std::string_view bytes) {
        ReadBytes result;
        const bool is_filled = fill(bytes, result);
        join_pages(findings_);
        if (!is_filled) return Result<ReadBytes>::failed(std::move(findings_));
        return Result<ReadBytes>::of(std::move(result), std::move(findings_));
    }

  private:
    bool fill(std::string_view bytes, ReadBytes& result) {
        std::optional<Opened> opened = open(bytes);
        if (!opened) return false;
        const bool is_attached_used = take_attached(*opened, result);
        if (!is_attached_used && !recognised_ && has_scans(*opened)) {
            result.scans = std::move(opened->scans);
            result.next_scan = opened->next_scan;
            return true;
        }
        const bool is_all = options_.wanted == Wanted::everything;
        if (is_attached_used && options_.overlay_page == 0 && !is_all) return true;
        if (opened->sight) result.pages = static_cast<std::uint32_t>(opened->sight->pages.size());
        return gather(*opened, result) && draw(*opened, result) &&
               ((is_attached_used && !is_all) || write(*opened, result));
    }

    static bool has_scans(const Opened& opened) {
        return std::ranges::any_of(opened.scans, [](const pages::ScannedPage& page) { return !page.pictures.empty(); });
    }

    std::optional<Opened> open(std::string_view bytes) {
        if (recognised_ && bytes.empty()) return open_picture();
        switch (sniff(bytes)) {
        case FileKind::pdf:
            return open_pdf(bytes);
        case FileKind::docx:
            return open_docx(bytes);
        case FileKind::text:
            return open_text(bytes);
        case FileKind::picture: // is recognised first
        case FileKind::word97:
        case FileKind::rtf:
        case FileKind::locked:
        case FileKind::workbook:
        case FileKind::archive:
        case FileKind::compound:
            break;
        }
        findings_.push_back(error("input-unknown"));
        return std::nullopt;
    }

    std::optional<Opened> open_pdf(std::string_view bytes) {
        read::PdfLimits limits;
        limits.picture_bytes = std::size_t{128} << 20; // they are in memory twice before they are through the socket
        const read::Scans scans = recognised_ ? read::Scans::left : read::Scans::collected;
        std::optional<read::PdfContent> content =
            take(read::read_pdf(bytes, limits, scans, options_.first_scan), findings_);
        if (!content) return std::nullopt;
        return Opened{std::move(content->sight),
                      {},
                      std::move(content->attached_document),
                      std::move(content->scans),
                      static_cast<std::uint32_t>(content->next_scan)};
    }

    std::optional<Opened> open_picture() const {
        pages::Sight sight;
        pages::SeenPage sheet;
        sheet.width = a4_width;
        sheet.height = a4_height;
        sheet.image_only = true;
        sight.pages.assign(recognised_->sheets, sheet);
        return Opened{std::move(sight), {}, {}};
    }

    std::optional<Opened> open_docx(std::string_view bytes) {
        std::optional<read::DocxContent> content = take(read::read_docx(bytes), findings_);
        if (!content) return std::nullopt;
        return Opened{std::nullopt, std::move(content->flow), std::move(content->attached_document)};
    }

    std::optional<Opened> open_text(std::string_view bytes) {
        std::optional<flow::Document> flow = take(read::read_text(bytes), findings_);
        if (!flow) return std::nullopt;
        return Opened{std::nullopt, std::move(*flow), std::nullopt};
    }

    /// Whether the data that came with the file answers at once. It is checked as any input.
    bool take_attached(const Opened& opened, ReadBytes& result) {
        const bool is_document = options_.wanted == Wanted::document || options_.wanted == Wanted::everything;
        if (!is_document || options_.ignore_attached || !opened.attached) return false;
        Result<model::Document> document = read::read_json(*opened.attached, {}, {kit_.schema, {}, true});
        if (!document) {
            findings_.push_back({"attached-broken", Severity::warning, {}, {}});
            return false;
        }
        findings_.push_back({"read-attached", Severity::note, {}, {}});
        result.content = write::read_document_json({std::move(*document), {}, {}});
        return true;
    }

    bool gather(Opened& opened, ReadBytes& result) {
        if (!opened.sight) return true;
        if (recognised_) {
            result.trust = put_recognised(std::move(recognised_->pages), *opened.sight, findings_);
            Diagnostics mended = mend::mend(*opened.sight);
            std::move(mended.begin(), mended.end(), std::back_inserter(findings_));
        }
        if (is_scan(*opened.sight)) findings_.push_back(error("scan-unread"));
        if (has_errors(findings_)) return false;
        std::optional<flow::Document> flow = take(gather::gather(*opened.sight), findings_);
        if (flow) opened.flow = std::move(*flow);
        return flow.has_value();
    }

    bool draw(Opened& opened, ReadBytes& result) {
        if (options_.overlay_page != 0) {
            if (!opened.sight) findings_.push_back(error("overlay-no-pages"));
            if (!opened.sight) return false;
            const Bytes font = kit_.fonts.file(Face::regular);
            const write::OverlayOptions options{options_.overlay_page, write::OverlayOptions().dots_per_inch, font};
            std::optional<Bytes> png = take(write::write_overlay(*opened.sight, opened.flow, options), findings_);
            if (!png) return false;
            result.overlay = std::move(*png);
        }
        if (options_.doubtful_pages == 0) opened.sight.reset();
        return true;
    }

    /// A page that cannot be drawn is no reason to lose what was read.
    void draw_doubtful(const Opened& opened, const model::ReadDocument& document, ReadBytes& result) const {
        if (!opened.sight) return;
        const Bytes font = kit_.fonts.file(Face::regular);
        for (const std::uint32_t page : doubtful_pages(*opened.sight, document, findings_, options_.doubtful_pages)) {
            const write::OverlayOptions options{page, write::OverlayOptions().dots_per_inch, font};
            Result<Bytes> png = write::write_overlay(*opened.sight, opened.flow, options);
            if (png) result.doubtful.push_back({page, std::move(*png)});
        }
    }

    bool write(const Opened& opened, ReadBytes& result) {
        const flow::Document& flow = opened.flow;
        if (options_.wanted == Wanted::text) {
            result.content = write::write_text(flow, {options_.furniture});
            return true;
        }
        const bool is_document = options_.wanted != Wanted::tables;
        Result<model::ReadDocument> read = interpret::interpret(flow, {kit_.templates, kit_.words});
        // Of tables alone it is no matter what else the document lacks.
        if (read && !is_document) read.diagnostics.clear();
        const std::optional<model::ReadDocument> document = take(std::move(read), findings_);
        if (!document) return false;
        if (options_.wanted == Wanted::everything) {
            result.tables = write::tables_json(document->tables, write::CellPlaces::told);
            result.text = write::write_text(flow, {options_.furniture});
            draw_doubtful(opened, *document, result);
        }
        // The data that came with the file stands.
        if (!result.content.empty()) return true;
        result.content = is_document ? write::read_document_json(*document) : write::tables_json(document->tables);
        return true;
    }

    const ReadOptions& options_;
    const ReadingKit& kit_;
    std::optional<Recognised> recognised_;
    Diagnostics findings_;
};

} // namespace

Result<ReadBytes> read_bytes(std::string_view bytes, const ReadOptions& options, const ReadingKit& kit,
                             std::optional<Recognised> recognised) {
    return Reading(options, kit, std::move(recognised)).read(bytes);
}

} // namespace vanthu::jobs
