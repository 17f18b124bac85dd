#pragma once

#include "flow/flow.h"
#include "pages/sight.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace vanthu::write {

/// What can be drawn of a table on one sheet.
struct TableMarks {
    pages::Box outline;
    std::vector<double> columns;     ///< x between two columns
    std::vector<double> rows;        ///< y between two rows
    std::vector<pages::Box> headers; ///< header rows
};

/// The places that a flow knows are those of paragraphs and of the whole table; where its rows and columns part is
/// derived from them. None: nothing of the table is on that sheet.
std::optional<TableMarks> table_marks(const flow::Document& document, const flow::Table& table, std::uint32_t page);

/// Where something with this origin stands on a sheet.
std::vector<pages::Box> boxes_of(const flow::Document& document, flow::OriginIndex origin, std::uint32_t page);

} // namespace vanthu::write
