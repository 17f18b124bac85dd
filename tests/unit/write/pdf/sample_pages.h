// Pages made in memory that hold every role of an element, every face, and the whole Vietnamese alphabet.
#pragma once

#include "base/bytes.h"
#include "flow/flow.h"
#include "fonts/font_set.h"
#include "pages/pages.h"
#include "write/pdf/pdf_writer.h"

#include <span>
#include <string>
#include <string_view>

namespace vanthu::sample {

/// Puts lines of text one below the other on pages of A4.
class PageMaker {
  public:
    explicit PageMaker(pages::Document& document) : document_(document) {}

    pages::ElementIndex element(pages::Role role, pages::ElementIndex parent, int column_span = 1);

    /// Starts a page with its number as furniture.
    void new_page(const std::string& label);

    /// A line of its own.
    void line(pages::ElementIndex element, const std::string& text, Face face = Face::regular, double word_gap = 0);

    /// A text on the line that the last call stands on.
    void beside(pages::ElementIndex element, double x, const std::string& text);

    void rule();

  private:
    pages::Page& page() { return document_.pages.back(); }

    pages::Document& document_;
    double y_ = 0;
};

/// The alphabet with all tones, small and capital, in lines short enough for a page, with blanks between the letters.
std::span<const std::string_view> alphabet();

/// A decision of two pages and an appendix whose table runs over two more.
pages::Document decision();

/// A table of so many rows with seven cells each, as appendices have.
pages::Document long_table(int rows, int rows_on_page = 15);

/// Pages full of justified paragraphs, no line like another, in three faces.
pages::Document dense_text(int page_count);

flow::Info info();

/// The installed default family; stops the test run where it is missing.
const fonts::FontSet& font_set();

/// The options of a level, with the sRGB profile of the machine and a small source.
write::PdfOptions options(write::PdfLevel level);

} // namespace vanthu::sample
