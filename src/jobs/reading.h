// One file's bytes in, what it says out. Hostile files expected: call it through jobs/reader.h, which does so in a
// sandbox.
#pragma once

#include "base/bytes.h"
#include "base/diagnostic.h"
#include "jobs/reading_kit.h"

#include <cstdint>
#include <string_view>

namespace vanthu::jobs {

enum class Wanted : std::uint8_t { document, tables, text, everything };

struct ReadOptions {
    Wanted wanted = Wanted::document;
    std::uint32_t overlay_page = 0; ///< from 1: also draw that page with what was recognised; 0: none
    bool ignore_attached = false;   ///< read our own files by what stands on their pages, not by the data in them
    bool furniture = true;          ///< in texts
};

struct ReadBytes {
    Bytes content;           ///< JSON of the document or the tables (write/json/read_writer.h), or the text
    Bytes tables;            ///< JSON of the tables, with Wanted::everything
    Bytes text;              ///< with Wanted::everything
    Bytes overlay;           ///< PNG
    std::uint32_t pages = 0; ///< sheets of the file; 0 where it has none of its own (DOCX, text)
    float trust = 1;         ///< least mean trust of the words of a scanned sheet
};

/// `bytes`: a PDF, DOCX or text. Errors: those of the readers and of write_overlay(); scan-unread, overlay-no-pages,
/// input-unknown. Findings: those of gather() and interpret(); read-attached, attached-broken.
Result<ReadBytes> read_bytes(std::string_view bytes, const ReadOptions& options, const ReadingKit& kit);

} // namespace vanthu::jobs
