// word/document.xml, written one block or table row at a time.
#pragma once

#include "write/docx/table.h"

#include <cstddef>
#include <vector>

namespace vanthu::write::docx {

class DocumentPart {
  public:
    /// One section a sheet of the document. `document` and `book` outlive this object.
    DocumentPart(const flow::Document& document, const StyleBook& book, std::vector<Section> sections);

    /// Writes the next piece; false when the part is complete.
    bool write_next(ooxml::XmlWriter& xml);

  private:
    const std::vector<flow::Block>& blocks() const { return sections_[sheet_].sheet->blocks; }
    void write_block(ooxml::XmlWriter& xml);
    void write_table_step(ooxml::XmlWriter& xml, const flow::Table& table);
    void end_sheet(ooxml::XmlWriter& xml);
    Surroundings surroundings() const;
    bool keeps_next() const;
    bool last_sheet() const { return sheet_ + 1 == sections_.size(); }
    int width() const { return text_width(sections_[sheet_].sheet->page); }

    ContentWriter content_;
    const StyleBook& book_;
    std::vector<Section> sections_;
    bool begun_ = false;
    std::size_t sheet_ = 0;
    std::size_t block_ = 0;
    std::size_t step_ = 0; ///< of the table that is being written: 0 its beginning, then one a row
};

} // namespace vanthu::write::docx
