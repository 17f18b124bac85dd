#include "gather/table_columns.h"
#include "gather/table_piece.h"
#include "gather/table_rules.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace vanthu::gather {
namespace {

double width_of(const PageTable& table) { return table.column_edges.back() - table.column_edges.front(); }

/// How far column edges of one table may differ from sheet to sheet. White space moves with the texts beside it.
double reach_of(const PageTable& a, const PageTable& b) {
    const bool lines = a.evidence == TableEvidence::ruled && b.evidence == TableEvidence::ruled;
    return lines ? 0.01 * width_of(a) + 1 : 0.04 * width_of(a) + 4;
}

bool within(const std::vector<double>& fewer, const std::vector<double>& more, double shift, double reach) {
    return std::all_of(fewer.begin(), fewer.end(), [&](double edge) {
        return std::abs(more[nearest(more, edge + shift)] - (edge + shift)) <= reach;
    });
}

bool agree_at(const PageTable& a, const PageTable& b, double shift) {
    const double reach = reach_of(a, b);
    return a.column_edges.size() >= b.column_edges.size() ? within(b.column_edges, a.column_edges, shift, reach)
                                                          : within(a.column_edges, b.column_edges, -shift, reach);
}

/// Where the edges of `b` come to lie over those of `a`: as they are, or moved so that the left ends meet.
double shift_of(const PageTable& a, const PageTable& b) {
    return agree_at(a, b, 0) ? 0 : a.column_edges.front() - b.column_edges.front();
}

bool columns_agree(const PageTable& a, const PageTable& b) {
    const double reach = reach_of(a, b);
    if (std::abs(width_of(a) - width_of(b)) > 2 * reach) return false;
    return agree_at(a, b, shift_of(a, b));
}

const PageTable& widest_grid(const TableChain& chain) {
    return *std::max_element(chain.pieces.begin(), chain.pieces.end(), [](const PageTable& a, const PageTable& b) {
        return a.column_edges.size() < b.column_edges.size();
    });
}

void append_row(JoinedRow& above, JoinedRow&& below, const pages::Sight& sight) {
    for (JoinedCell& cell : below.cells)
        for (JoinedCell& whole : above.cells)
            if (whole.column == cell.column) append(whole.text, std::move(cell.text), sight);
    above.box = below.box;
    above.page = below.page;
    above.closed_below = below.closed_below;
}

/// Repeated headers dropped, cut rows made whole.
std::vector<JoinedRow> join_rows(std::vector<std::vector<JoinedRow>>& pieces, std::size_t headers,
                                 const pages::Sight& sight, flow::Document& document, ChainResult& result) {
    const RowHabits habits = habits_of(pieces, headers);
    std::vector<JoinedRow> rows = std::move(pieces.front());
    for (std::size_t i = 1; i < pieces.size(); ++i) {
        std::size_t first = 0;
        while (first < headers && first < pieces[i].size() && repeats(rows[first], pieces[i][first])) ++first;
        for (std::size_t r = 0; r < first; ++r)
            for (const JoinedCell& cell : pieces[i][r].cells) {
                std::vector<flow::Content> texts = paragraphs_of(cell.text, sight, 1, document);
                std::move(texts.begin(), texts.end(), std::back_inserter(result.repeated_headers));
            }
        for (std::size_t r = first; r < pieces[i].size(); ++r) {
            const bool rest = r == first && rows.size() > headers && is_rest(rows.back(), pieces[i][r], habits, sight);
            if (!rest) {
                rows.push_back(std::move(pieces[i][r]));
                continue;
            }
            append_row(rows.back(), std::move(pieces[i][r]), sight);
            ++result.rejoined;
        }
    }
    return rows;
}

/// Rows of flow: every field has a cell; those that a cell above covers have row_span 0.
class RowBuilder {
  public:
    RowBuilder(std::size_t columns, const pages::Sight& sight, float trust, flow::Document& document)
        : covered_(columns, 0), sight_(sight), trust_(trust), document_(document) {}

