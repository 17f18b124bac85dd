// One Word paragraph may be several: clerks end lines by hand and leave lines blank inside a paragraph.
#pragma once

#include "read/docx/flow_maker.h"

#include <vector>

namespace vanthu::read::docx {

/// Parts the pieces at blank lines, before lines that begin an item of a list with a dash, and at rules drawn with
/// underscores or dashes, which go. Other line ends stay. Each part has text.
std::vector<std::vector<Piece>> part_lines(const std::vector<Piece>& pieces);

} // namespace vanthu::read::docx
