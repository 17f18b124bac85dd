#include "jobs/layer_maker.h"

#include "jobs/findings.h"
#include "jobs/layer_parcel.h"
#include "jobs/layering.h"
#include "jobs/sandbox_failure.h"
#include "jobs/scan_parcel.h"
#include "jobs/sniff.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace vanthu::jobs {
namespace {

using Kind = LayerRequest::Kind;
using Sheets = std::vector<pages::ScannedPage>;

Diagnostic error(std::string code) { return {std::move(code), Severity::error, {}, {}}; }

/// Runs in the sandbox.
Bytes answer_request(std::string_view bytes, const ReadingKit& kit) {
    const std::optional<LayerRequest> request = unpack_layer_request(bytes);
    if (!request) return {};
    switch (request->kind) {
    case Kind::open:
        return pack_scan_answer(sheets_to_layer(request->file));
    case Kind::layer:
        return pack_layer_answer(layered_pdf(request->file, request->recognised, kit));
    case Kind::pictures:
        return pack_layer_answer(layered_pictures(request->sheets, request->recognised, kit));
    }
    return {};
}

bool needs_layer(const pages::ScannedPage& sheet) { return !sheet.pictures.empty(); }

Result<Bytes> with_findings(Result<Bytes> result, Diagnostics findings) {
    // What reading says of pages that are pictures is answered by the layer.
    std::erase_if(findings, [](const Diagnostic& finding) { return finding.code == "pdf-page-is-image"; });
    result.diagnostics.insert(result.diagnostics.begin(), std::make_move_iterator(findings.begin()),
                              std::make_move_iterator(findings.end()));
    join_pages(result.diagnostics);
    return result;
}

} // namespace

sandbox::Limits layer_limits() {
    sandbox::Limits limits;
    limits.memory = std::size_t{2} << 30; // the file, its objects and the result are there at once
    limits.cpu_seconds = 60;
    limits.wall_seconds = 120;
    return limits;
}

LayerMaker::LayerMaker(const ReadingKit& kit, std::shared_ptr<ScanPool> scans, Stopped is_stopped,
                       const sandbox::Limits& limits)
    : limits_(limits), sandbox_([&kit](std::string_view request) { return answer_request(request, kit); }, limits),
      scans_(std::move(scans)), is_stopped_(std::move(is_stopped)) {}

Result<Bytes> LayerMaker::make(std::string_view file) {
    if (file.empty()) return Result<Bytes>::failed(error("input-empty"));
    switch (sniff(file)) {
    case FileKind::pdf:
        return make_of_pdf(file);
    case FileKind::picture:
        return make_of_picture(file);
    default:
        return Result<Bytes>::failed(error("ocr-input"));
    }
}

Result<Bytes> LayerMaker::make_of_pdf(std::string_view file) {
    const sandbox::Answer answer = sandbox_.run(pack({Kind::open, file, {}, {}}), file);
    if (answer.end != sandbox::End::answered) return Result<Bytes>::failed(sandbox_failure(answer, limits_));
    std::optional<Result<Sheets>> opened = unpack_opened_scan(answer.bytes);
    if (!opened) return Result<Bytes>::failed(error("read-answer-broken"));
    if (!*opened) return Result<Bytes>::failed(std::move(opened->diagnostics));
    if (std::ranges::none_of(**opened, needs_layer))
        return Result<Bytes>::of(Bytes(file), {{"ocr-nothing-to-do", Severity::note, {}, {}}});
    Diagnostics reasons;
    std::optional<Recognition> recognition = recognise(**opened, reasons);
    if (!recognition) return Result<Bytes>::failed(std::move(reasons));
    opened->value.reset(); // pictures
    std::ranges::move(opened->diagnostics, std::back_inserter(recognition->findings));
    return with_findings(ask({Kind::layer, file, {}, std::move(recognition->pages)}), std::move(recognition->findings));
}

Result<Bytes> LayerMaker::make_of_picture(std::string_view file) {
    Result<Sheets> sheets = scans_->open(file);
    if (!sheets) return Result<Bytes>::failed(std::move(sheets.diagnostics));
    Diagnostics reasons;
    std::optional<Recognition> recognition = recognise(*sheets, reasons);
    if (!recognition) return Result<Bytes>::failed(std::move(reasons));
    if (Diagnostics why = make_storable(*sheets); !why.empty()) return Result<Bytes>::failed(std::move(why));
    return with_findings(ask({Kind::pictures, {}, std::move(*sheets), std::move(recognition->pages)}),
                         std::move(recognition->findings));
}

Diagnostics LayerMaker::make_storable(Sheets& sheets) {
    for (pages::ScannedPage& sheet : sheets) {
        Result<pages::ScannedPage> storable = scans_->as_storable(sheet);
        if (!storable) return std::move(storable.diagnostics);
        sheet = std::move(*storable);
    }
    return {};
}

Result<Bytes> LayerMaker::plain(std::string_view picture) {
    Result<Sheets> sheets = scans_->open(picture);
    if (!sheets) return Result<Bytes>::failed(std::move(sheets.diagnostics));
    if (Diagnostics why = make_storable(*sheets); !why.empty()) return Result<Bytes>::failed(std::move(why));
    return ask({Kind::pictures, {}, std::move(*sheets), {}});
}

std::optional<LayerMaker::Recognition> LayerMaker::recognise(const Sheets& sheets, Diagnostics& reasons) {
    Recognition result;
    std::uint32_t number = 0;
    for (auto& page : scans_->read(sheets, is_stopped_)) {
        ++number;
        std::optional<read::ScanResult> seen = take(std::move(page), result.findings);
        if (seen) result.pages.push_back({number, std::move(*seen)});
    }
    if (is_stopped_ && is_stopped_()) {
        reasons.push_back(error("interrupted"));
        return std::nullopt;
    }
    if (result.pages.empty()) {
        reasons = std::move(result.findings);
        if (!has_errors(reasons)) reasons.push_back(error("ocr-no-page"));
        return std::nullopt;
    }
    // One page that fails is no reason to lose the others.
    for (Diagnostic& finding : result.findings)
        if (finding.severity == Severity::error) finding.severity = Severity::warning;
    return result;
}

Result<Bytes> LayerMaker::ask(const LayerRequest& request) {
    const sandbox::Answer answer = sandbox_.run(pack(request), request.file);
    if (answer.end != sandbox::End::answered) return Result<Bytes>::failed(sandbox_failure(answer, limits_));
    std::optional<Result<Bytes>> result = unpack_layer_answer(answer.bytes);
    const bool is_pdf = result && (!*result || (*result)->starts_with("%PDF-"));
    return is_pdf ? std::move(*result) : Result<Bytes>::failed(error("read-answer-broken"));
}

} // namespace vanthu::jobs
