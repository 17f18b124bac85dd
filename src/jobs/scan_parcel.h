// Scanned sheets and what was recognised on them, as they go through the sandbox's socket. Private to jobs.
#pragma once

#include "base/bytes.h"
#include "jobs/packer.h"
#include "read/scan/scan_reader.h"

#include <optional>
#include <string_view>
#include <vector>

namespace vanthu::jobs {

void pack(Packer& packer, const std::vector<pages::ScannedPage>& pages);
std::vector<pages::ScannedPage> unpack_scanned_pages(Unpacker& unpacker);

void pack(Packer& packer, const read::ScanResult& result);
read::ScanResult unpack_scan_result(Unpacker& unpacker);

/// What a recognising child is asked: to open a file (number 0), or to read one sheet.
struct ScanRequest {
    std::uint32_t number = 0;
    std::string_view file; ///< inside the packed bytes
    std::vector<pages::ScannedPage> page;
};

Bytes pack_open_request(std::string_view file);
Bytes pack_page_request(const pages::ScannedPage& page, std::uint32_t number);
std::optional<ScanRequest> unpack_scan_request(std::string_view bytes);

Bytes pack_scan_answer(const Result<std::vector<pages::ScannedPage>>& answer);
Bytes pack_scan_answer(const Result<read::ScanResult>& answer);
std::optional<Result<std::vector<pages::ScannedPage>>> unpack_opened_scan(std::string_view bytes);
std::optional<Result<read::ScanResult>> unpack_read_scan(std::string_view bytes);

} // namespace vanthu::jobs
