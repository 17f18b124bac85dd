// Stacks slices into the pages of one sheet group. Private to paginate.
#pragma once

#include "flow/flow.h"
#include "paginate/slice.h"

namespace vanthu::paginate {

class PageStack {
  public:
    /// Pages are added to `document`. `first_footer` is kept free at the bottom of the first page.
    PageStack(pages::Document& document, const flow::PageSetup& setup, double first_footer);

    void add(Slice slice);

    /// Ends the last page. At least one page is made.
    void finish();

    double body_height() const { return setup_.height - setup_.top - setup_.bottom; }

  private:
    double available() const;
    std::size_t break_point() const;
    void emit(std::size_t count);
    void repeat_header();
    static void read_by_cell(pages::Page& page, std::size_t row_begins);
    void draw(Slice& slice, double y, pages::Page& page);
    void draw_borders(std::size_t count, const std::vector<double>& tops, pages::Page& page) const;

    pages::Document& document_;
    const flow::PageSetup& setup_;
    double first_footer_;
    std::size_t pages_made_ = 0;
    std::vector<Slice> pending_;
    double pending_height_ = 0;
};

} // namespace vanthu::paginate
