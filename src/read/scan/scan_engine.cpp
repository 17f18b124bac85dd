#include "read/scan/canvas.h"
#include "read/scan/page_words.h"
#include "read/scan/prepare.h"
#include "read/scan/recogniser.h"
#include "read/scan/scan_reader.h"

#include <utility>

namespace vanthu::read {

struct ScanEngine::Parts {
    scan::Recogniser recogniser;
};

ScanEngine::ScanEngine(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
ScanEngine::ScanEngine(ScanEngine&&) noexcept = default;
ScanEngine& ScanEngine::operator=(ScanEngine&&) noexcept = default;
ScanEngine::~ScanEngine() = default;

Result<ScanEngine> ScanEngine::open(std::string_view model) {
    Result<scan::Recogniser> recogniser = scan::Recogniser::open(model);
    if (!recogniser) return Result<ScanEngine>::failed(std::move(recogniser.diagnostics));
    return Result<ScanEngine>::of(ScanEngine(std::make_unique<Parts>(Parts{std::move(*recogniser)})));
}

Result<ScanResult> ScanEngine::read(const pages::ScannedPage& page, unsigned /*number*/) {
    Result<scan::Canvas> canvas = scan::compose(page);
    if (!canvas) return Result<ScanResult>::failed(std::move(canvas.diagnostics));
    const scan::Sheet sheet = scan::prepare(std::move(*canvas));
    ScanResult result;
    result.page.width = sheet.width;
    result.page.height = sheet.height;
    result.page.rotation = sheet.rotation;
    result.skew = sheet.skew;
    result.page.words =
        scan::page_words(parts_->recogniser.recognise(sheet.grey, scan::Layout::columns, sheet.dots_per_inch), sheet);
    result.page.image_only = result.page.words.empty();
    return Result<ScanResult>::of(std::move(result), std::move(canvas.diagnostics));
}

} // namespace vanthu::read
