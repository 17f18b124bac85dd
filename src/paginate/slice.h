// The bands that pages are stacked from: a line of a paragraph, a rule, a row of a table. Private to paginate.
#pragma once

#include "pages/pages.h"

#include <memory>
#include <string>
#include <vector>

namespace vanthu::paginate {

struct OutlineMark {
    std::string title;
    std::uint8_t level = 1;
};

struct Slice;

/// What all slices of one data table share.
struct TableFrame {
    double border = 0;
    std::vector<Slice> header; ///< drawn again on every further page, without elements
};

/// y of texts and lines counts from the top of the slice, x from the left edge of the sheet.
struct Slice {
    double before = 0; ///< gap above; none at the top of a page
    double height = 0;
    bool may_break = true; ///< a page may end before this slice
    std::vector<pages::Text> texts;
    std::vector<pages::Line> lines;
    std::vector<OutlineMark> marks;
    std::shared_ptr<const TableFrame> table; ///< none outside data tables
    std::vector<double> edges;               ///< x of the vertical borders
    bool row_end = true;                     ///< a border runs below
    bool header = false;
};

} // namespace vanthu::paginate
