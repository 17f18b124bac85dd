// PDF/A-2 within a page: fonts, pictures, colours, annotations.
#pragma once

#include "write/layer/conformance_book.h"
#include "write/pdf/deflater.h"

#include <set>
#include <string>
#include <string_view>

namespace vanthu::write {

class PageConformance {
  public:
    /// `layer_font`: number of the font of our own layers. All must outlive the mending.
    PageConformance(PdfFile& pdf, ConformanceBook& book, Deflater& deflater, int layer_font)
        : pdf_(pdf), book_(book), deflater_(deflater), layer_font_(layer_font) {}

    void check(const PdfObject& page);

  private:
    void check_content(const PdfObject& resources, std::string_view content, int mode, int depth);
    void check_fonts(const PdfObject& resources, const std::set<std::string>& visible,
                     const std::set<std::string>& named);
    void check_font(PdfObject font, bool is_visible);
    void check_form(const PdfObject& form, const PdfObject& of_page, int mode, int depth);
    void check_image(const PdfObject& image, const PdfObject& resources, int depth);
    void check_states(const PdfObject& resources, int depth);
    void check_patterns(const PdfObject& resources, int depth);
    void check_colours(const PdfObject& resources, const PdfObject& space, int depth);
    void check_annotations(const PdfObject& page);
    bool keeps_annotation(PdfObject annotation);
    void check_coding(PdfObject stream);
    bool is_new(const PdfObject& object);

    PdfFile& pdf_;
    ConformanceBook& book_;
    Deflater& deflater_;
    int layer_font_;
    std::set<int> seen_; ///< indirect objects that were looked at
};

/// Whether PDF/A-2 allows the action and those after it (ISO 19005-2, 6.5.1).
bool is_allowed_action(const PdfObject& action);

} // namespace vanthu::write
