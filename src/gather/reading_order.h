// What stands on the sheets, in the order in which it is read. Private to gather.
#pragma once

#include "gather/page_table.h"
#include "gather/sheets.h"

#include <optional>
#include <variant>
#include <vector>

namespace vanthu::gather {

/// A sheet's reading stream: lines of the one column, things beside each other, tables.
using Part = std::variant<TextLine, SideBySide, const TableChain*>;

struct SheetParts {
    std::size_t first_page = 0, last_page = 0;
    std::vector<Part> parts;
    std::vector<TextLine> top_mark;
    std::optional<FootNote> contact;
};

struct ReadingOrder {
    std::vector<SheetParts> sheets;
    std::vector<Furniture> furniture; ///< by page
    std::vector<Frame> frames;        ///< by page
    Habits habits;
    std::vector<TableChain> chains;
};

ReadingOrder reading_order(const pages::Sight& sight);

} // namespace vanthu::gather
