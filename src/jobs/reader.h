// Reads files of any kind safely: in a sandbox, with what comes back checked like any input.
#pragma once

#include "base/bytes.h"
#include "base/diagnostic.h"
#include "jobs/office_converter.h"
#include "jobs/reading.h"
#include "jobs/scan_pool.h"
#include "jobs/sniff.h"
#include "model/read_table.h"
#include "sandbox/sandbox.h"

#include <functional>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace vanthu::jobs {

struct ReadResult {
    Bytes content;                        ///< JSON of the document, or the text
    std::vector<model::ReadTable> tables; ///< with Wanted::tables and Wanted::everything
    Bytes text;                           ///< with Wanted::everything
    Bytes overlay;                        ///< PNG
    std::vector<DrawnPage> doubtful;      ///< where they were asked for
    std::uint32_t pages = 0;              ///< sheets of the file; 0 where it has none of its own (DOCX, text)
    float trust = 1;                      ///< 0..1, least mean trust of the words of a scanned sheet; 1 without scans
};

/// One for each thread, made before the first thread starts.
class Reader {
  public:
    /// The kit must live longer than the reader. `scans` is shared by all readers; none: the reader makes its own.
    explicit Reader(const ReadingKit& kit, const sandbox::Limits& limits = {}, OfficeOptions office = {},
                    std::shared_ptr<ScanPool> scans = {});

    /// Word 97 and RTF become a DOCX first, sheets that are pictures are recognised (those that fail are left out and
    /// named). Errors: those of read_bytes(), OfficeConverter and ScanPool; read-crashed (signal), read-timed-out
    /// (seconds), read-too-large (limit), read-answer-broken, sandbox-refused, input-locked, input-workbook,
    /// input-archive, input-empty.
    Result<ReadResult> read(std::string_view file, const ReadOptions& options);

    /// Called with each scanned sheet of a file that is done, from several threads, one at a time.
    void tell_sheets(ScanPool::Done done) { sheet_done_ = std::move(done); }

    /// For files that are converted before they are read.
    OfficeConverter& office() { return office_; }

  private:
    Result<Bytes> converted(std::string_view file, FileKind kind);
    Result<ReadBytes> ask(std::string_view file, const ReadOptions& options,
                          const std::optional<Recognised>& recognised = {});
    Result<ReadBytes> read_picture(std::string_view file, const ReadOptions& options);
    Result<ReadBytes> read_scans(std::string_view file, const ReadOptions& options, ReadBytes begun);
    void recognise(const std::vector<pages::ScannedPage>& scans, Recognised& recognised, Diagnostics& findings);

    sandbox::Limits limits_;
    sandbox::Sandbox sandbox_;
    OfficeConverter office_;
    std::shared_ptr<ScanPool> scans_;
    std::function<bool()> is_stopped_;
    ScanPool::Done sheet_done_;
};

} // namespace vanthu::jobs
