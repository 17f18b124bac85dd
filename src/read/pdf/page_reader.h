// One sheet: its content streams and annotations → what is seen.
#pragma once

#include "base/diagnostic.h"
#include "read/pdf/interpreter.h"
#include "read/pdf/page_tree.h"

namespace vanthu::read::pdf {

struct ReadPage {
    pages::SeenPage page;
    std::vector<DrawnPicture> drawn; ///< the sheet's pictures
    std::size_t outlines = 0;        ///< Ink::outlines
};

class PageReader {
  public:
    PageReader(ObjectStore& store, const PdfLimits& limits)
        : store_(store), fonts_(store), forms_(store), limits_(limits) {}

    /// Throws LimitReached. Findings get the page's number.
    ReadPage read(const PageEntry& entry, unsigned number, Diagnostics& findings);

    const FontLoader& fonts() const { return fonts_; }

  private:
    Ink ink_of(const PageEntry& entry);
    void draw_annotations(const PageEntry& entry, Interpreter& interpreter, Ink& ink);

    ObjectStore& store_;
    FontLoader fonts_;
    FormCache forms_;
    const PdfLimits& limits_;
};

/// Once the words have their last form: sets image_only and reports it, drops the hidden words of a layer that is not
/// to be trusted and those of a picture that has hardly any.
void judge_pictures(ReadPage& read, unsigned number, Diagnostics& findings);

} // namespace vanthu::read::pdf
