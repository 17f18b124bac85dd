// Makes scans searchable: a PDF or a picture file in, a PDF of two layers out.
#pragma once

#include "base/bytes.h"
#include "base/diagnostic.h"
#include "jobs/reading.h"
#include "jobs/reading_kit.h"
#include "jobs/scan_pool.h"
#include "sandbox/sandbox.h"

#include <functional>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace vanthu::jobs {

struct LayerRequest;

/// What layering one file may cost beside its recognition.
sandbox::Limits layer_limits();

/// One for each thread, made before the first thread starts.
class LayerMaker {
  public:
    using Stopped = std::function<bool()>;

    /// The kit must live longer than the maker; `scans` is shared by all makers.
    LayerMaker(const ReadingKit& kit, std::shared_ptr<ScanPool> scans, Stopped is_stopped,
               const sandbox::Limits& limits = layer_limits());

    /// The file as it is, with ocr-nothing-to-do, where no page needs a layer. A page that cannot be recognised stays
    /// without one and is named. Errors: those of sheets_to_layer(), layered_pdf(), ScanPool; input-empty, ocr-input
    /// (neither PDF nor picture), ocr-no-page (none could be recognised), read-crashed, read-timed-out, read-too-large,
    /// read-answer-broken, sandbox-refused, interrupted.
    Result<Bytes> make(std::string_view file);

    /// A picture file as a PDF without recognising it. Errors: as make().
    Result<Bytes> plain(std::string_view picture);

  private:
    Diagnostics make_storable(std::vector<pages::ScannedPage>& sheets);
    struct Recognition {
        std::vector<RecognisedPage> pages;
        Diagnostics findings;
    };
    std::optional<Recognition> recognise(const std::vector<pages::ScannedPage>& sheets, Diagnostics& reasons);
    Result<Bytes> make_of_pdf(std::string_view file);
    Result<Bytes> make_of_picture(std::string_view file);
    Result<Bytes> ask(const LayerRequest& request);

    sandbox::Limits limits_;
    sandbox::Sandbox sandbox_;
    std::shared_ptr<ScanPool> scans_;
    Stopped is_stopped_;
};

} // namespace vanthu::jobs
