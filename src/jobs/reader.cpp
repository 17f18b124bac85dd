#include "jobs/reader.h"

#include "jobs/findings.h"
#include "jobs/parcel.h"
#include "jobs/sandbox_failure.h"
#include "jobs/sniff.h"
#include "read/json/tables_reader.h"
#include "text/unicode.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace vanthu::jobs {
namespace {

using Reading = Result<ReadResult>;

Diagnostic error(std::string code, Arguments arguments = {}) {
    return {std::move(code), Severity::error, std::move(arguments), {}};
}

/// Runs in the sandbox.
Bytes answer_request(std::string_view bytes, const ReadingKit& kit) {
    const std::optional<Request> request = unpack_request(bytes);
    if (!request) return {};
    return pack_answer(read_bytes(request->file, request->options, kit, request->recognised));
}

/// What the kind alone forbids, with no need to open the file; empty: nothing.
std::string refusal_of(FileKind kind) {
    switch (kind) {
    case FileKind::locked:
        return "input-locked";
    case FileKind::workbook:
        return "input-workbook";
    case FileKind::archive:
        return "input-archive";
    case FileKind::compound:
        return "input-unknown";
    case FileKind::picture:
    case FileKind::pdf:
    case FileKind::docx:
    case FileKind::word97:
    case FileKind::rtf:
    case FileKind::text:
        break;
    }
    return {};
}

bool is_png(std::string_view bytes) { return bytes.starts_with("\x89PNG\r\n\x1A\n"); }

bool is_nfc(const Bytes& text) { return text::to_nfc(text) == text; }

/// Whoever wrote the file may have written the answer too.
bool check(ReadBytes& bytes, const ReadOptions& options, ReadResult& result, Diagnostics& findings) {
    if (options.overlay_page != 0 && !is_png(bytes.overlay)) return false;
    result.overlay = std::move(bytes.overlay);
    for (const DrawnPage& drawn : bytes.doubtful)
        if (!is_png(drawn.png)) return false;
    result.doubtful = std::move(bytes.doubtful);
    result.pages = bytes.pages;
    result.trust = std::clamp(bytes.trust, 0.0F, 1.0F);
    const bool is_all = options.wanted == Wanted::everything;
    if (is_all || options.wanted == Wanted::tables) {
        auto tables = take(read::read_tables_json(is_all ? bytes.tables : bytes.content), findings);
        if (!tables) return false;
        result.tables = std::move(*tables);
    }
    const bool is_json = is_all || options.wanted == Wanted::document;
    const bool is_sound =
        options.wanted == Wanted::tables || (is_json ? read::is_json_object(bytes.content) : is_nfc(bytes.content));
    result.text = std::move(bytes.text);
    if (options.wanted != Wanted::tables) result.content = std::move(bytes.content);
    return is_sound && is_nfc(result.text);
}

Reading checked(Result<ReadBytes> answer, const ReadOptions& options) {
    if (!answer && !has_errors(answer.diagnostics)) return Reading::failed(error("read-answer-broken"));
    if (!answer) return Reading::failed(std::move(answer.diagnostics));
    Reading result = Reading::of({}, std::move(answer.diagnostics));
    if (!check(*answer, options, *result, result.diagnostics)) return Reading::failed(error("read-answer-broken"));
    return result;
}

} // namespace

Reader::Reader(const ReadingKit& kit, const sandbox::Limits& limits, OfficeOptions office,
               std::shared_ptr<ScanPool> scans)
    : limits_(limits), sandbox_([&kit](std::string_view request) { return answer_request(request, kit); }, limits),
      office_(office), scans_(scans ? std::move(scans) : std::make_shared<ScanPool>()), is_stopped_(office.is_stopped) {
}

/// What an office program makes of it.
Result<Bytes> Reader::converted(std::string_view file, FileKind kind) {
    return office_.to_docx(file, kind == FileKind::rtf ? OfficeFormat::rtf : OfficeFormat::doc);
}

Result<ReadBytes> Reader::ask(std::string_view file, const ReadOptions& options,
                              const std::optional<Recognised>& recognised) {
    using Read = Result<ReadBytes>;
    const sandbox::Answer answer = sandbox_.run(pack_request(file, options, recognised), file);
    if (answer.end != sandbox::End::answered) return Read::failed(sandbox_failure(answer, limits_));
    std::optional<Read> unpacked = unpack_answer(answer.bytes);
    return unpacked ? std::move(*unpacked) : Read::failed(error("read-answer-broken"));
}

void Reader::recognise(const std::vector<pages::ScannedPage>& scans, Recognised& recognised, Diagnostics& findings) {
    for (std::uint32_t i = 0; auto& result : scans_->read(scans, is_stopped_, sheet_done_)) {
        ++i;
        std::optional<read::ScanResult> page = take(std::move(result), findings);
        if (page) recognised.pages.push_back({i, std::move(*page)});
    }
}

/// Has the sheets recognised, as many at a time as there is room for, and reads the file with what came of them; `file`
/// is empty for pictures.
Result<ReadBytes> Reader::read_scans(std::string_view file, const ReadOptions& options, ReadBytes begun) {
    Recognised recognised{static_cast<std::uint32_t>(begun.scans.size()), {}};
    Diagnostics findings;
    ReadOptions more = options;
    recognise(begun.scans, recognised, findings);
    while (begun.next_scan > more.first_scan) {
        more.first_scan = begun.next_scan;
        Result<ReadBytes> next = ask(file, more);
        if (!next) return next;
        begun = std::move(*next);
        recognise(begun.scans, recognised, findings);
    }
    // Sheets are missing then, and nothing would say so.
    if (is_stopped_ && is_stopped_()) return Result<ReadBytes>::failed(error("interrupted"));
    // One page that fails is no reason to lose the others.
    const bool is_any_read = !recognised.pages.empty();
    Result<ReadBytes> answer = ask(file, options, recognised);
    for (Diagnostic& finding : findings)
        if (answer && finding.severity == Severity::error) finding.severity = Severity::warning;
    if (!is_any_read && has_errors(findings))
        std::erase_if(answer.diagnostics, [](const Diagnostic& finding) { return finding.code == "scan-unread"; });
    answer.diagnostics.insert(answer.diagnostics.begin(), findings.begin(), findings.end());
    join_pages(answer.diagnostics);
    return answer;
}

Result<ReadBytes> Reader::read_picture(std::string_view file, const ReadOptions& options) {
    Result<std::vector<pages::ScannedPage>> scans = scans_->open(file);
    if (!scans) return Result<ReadBytes>::failed(std::move(scans.diagnostics));
    ReadBytes begun;
    begun.scans = std::move(*scans);
    return read_scans({}, options, std::move(begun));
}

Result<ReadResult> Reader::read(std::string_view file, const ReadOptions& options) {
    if (file.empty()) return Reading::failed(error("input-empty"));
    const FileKind kind = sniff(file);
    if (const std::string refusal = refusal_of(kind); !refusal.empty()) return Reading::failed(error(refusal));
    if (kind == FileKind::picture) return checked(read_picture(file, options), options);
    Result<Bytes> document;
    if (kind == FileKind::word97 || kind == FileKind::rtf) {
        document = converted(file, kind);
        if (!document) return Reading::failed(std::move(document.diagnostics));
        file = *document;
    }
    Result<ReadBytes> answer = ask(file, options);
    if (answer && !answer->scans.empty()) answer = read_scans(file, options, std::move(*answer));
    return checked(std::move(answer), options);
}

} // namespace vanthu::jobs
