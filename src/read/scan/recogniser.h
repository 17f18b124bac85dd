// Tesseract: letters in a picture. Private to read/scan.
#pragma once

#include "base/diagnostic.h"
#include "read/scan/bitmap.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace vanthu::read::scan {

/// How the text stands in the picture, where the caller knows it: page analysis costs time and may fail.
enum class Layout {
    columns, ///< a page of which nothing is known
    column,  ///< one column of lines, of different sizes
    block,   ///< lines of one size, as in a cell
    line,
    word,
    sparse, ///< words here and there
};

/// Pixels of the picture that was given; y grows downwards, the box ends before x2 and y2.
struct ReadWord {
    std::string text; ///< NFC; no white space, never empty
    int x1 = 0, y1 = 0, x2 = 0, y2 = 0;
    double baseline = 0;  ///< in the middle of the word
    float confidence = 0; ///< 0..1
    unsigned line = 0;    ///< words of one line share it; ascending
    unsigned block = 0;   ///< lines of one block share it; ascending
};

/// Holds the model. For one thread at a time.
class Recogniser {
  public:
    /// `model`: traineddata with an LSTM network. Errors: scan-model-broken.
    static Result<Recogniser> open(std::string_view model);

    /// In reading order. Dark on light; 1, 8 or 32 bit. Letters of 20 to 40 pixels (capitals) are read best. Nothing
    /// where nothing is recognised.
    std::vector<ReadWord> recognise(const Bitmap& picture, Layout layout, double dots_per_inch);

    Recogniser(Recogniser&&) noexcept;
    Recogniser& operator=(Recogniser&&) noexcept;
    ~Recogniser();

  private:
    struct Engine;
    explicit Recogniser(std::unique_ptr<Engine> engine);
    std::unique_ptr<Engine> engine_;
};

} // namespace vanthu::read::scan
