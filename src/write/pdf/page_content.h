// The operators that draw a page, and which structure element each marked stretch of them belongs to.
#pragma once

#include "pages/pages.h"
#include "write/pdf/embedded_fonts.h"

#include <string>
#include <vector>

namespace vanthu::write {

/// A piece of a page that belongs to one element; on its page it is known by its place in this list (its MCID).
using MarkedContents = std::vector<pages::ElementIndex>;

class PageContent {
  public:
    /// `types` names the structure type of each element; empty: the pages are not tagged.
    PageContent(const EmbeddedFonts& fonts, const std::vector<std::string_view>& types)
        : fonts_(fonts), types_(types) {}

    /// The page's operators; valid until the next call. Adds a page's marked contents to `marked`.
    const std::string& write(const pages::Page& page, MarkedContents& marked);

  private:
    void write_texts(const pages::Page& page, MarkedContents& marked);
    void open(pages::ElementIndex element, MarkedContents& marked);
    void close();
    void write_text(const pages::Text& text, double page_height);
    void set_colour(bool red, std::string_view operators_red, std::string_view operators_black);
    void write_glyphs(const pages::Text& text);
    void write_lines(const pages::Page& page);

    const EmbeddedFonts& fonts_;
    const std::vector<std::string_view>& types_;
    std::string out_;

    // State of the graphics while a page is written, so that only changes are.
    int face_ = -1;
    std::int64_t size_ = 0;
    std::int64_t x_ = 0, y_ = 0;
    bool red_ = false;
};

} // namespace vanthu::write
