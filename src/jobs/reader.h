// Reads files of any kind safely: in a sandbox, with what comes back checked like any input.
#pragma once

#include "base/bytes.h"
#include "base/diagnostic.h"
#include "jobs/office_converter.h"
#include "jobs/reading.h"
#include "model/read_table.h"
#include "sandbox/sandbox.h"

#include <string_view>
#include <vector>

namespace vanthu::jobs {

struct ReadResult {
    Bytes content;                        ///< JSON of the document, or the text
    std::vector<model::ReadTable> tables; ///< with Wanted::tables and Wanted::everything
    Bytes text;                           ///< with Wanted::everything
    Bytes overlay;                        ///< PNG
    std::uint32_t pages = 0;              ///< sheets of the file; 0 where it has none of its own (DOCX, text)
    float trust = 1;                      ///< 0..1, least mean trust of the words of a scanned sheet; 1 without scans
};

/// One for each thread, made before the first thread starts.
class Reader {
  public:
    /// The kit must live longer than the reader.
    explicit Reader(const ReadingKit& kit, const sandbox::Limits& limits = {}, OfficeOptions office = {});

    /// Word 97 and RTF become a DOCX first. Errors: those of read_bytes() and of OfficeConverter; read-crashed
    /// (signal), read-timed-out (seconds), read-too-large (limit), read-answer-broken, sandbox-refused, input-locked,
    /// input-workbook, input-archive, input-empty.
    Result<ReadResult> read(Bytes file, const ReadOptions& options);

    /// For files that are converted before they are read.
    OfficeConverter& office() { return office_; }

  private:
    Result<Bytes> readable(Bytes file);

    sandbox::Limits limits_;
    sandbox::Sandbox sandbox_;
    OfficeConverter office_;
};

} // namespace vanthu::jobs
