// One sheet: its content streams and annotations → what is seen.
#pragma once

#include "base/diagnostic.h"
#include "read/pdf/interpreter.h"
#include "read/pdf/page_tree.h"

namespace vanthu::read::pdf {

class PageReader {
  public:
    PageReader(ObjectStore& store, const PdfLimits& limits)
        : store_(store), fonts_(store), forms_(store), limits_(limits) {}

    /// Throws LimitReached. Findings get the page's number.
    pages::SeenPage read(const PageEntry& entry, unsigned number, Diagnostics& findings);

    const FontLoader& fonts() const { return fonts_; }

  private:
    Ink ink_of(const PageEntry& entry);
    void draw_annotations(const PageEntry& entry, Interpreter& interpreter, Ink& ink);

    ObjectStore& store_;
    FontLoader fonts_;
    FormCache forms_;
    const PdfLimits& limits_;
};

/// Sets image_only and reports it. `outlines` is Ink::outlines.
void judge_pictures(pages::SeenPage& page, std::size_t outlines, unsigned number, Diagnostics& findings);

} // namespace vanthu::read::pdf
