// One file's bytes in, what it says out. Hostile files expected: call it through jobs/reader.h, which does so in a
// sandbox.
#pragma once

#include "base/bytes.h"
#include "base/diagnostic.h"
#include "jobs/reading_kit.h"
#include "pages/raster.h"
#include "read/scan/scan_reader.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace vanthu::jobs {

enum class Wanted : std::uint8_t { document, tables, text, everything };

struct ReadOptions {
    Wanted wanted = Wanted::document;
    std::uint32_t overlay_page = 0; ///< from 1: also draw that page with what was recognised; 0: none
    bool ignore_attached = false;   ///< read our own files by what stands on their pages, not by the data in them
    bool furniture = true;          ///< in texts
};

struct RecognisedPage {
    std::uint32_t page = 0; ///< from 1
    read::ScanResult result;
};

/// What became of the scanned sheets of a file.
struct Recognised {
    std::uint32_t sheets = 0; ///< of a picture file
    std::vector<RecognisedPage> pages;
};

struct ReadBytes {
    Bytes content;           ///< JSON of the document or the tables (write/json/read_writer.h), or the text
    Bytes tables;            ///< JSON of the tables, with Wanted::everything
    Bytes text;              ///< with Wanted::everything
    Bytes overlay;           ///< PNG
    std::uint32_t pages = 0; ///< sheets of the file; 0 where it has none of its own (DOCX, text)
    float trust = 1;         ///< least mean trust of the words of a scanned sheet
    /// One for each sheet, where some must be recognised first; then nothing else is here.
    std::vector<pages::ScannedPage> scans;
};

/// `bytes`: a PDF, DOCX or text. Where sheets of it are pictures the answer is those (ReadBytes::scans); once they are
/// recognised it is called again with `recognised`, for a picture file with that alone. Errors: those of the readers
/// and of write_overlay(); scan-unread, overlay-no-pages, input-unknown. Findings: those of gather() and interpret();
/// read-attached, attached-broken, scan-recognised, scan-empty.
Result<ReadBytes> read_bytes(std::string_view bytes, const ReadOptions& options, const ReadingKit& kit,
                             std::optional<Recognised> recognised = {});

} // namespace vanthu::jobs
