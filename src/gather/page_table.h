// Tables of single sheets and the chains they form over pages. Private to gather.
#pragma once

#include "flow/flow.h"
#include "pages/sight.h"

#include <cstdint>
#include <functional>
#include <vector>

namespace vanthu::gather {

/// A cell of a table on one sheet: the grid fields it covers and the words inside, as indices into SeenPage::words in
/// reading order.
struct PageCell {
    std::uint16_t row = 0, column = 0, row_span = 1, column_span = 1;
    pages::Box box;
    std::vector<std::uint32_t> words;
};

enum class TableEvidence : std::uint8_t {
    ruled,      ///< a full grid of lines
    rows_ruled, ///< horizontal lines only
    aligned     ///< no lines: columns by white space
};

/// A table as it stands on one sheet.
struct PageTable {
    std::uint32_t page = 0; ///< index into Sight::pages
    pages::Box box;
    std::vector<double> column_edges; ///< ascending x, one more than columns
    std::vector<double> row_edges;    ///< ascending y, one more than rows
    std::vector<PageCell> cells;      ///< by row, then column; covered fields have no cell
    TableEvidence evidence = TableEvidence::ruled;
    float trust = 1;
    bool open_above = false; ///< the top border is missing: a row goes on from the sheet before
    bool open_below = false;
};

/// All tables of a sheet from top to bottom. A grid of one field (a frame) is no table; nor is a letterhead.
/// `before` is the last table of the sheet before: the columns of a short rest of it are known.
std::vector<PageTable> find_tables(const pages::SeenPage& page, std::uint32_t page_index,
                                   const PageTable* before = nullptr);

/// Tables on consecutive sheets that are one: their columns agree and nothing but furniture stands between them.
struct TableChain {
    std::vector<PageTable> pieces; ///< in order; at least one
};

/// Whether body text stands between the end of `above` and the begin of `below`, which is on the next sheet.
using TextsBetween = std::function<bool(const PageTable& above, const PageTable& below)>;

/// `tables` of the whole document in its order; the chains are in the order of their first pieces.
std::vector<TableChain> chain_tables(std::vector<PageTable> tables, const TextsBetween& texts_between);

/// The chain as one table of flow: a joint grid of columns, repeated header rows dropped, rows cut by a page turn
/// rejoined, line breaks inside cells mended. Origins and styles are added to `document`.
struct ChainResult {
    flow::Table table;
    std::uint32_t rejoined = 0;        ///< rows that a page turn had cut
    std::vector<flow::Content> repeated_headers; ///< texts of the header rows that later sheets repeat
};
ChainResult join_chain(const TableChain& chain, const pages::Sight& sight, flow::Document& document);

} // namespace vanthu::gather
