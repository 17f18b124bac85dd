#include "jobs/layer_parcel.h"

#include "jobs/packer.h"
#include "jobs/scan_parcel.h"

namespace vanthu::jobs {
namespace {

constexpr std::uint64_t most_pages = 10'000;

} // namespace

Bytes pack(const LayerRequest& request) {
    Packer packer;
    packer.number(static_cast<std::uint8_t>(request.kind));
    pack(packer, request.sheets);
    packer.number<std::uint64_t>(request.recognised.size());
    for (const RecognisedPage& one : request.recognised) {
        packer.number(one.page);
        pack(packer, one.result);
    }
    packer.text_follows(request.file);
    return packer.take();
}

std::optional<LayerRequest> unpack_layer_request(std::string_view bytes) {
    Unpacker unpacker(bytes);
    LayerRequest request;
    const auto kind = unpacker.number<std::uint8_t>();
    if (kind > static_cast<std::uint8_t>(LayerRequest::Kind::pictures)) unpacker.fail();
    request.kind = static_cast<LayerRequest::Kind>(kind);
    request.sheets = unpack_scanned_pages(unpacker);
    for (std::uint64_t left = unpacker.count(most_pages); left > 0 && unpacker.is_sound(); --left) {
        const auto page = unpacker.number<std::uint32_t>();
        request.recognised.push_back({page, unpack_scan_result(unpacker)});
    }
    request.file = unpacker.text();
    if (!unpacker.is_finished()) return std::nullopt;
    return request;
}

Bytes pack_layer_answer(const Result<Bytes>& answer) {
    Packer packer;
    packer.number(static_cast<std::uint8_t>(answer.value.has_value()));
    packer.text(answer ? *answer : Bytes());
    packer.diagnostics(answer.diagnostics);
    return packer.take();
}

std::optional<Result<Bytes>> unpack_layer_answer(std::string_view bytes) {
    Unpacker unpacker(bytes);
    const bool has_value = unpacker.number<std::uint8_t>() != 0;
    const std::string_view value = unpacker.text();
    Diagnostics findings = unpacker.diagnostics();
    if (!unpacker.is_finished() || has_value == has_errors(findings)) return std::nullopt;
    if (!has_value) return Result<Bytes>::failed(std::move(findings));
    return Result<Bytes>::of(Bytes(value), std::move(findings));
}

} // namespace vanthu::jobs
