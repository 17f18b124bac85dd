// The text of a cell, on one sheet or over several. Private to gather.
#pragma once

#include "flow/flow.h"
#include "gather/table_lines.h"

namespace vanthu::gather {

/// A line of a cell.
struct CellLine {
    std::uint32_t page = 0; ///< index into Sight::pages
    WordLine line;
    pages::Box cell;         ///< the room of the cell on this sheet
    std::string text;        ///< words with single spaces
    bool begins = false;     ///< a new paragraph
    bool recognised = false; ///< on a scan: letters may be wrong
};

struct CellText {
    std::vector<CellLine> lines;

    bool empty() const { return lines.empty(); }
    /// All of it in one line, for comparing: spaces and line ends left out.
    std::string letters() const;
    bool is_recognised() const;
};

/// Lines of a cell of one sheet, with the beginnings of paragraphs marked.
CellText cell_text(const pages::SeenPage& page, std::uint32_t page_index, const pages::Box& cell,
                   const std::vector<std::uint32_t>& words);

/// Text that stands below `above` in the same cell, on the next sheet.
void append(CellText& above, CellText below, const pages::Sight& sight);

/// Paragraphs with their runs; origins and styles are added to `document`.
std::vector<flow::Content> paragraphs_of(const CellText& text, const pages::Sight& sight, float trust,
                                         flow::Document& document);

/// Whether every word is bold.
bool is_bold(const CellText& text, const pages::Sight& sight);

/// Whether all lines stand in the middle of their cell.
bool is_centred(const CellText& text);

} // namespace vanthu::gather
