// What a table without lines is for. Offices set the head of a document and its end side by side in such tables; what
// is in them is no data.
#pragma once

#include "flow/flow.h"

#include <cstddef>
#include <vector>

namespace vanthu::read::docx {

/// What stands before a table.
struct Position {
    std::size_t letters = 0;       ///< bytes of text since the sheet or the last signature began
    bool after_letterhead = false; ///< a letterhead is among it
};

/// The table as what it is; as its paragraphs where it has one column only and no lines.
std::vector<flow::Block> as_blocks(flow::Table table, bool ruled, const Position& position,
                                   const flow::Document& document);

/// Bytes of text.
std::size_t letters(const flow::Paragraph& paragraph);

} // namespace vanthu::read::docx
