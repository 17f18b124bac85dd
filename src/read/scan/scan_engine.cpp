#include "read/scan/canvas.h"
#include "read/scan/prepare.h"
#include "read/scan/recogniser.h"
#include "read/scan/scan_reader.h"
#include "read/scan/sheet_reader.h"

#include <iterator>
#include <utility>

namespace vanthu::read {

struct ScanEngine::Parts {
    scan::Recogniser recogniser;
    text::Phrases phrases;
};

Result<ScanEngine> ScanEngine::open(std::string_view model, const std::vector<std::string>& phrases) {
    Result<scan::Recogniser> recogniser = scan::Recogniser::open(model);
    if (!recogniser) return Result<ScanEngine>::failed(std::move(recogniser.diagnostics));
    return Result<ScanEngine>::of(
        ScanEngine(std::make_unique<Parts>(Parts{std::move(*recogniser), text::Phrases(phrases)})));
}

Result<ScanResult> ScanEngine::read(const pages::ScannedPage& page, unsigned number) {
    Result<scan::Canvas> canvas = scan::compose(page);
    for (Diagnostic& finding : canvas.diagnostics) finding.place.page = number;
    if (!canvas) return Result<ScanResult>::failed(std::move(canvas.diagnostics));
    scan::Sheet sheet = scan::prepare(std::move(*canvas));
    if (!sheet.grey || !sheet.ink) {
        Diagnostic broken{"scan-broken", Severity::error, {{"reason", "memory"}}, {}};
        broken.place.page = number;
        return Result<ScanResult>::failed(std::move(broken));
    }
    Result<ScanResult> result = scan::read_sheet(sheet, parts_->recogniser, parts_->phrases, number);
    result.diagnostics.insert(result.diagnostics.begin(), std::make_move_iterator(canvas.diagnostics.begin()),
                              std::make_move_iterator(canvas.diagnostics.end()));
    return result;
}

ScanEngine::ScanEngine(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
ScanEngine::ScanEngine(ScanEngine&&) noexcept = default;
ScanEngine& ScanEngine::operator=(ScanEngine&&) noexcept = default;
ScanEngine::~ScanEngine() = default;

} // namespace vanthu::read
