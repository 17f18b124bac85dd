// A scanned sheet as words and ruling lines: Leptonica prepares the picture, Tesseract recognises its letters. Runs on
// hostile pictures: call it in the sandbox. Linked into a module of its own (docs/decisions/scans.md), so that commands
// without scans do not pay for loading the libraries.
#pragma once

#include "base/diagnostic.h"
#include "pages/raster.h"
#include "pages/sight.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace vanthu::read {

struct ScanLimits {
    std::size_t pixels = std::size_t{100} << 20; ///< of one picture and of a sheet
    std::size_t pages = 2000;                    ///< of a TIFF file
};

/// The sheets of a PNG, JPEG or TIFF file. The size comes from the resolution in the file; where it says none, an A4
/// sheet of the picture's shape is assumed. Errors: scan-broken (reason), scan-limit (limit, value).
Result<std::vector<pages::ScannedPage>> open_scan(std::string_view bytes, const ScanLimits& limits = {});

struct ScanResult {
    pages::SeenPage page;  ///< words with their trust, ruling lines; `image_only` where nothing could be read
    bool is_blank = false; ///< an empty side, perhaps with the other side showing through
    double skew = 0;       ///< degrees clockwise by which the picture was turned to stand straight
};

/// Loaded once, used for many sheets; not for several threads at once.
class ScanEngine {
  public:
    /// `model`: Tesseract's vie.traineddata. `phrases`: what text::Phrases takes; they mend letters that look alike.
    /// Errors: scan-model-broken.
    static Result<ScanEngine> open(std::string_view model, const std::vector<std::string>& phrases = {});

    /// `number`: of the page in its document, for findings. Errors: scan-broken, scan-limit. Findings: scan-blank-page,
    /// scan-unreadable (a place where something is written that is no print: hand, signature, stamp over text),
    /// scan-doubtful (words, mean confidence), scan-letter-mended (from, to).
    Result<ScanResult> read(const pages::ScannedPage& page, unsigned number);

    ScanEngine(ScanEngine&&) noexcept;
    ScanEngine& operator=(ScanEngine&&) noexcept;
    ~ScanEngine();

  private:
    struct Parts;
    explicit ScanEngine(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

} // namespace vanthu::read
