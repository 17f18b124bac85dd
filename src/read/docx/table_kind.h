// What a table without lines is for. Offices set the head of a document and its end side by side in such tables; what
// is in them is no data. Shape and position decide, no words.
#pragma once

#include "flow/flow.h"

#include <vector>

namespace vanthu::read::docx {

/// The table, as letterhead where it is not for data (settle_layout() tells which kind it is); its paragraphs where it
/// has one column only and no lines.
std::vector<flow::Block> as_blocks(flow::Table table, bool ruled, const flow::Document& document);

/// Tells letterheads from signatures, once all of a sheet is known.
void settle_layout(std::vector<flow::Block>& blocks, const flow::Document& document);

} // namespace vanthu::read::docx
