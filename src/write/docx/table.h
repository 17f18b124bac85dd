// Tables, row by row: a table of 20,000 rows is never whole in memory.
#pragma once

#include "write/docx/content.h"

#include <cstddef>
#include <vector>

namespace vanthu::write::docx {

/// Column widths in twips that add up to the width of the table to the twip; a table as wide as the text, within a
/// point, gets exactly the text's width.
std::vector<int> grid(const std::vector<double>& widths, int text_width);

/// Writes one table, a step at a time: begin(), each row, end().
class TableWriter {
  public:
    TableWriter(const ContentWriter& content, const StyleBook& book, const flow::Table& table,
                const flow::PageSetup& page)
        : content_(content), book_(book), table_(table), page_(page), grid_(grid(table.widths, text_width(page))) {}

    void begin(ooxml::XmlWriter& xml) const;
    void write_row(ooxml::XmlWriter& xml, std::size_t index) const;
    void end(ooxml::XmlWriter& xml) const { xml.close(); }

  private:
    bool taller_than_page(const flow::Row& row) const;
    void write_row_properties(ooxml::XmlWriter& xml, const flow::Row& row) const;
    void write_cell(ooxml::XmlWriter& xml, const flow::Row& row, const flow::Cell& cell, int width,
                    bool keep_next) const;

    const ContentWriter& content_;
    const StyleBook& book_;
    const flow::Table& table_;
    const flow::PageSetup& page_;
    std::vector<int> grid_;
};

} // namespace vanthu::write::docx
