#include "jobs/reader.h"

#include "jobs/findings.h"
#include "jobs/parcel.h"
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
    return pack_answer(read_bytes(request->file, request->options, kit));
}

Diagnostic failure(const sandbox::Answer& answer, const sandbox::Limits& limits) {
    switch (answer.end) {
    case sandbox::End::timed_out:
        return error("read-timed-out", {{"seconds", std::to_string(limits.cpu_seconds)}});
    case sandbox::End::too_large:
        return error("read-too-large", {{"limit", std::to_string(limits.memory >> 20)}});
    case sandbox::End::refused:
        return error("sandbox-refused");
    case sandbox::End::crashed:
    case sandbox::End::answered:
        break;
    }
    return error("read-crashed", {{"signal", std::to_string(answer.signal)}});
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
        return "scan-unread";
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

Reader::Reader(const ReadingKit& kit, const sandbox::Limits& limits, OfficeOptions office)
    : limits_(limits), sandbox_([&kit](std::string_view request) { return answer_request(request, kit); }, limits),
      office_(std::move(office)) {}

/// The file, or what an office program makes of it.
Result<Bytes> Reader::readable(Bytes file) {
    if (file.empty()) return Result<Bytes>::failed(error("input-empty"));
    const FileKind kind = sniff(file);
    const std::string refusal = refusal_of(kind);
    if (!refusal.empty()) return Result<Bytes>::failed(error(refusal));
    if (kind == FileKind::word97) return office_.to_docx(file, OfficeFormat::doc);
    if (kind == FileKind::rtf) return office_.to_docx(file, OfficeFormat::rtf);
    return Result<Bytes>::of(std::move(file));
}

Result<ReadResult> Reader::read(Bytes file, const ReadOptions& options) {
    Result<Bytes> document = readable(std::move(file));
    if (!document) return Reading::failed(std::move(document.diagnostics));
    Bytes request = pack_request(*document, options);
    document.value.reset();
    const sandbox::Answer answer = sandbox_.run(request);
    Bytes().swap(request);
    if (answer.end != sandbox::End::answered) return Reading::failed(failure(answer, limits_));
    std::optional<Result<ReadBytes>> unpacked = unpack_answer(answer.bytes);
    if (!unpacked) return Reading::failed(error("read-answer-broken"));
    return checked(std::move(*unpacked), options);
}

} // namespace vanthu::jobs
