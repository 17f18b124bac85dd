#include "jobs/parcel.h"

#include "jobs/packer.h"
#include "jobs/scan_parcel.h"

namespace vanthu::jobs {
namespace {

void pack(Packer& packer, const Recognised& recognised) {
    packer.number(recognised.sheets);
    packer.number<std::uint64_t>(recognised.pages.size());
    for (const RecognisedPage& page : recognised.pages) {
        packer.number(page.page);
        jobs::pack(packer, page.result);
    }
}

Recognised unpack_recognised(Unpacker& unpacker) {
    Recognised recognised;
    recognised.sheets = unpacker.number<std::uint32_t>();
    for (std::uint64_t left = unpacker.count(max_pages); left > 0 && unpacker.is_sound(); --left) {
        const auto page = unpacker.number<std::uint32_t>();
        recognised.pages.push_back({page, unpack_scan_result(unpacker)});
    }
    return recognised;
}

void pack(Packer& packer, const ReadBytes& value) {
    packer.reserve(value.content.size() + value.tables.size() + value.text.size() + value.overlay.size() + 1024);
    for (const Bytes* part : {&value.content, &value.tables, &value.text, &value.overlay}) packer.text(*part);
    packer.number(value.pages);
    packer.number(value.trust);
    packer.number<std::uint64_t>(value.doubtful.size());
    for (const DrawnPage& drawn : value.doubtful) {
        packer.number(drawn.page);
        packer.text(drawn.png);
    }
    jobs::pack(packer, value.scans);
    packer.number(value.next_scan);
}

ReadBytes unpack_read_bytes(Unpacker& unpacker) {
    ReadBytes value;
    for (Bytes* part : {&value.content, &value.tables, &value.text, &value.overlay}) *part = unpacker.text();
    value.pages = unpacker.number<std::uint32_t>();
    value.trust = unpacker.number<float>();
    if (!std::isfinite(value.trust)) unpacker.fail();
    for (std::uint64_t left = unpacker.count(max_pages); left > 0 && unpacker.is_sound(); --left) {
        const auto page = unpacker.number<std::uint32_t>();
        value.doubtful.push_back({page, Bytes(unpacker.text())});
    }
    value.scans = unpack_scanned_pages(unpacker);
    value.next_scan = unpacker.number<std::uint32_t>();
    return value;
}

} // namespace

Bytes pack_request(std::string_view file, const ReadOptions& options, const std::optional<Recognised>& recognised) {
    Packer packer;
    packer.number(static_cast<std::uint8_t>(options.wanted));
    packer.number(options.overlay_page);
    packer.number(static_cast<std::uint8_t>(options.ignore_attached));
    packer.number(static_cast<std::uint8_t>(options.furniture));
    packer.number(options.first_scan);
    packer.number(options.doubtful_pages);
    packer.number(static_cast<std::uint8_t>(recognised.has_value()));
    if (recognised) pack(packer, *recognised);
    packer.text_follows(file);
    return packer.take();
}

std::optional<Request> unpack_request(std::string_view bytes) {
    Unpacker unpacker(bytes);
    Request request;
    request.options.wanted = static_cast<Wanted>(unpacker.number<std::uint8_t>());
    request.options.overlay_page = unpacker.number<std::uint32_t>();
    request.options.ignore_attached = unpacker.number<std::uint8_t>() != 0;
    request.options.furniture = unpacker.number<std::uint8_t>() != 0;
    request.options.first_scan = unpacker.number<std::uint32_t>();
    request.options.doubtful_pages = unpacker.number<std::uint32_t>();
    if (unpacker.number<std::uint8_t>() != 0) request.recognised = unpack_recognised(unpacker);
    request.file = unpacker.text();
    if (!unpacker.is_finished()) return std::nullopt;
    return request;
}

Bytes pack_answer(const Result<ReadBytes>& answer) {
    Packer packer;
    packer.number(static_cast<std::uint8_t>(answer.value.has_value()));
    if (answer) pack(packer, *answer);
    packer.diagnostics(answer.diagnostics);
    return packer.take();
}

std::optional<Result<ReadBytes>> unpack_answer(std::string_view bytes) {
    Unpacker unpacker(bytes);
    Result<ReadBytes> answer;
    if (unpacker.number<std::uint8_t>() != 0) answer.value = unpack_read_bytes(unpacker);
    answer.diagnostics = unpacker.diagnostics();
    if (!unpacker.is_finished()) return std::nullopt;
    return answer;
}

} // namespace vanthu::jobs
