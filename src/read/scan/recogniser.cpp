#include "read/scan/recogniser.h"

#include "text/unicode.h"

#include <limits>
#include <tesseract/baseapi.h>
#include <utility>

/// Of OpenMP's runtime library (clang has no header of GCC's).
extern "C" void omp_set_max_active_levels(int levels);

namespace vanthu::read::scan {
namespace {

tesseract::PageSegMode mode_of(Layout layout) {
    switch (layout) {
    case Layout::columns:
        return tesseract::PSM_AUTO;
    case Layout::column:
        return tesseract::PSM_SINGLE_COLUMN;
    case Layout::block:
        return tesseract::PSM_SINGLE_BLOCK;
    case Layout::line:
        return tesseract::PSM_SINGLE_LINE;
    case Layout::word:
        return tesseract::PSM_SINGLE_WORD;
    case Layout::sparse:
        return tesseract::PSM_SPARSE_TEXT;
    }
    return tesseract::PSM_AUTO;
}

std::string text_of(const tesseract::ResultIterator& at) {
    const std::unique_ptr<char[]> utf8(at.GetUTF8Text(tesseract::RIL_WORD));
    if (!utf8) return {};
    std::string text = utf8.get();
    std::erase_if(text, [](char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; });
    return text::to_nfc(text).value_or("");
}

double baseline_of(const tesseract::ResultIterator& at, double otherwise) {
    int x1 = 0, y1 = 0, x2 = 0, y2 = 0;
    return at.Baseline(tesseract::RIL_WORD, &x1, &y1, &x2, &y2) ? (y1 + y2) / 2.0 : otherwise;
}

std::vector<ReadWord> words_of(tesseract::TessBaseAPI& engine) {
    std::vector<ReadWord> words;
    const std::unique_ptr<tesseract::ResultIterator> at(engine.GetIterator());
    unsigned line = 0, block = 0;
    if (!at || at->Empty(tesseract::RIL_WORD)) return words;
    do {
        line += at->IsAtBeginningOf(tesseract::RIL_TEXTLINE);
        block += at->IsAtBeginningOf(tesseract::RIL_BLOCK);
        ReadWord word;
        word.text = text_of(*at);
        if (word.text.empty() || !at->BoundingBox(tesseract::RIL_WORD, &word.x1, &word.y1, &word.x2, &word.y2))
            continue;
        word.baseline = baseline_of(*at, word.y2);
        word.confidence = at->Confidence(tesseract::RIL_WORD) / 100;
        word.line = line;
        word.block = block;
        words.push_back(std::move(word));
    } while (at->Next(tesseract::RIL_WORD));
    return words;
}

} // namespace

struct Recogniser::Engine {
    tesseract::TessBaseAPI api;
};

Result<Recogniser> Recogniser::open(std::string_view model) {
    const Diagnostic broken{"scan-model-broken", Severity::error, {}, {}};
    if (model.empty() || model.size() > std::numeric_limits<int>::max()) return Result<Recogniser>::failed(broken);
    auto engine = std::make_unique<Engine>();
    const int failed = engine->api.Init(model.data(), static_cast<int>(model.size()), "vie", tesseract::OEM_LSTM_ONLY,
                                        nullptr, 0, nullptr, nullptr, false, nullptr);
    if (failed != 0) return Result<Recogniser>::failed(broken);
    return Result<Recogniser>::of(Recogniser(std::move(engine)));
}

std::vector<ReadWord> Recogniser::recognise(const Bitmap& picture, Layout layout, double dots_per_inch) {
    if (!picture) return {};
    omp_set_max_active_levels(0); // Tesseract's threads wait for each other: a thread for each page is far faster
    tesseract::TessBaseAPI& api = engine_->api;
    api.SetPageSegMode(mode_of(layout));
    api.SetImage(picture.get());
    api.SetSourceResolution(static_cast<int>(dots_per_inch + 0.5));
    std::vector<ReadWord> words;
    if (api.Recognize(nullptr) == 0) words = words_of(api);
    api.Clear();
    return words;
}

Recogniser::Recogniser(std::unique_ptr<Engine> engine) : engine_(std::move(engine)) {}
Recogniser::Recogniser(Recogniser&&) noexcept = default;
Recogniser& Recogniser::operator=(Recogniser&&) noexcept = default;
Recogniser::~Recogniser() = default;

} // namespace vanthu::read::scan
