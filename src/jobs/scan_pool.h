// Recognises scanned sheets in sandboxed children, as many at once as the machine has cores.
#pragma once

#include "base/bytes.h"
#include "base/diagnostic.h"
#include "read/scan/scan_reader.h"
#include "sandbox/sandbox.h"

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

namespace vanthu::jobs {

/// What one sheet may cost.
sandbox::Limits scan_limits();

/// Shared by all threads that read; made before the first of them starts. A child loads the engine with its first
/// sheet.
class ScanPool {
  public:
    /// `children` 0: one for each core.
    explicit ScanPool(unsigned children = 0, const sandbox::Limits& limits = scan_limits());

    /// open_scan() of a PNG, JPEG or TIFF file. Errors beside its own: those of load_scan_module(); scan-page-failed
    /// (reason: crashed, timed-out, too-large, broken), sandbox-refused.
    Result<std::vector<pages::ScannedPage>> open(std::string_view file);

    /// read::as_storable(). Errors beside its own: as open().
    Result<pages::ScannedPage> as_storable(const pages::ScannedPage& page);

    using Done = std::function<void(std::size_t done, std::size_t all)>;
    using Stopped = std::function<bool()>;

    /// One result for each page, in order; a page without pictures gives none and no error. Uses all children that are
    /// free. What fails on one page is that page's. `done` is called from several threads, one at a time.
    std::vector<Result<read::ScanResult>> read(const std::vector<pages::ScannedPage>& pages, const Stopped& is_stopped,
                                               const Done& done = {});

    /// What is being read or asked from now on fails: sandbox-refused. For any thread.
    void stop();

  private:
    class Lease;
    sandbox::Answer run(const Bytes& request);
    Result<read::ScanResult> read_page(const pages::ScannedPage& page, std::uint32_t number);

    sandbox::Limits limits_;
    std::vector<std::unique_ptr<sandbox::Sandbox>> children_;
    std::vector<sandbox::Sandbox*> idle_;
    std::mutex mutex_;
    std::condition_variable freed_;
};

} // namespace vanthu::jobs
