// One w:tbl, row by row: cells over columns and rows, header rows, borders (ECMA-376 part 1, 17.4).
#pragma once

#include "ooxml/xml_tree.h"
#include "read/docx/blocks.h"
#include "read/docx/borders.h"
#include "read/docx/reading.h"

#include <cstddef>
#include <map>
#include <set>
#include <vector>

namespace vanthu::read::docx {

class TableBuilder {
  public:
    explicit TableBuilder(Reading& reading);

    void properties(const ooxml::XmlElement& element); ///< w:tblPr
    void grid(const ooxml::XmlElement& element);       ///< w:tblGrid
    void row(const ooxml::XmlElement& element);        ///< w:tr

    /// The table, without its kind; no rows where there were none. The builder is empty afterwards.
    flow::Table finish();

    /// Whether most cells have lines around them.
    bool ruled() const { return sides_drawn_ >= 2 * cells_ && cells_ > 0; }

    bool too_wide() const { return too_wide_; } ///< more columns than any table has: the file is made to do harm

  private:
    struct Owner {
        std::size_t row;
        std::size_t cell;
    };

    void cells(const ooxml::XmlElement& parent, const RowLook& look);
    void cell(const ooxml::XmlElement& element, const RowLook& look);
    void gap(int columns);
    void append(flow::Cell cell, int columns);
    bool covered(const ooxml::XmlElement& properties, int columns);
    void count_sides(const ooxml::XmlElement& properties, int columns);
    bool is_first_row() const { return table_.rows.size() == 1; }
    void merge_columns();
    void find_header();

    Reading& reading_;
    Blocks blocks_;
    flow::Table table_;
    Borders borders_;
    const Style* style_ = nullptr;
    bool first_row_differs_ = true;
    bool header_ended_ = false;
    int column_ = 0;
    std::map<int, Owner> owners_; ///< the cell that a merge over rows began with, by column
    std::set<int> edges_;         ///< between columns, that some cell ends at
    std::vector<double> widths_;
    std::size_t cells_ = 0;
    std::size_t sides_drawn_ = 0;
    bool too_wide_ = false;
};

} // namespace vanthu::read::docx