    flow::Row build(const JoinedRow& row, bool header) {
        flow::Row result;
        result.kind = header ? flow::RowKind::header : flow::RowKind::task;
        for (std::size_t column = 0; column < covered_.size();) {
            flow::Cell cell;
            if (covered_[column] > 0) {
                cell.row_span = 0;
                --covered_[column];
            } else if (const JoinedCell* given = row.at(column)) {
                cell.span = static_cast<std::uint16_t>(free_fields(column, given->span));
                cell.row_span = given->row_span;
                cell.content = paragraphs_of(given->text, sight_, trust_, document_);
                for (std::size_t i = 0; i < cell.span; ++i) covered_[column + i] = given->row_span - 1U;
            }
            column += cell.span;
            result.cells.push_back(std::move(cell));
        }
        return result;
    }

  private:
    std::vector<unsigned> covered_; ///< rows still covered from above
    const pages::Sight& sight_;
    float trust_;
    flow::Document& document_;

    std::size_t free_fields(std::size_t column, std::size_t wanted) const {
        std::size_t count = 1;
        while (count < wanted && column + count < covered_.size() && covered_[column + count] == 0) ++count;
        return count;
    }
};

/// Cells reach no further down than the rows that are left.
void limit_spans(std::vector<JoinedRow>& rows) {
    for (std::size_t i = 0; i < rows.size(); ++i)
        for (JoinedCell& cell : rows[i].cells)
            cell.row_span = static_cast<std::uint16_t>(std::min<std::size_t>(cell.row_span, rows.size() - i));
}

flow::OriginIndex origin_of(const TableChain& chain, flow::Document& document) {
    flow::Origin origin;
    for (const PageTable& piece : chain.pieces) {
        origin.spots.push_back({piece.page + 1, piece.box.x1, piece.box.y1, piece.box.x2, piece.box.y2});
        origin.trust = std::min(origin.trust, piece.trust);
    }
    document.origins.push_back(std::move(origin));
    return static_cast<flow::OriginIndex>(document.origins.size());
}

} // namespace

std::vector<TableChain> chain_tables(std::vector<PageTable> tables, const TextsBetween& texts_between) {
    std::vector<TableChain> chains;
    std::vector<bool> lowest(tables.size(), true), topmost(tables.size(), true);
    for (std::size_t i = 1; i < tables.size(); ++i)
        if (tables[i].page == tables[i - 1].page) lowest[i - 1] = topmost[i] = false;
    for (std::size_t i = 0; i < tables.size(); ++i) {
        const bool candidate =
            i > 0 && topmost[i] && lowest[i - 1] && tables[i].page == chains.back().pieces.back().page + 1;
        if (candidate && columns_agree(widest_grid(chains.back()), tables[i]) &&
            !texts_between(chains.back().pieces.back(), tables[i]))
            chains.back().pieces.push_back(std::move(tables[i]));
        else
            chains.push_back({{std::move(tables[i])}});
    }
    return chains;
}

ChainResult join_chain(const TableChain& chain, const pages::Sight& sight, flow::Document& document) {
    const PageTable& widest = widest_grid(chain);
    std::vector<std::vector<JoinedRow>> pieces;
    for (const PageTable& piece : chain.pieces) {
        const double shift = shift_of(widest, piece);
        const bool poor =
            piece.evidence != TableEvidence::ruled && piece.column_edges.size() < widest.column_edges.size();
        pieces.push_back(rows_of(poor ? parted_anew(sight.pages[piece.page], piece, widest.column_edges, shift) : piece,
                                 widest.column_edges, shift, sight));
    }
    ChainResult result;
    const std::size_t headers = header_rows(pieces, sight);
    std::vector<JoinedRow> rows = join_rows(pieces, headers, sight, document, result);
    limit_spans(rows);
    flow::Table& table = result.table;
    table.border = widest.evidence == TableEvidence::aligned ? 0 : 0.5;
    for (std::size_t i = 0; i + 1 < widest.column_edges.size(); ++i)
        table.widths.push_back(widest.column_edges[i + 1] - widest.column_edges[i]);
    table.origin = origin_of(chain, document);
    RowBuilder builder(table.widths.size(), sight, document.origins.back().trust, document);
    for (std::size_t i = 0; i < rows.size(); ++i) table.rows.push_back(builder.build(rows[i], i < headers));
    return result;
}

} // namespace vanthu::gather
