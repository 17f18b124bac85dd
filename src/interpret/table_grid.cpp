#include "interpret/table_grid.h"

#include "text/line_joining.h"

#include <algorithm>

namespace vanthu::interpret {
namespace {

/// A paragraph as one line: white space of any kind is one space.
void append_text(std::string& line, std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const std::string_view rest = text.substr(i);
        const std::size_t wide = rest.starts_with(flow::line_end) ? 3 : rest.starts_with("\u00A0") ? 2 : 0;
        const bool space = wide > 0 || static_cast<unsigned char>(rest.front()) <= ' ';
        if (!space)
            line += rest.front();
        else if (!line.empty() && line.back() != ' ')
            line += ' ';
        i += std::max<std::size_t>(wide, 1);
    }
}

std::string line_of(const flow::Paragraph& paragraph) {
    std::string line;
    for (const flow::Run& run : paragraph.runs) append_text(line, run.text);
    if (line.ends_with(' ')) line.pop_back();
    return line;
}

bool is_bold(const flow::Paragraph& paragraph, const flow::Document& document) {
    if (paragraph.style < document.styles.size() && document.styles[paragraph.style].bold) return true;
    return std::all_of(paragraph.runs.begin(), paragraph.runs.end(), [&](const flow::Run& run) {
        const bool styled = run.style > 0 && run.style <= document.character_styles.size();
        const bool blank = run.text.find_first_not_of(' ') == std::string::npos;
        return blank || (styled && document.character_styles[run.style - 1].bold);
    });
}

const flow::Origin* origin_of(flow::OriginIndex index, const flow::Document& document) {
    return index > 0 && index <= document.origins.size() ? &document.origins[index - 1] : nullptr;
}

void grow(model::SheetPlace& place, const flow::Spot& spot) {
    const bool earlier = place.page == 0 || spot.page < place.page;
    if (earlier) {
        place = {spot.page, spot.x1, spot.y1, spot.x2, spot.y2};
    } else if (spot.page == place.page) {
        place.x1 = std::min(place.x1, spot.x1);
        place.y1 = std::min(place.y1, spot.y1);
        place.x2 = std::max(place.x2, spot.x2);
        place.y2 = std::max(place.y2, spot.y2);
    }
}

GridCell read_cell(const flow::Cell& cell, const flow::Document& document) {
    GridCell result;
    bool bold = true;
    for (const flow::Content& content : cell.content) {
        const auto* paragraph = std::get_if<flow::Paragraph>(&content);
        const std::string line = paragraph != nullptr ? text::mend_line_ends(line_of(*paragraph)) : "";
        if (line.empty()) continue;
        bold = bold && is_bold(*paragraph, document);
        if (const flow::Origin* origin = origin_of(paragraph->origin, document)) {
            for (const flow::Spot& spot : origin->spots) grow(result.place.place, spot);
            result.place.trust = std::min<double>(result.place.trust, origin->trust);
        }
        result.text += (result.text.empty() ? "" : "\n") + line;
    }
    result.bold = bold && !result.text.empty();
    return result;
}

/// Columns of the file at which a cell begins. The others only exist because two rows were drawn apart.
std::vector<std::size_t> beginnings(const flow::Table& table) {
    std::vector<std::size_t> result;
    for (const flow::Row& row : table.rows) {
        std::size_t column = 0;
        for (const flow::Cell& cell : row.cells) {
            result.push_back(column);
            column += cell.span;
        }
    }
    std::sort(result.begin(), result.end());
    result.erase(std::unique(result.begin(), result.end()), result.end());
    return result;
}

} // namespace

TableGrid::TableGrid(const flow::Table& table, const flow::Document& document) : cells_(1) {
    const std::vector<std::size_t> begins = beginnings(table);
    columns_ = begins.size();
    index_.resize(columns_ * table.rows.size());
    if (const flow::Origin* origin = origin_of(table.origin, document))
        for (const flow::Spot& spot : origin->spots) pages_.push_back(spot.page);
    for (const flow::Row& row : table.rows) add_row(row, begins, document);
    std::sort(pages_.begin(), pages_.end());
    pages_.erase(std::unique(pages_.begin(), pages_.end()), pages_.end());
    std::erase(pages_, 0);
}

void TableGrid::add_row(const flow::Row& row, const std::vector<std::size_t>& begins, const flow::Document& document) {
    const auto column_at = [&](std::size_t place) {
        return static_cast<std::size_t>(std::lower_bound(begins.begin(), begins.end(), place) - begins.begin());
    };
    const std::size_t at = places_.size();
    kinds_.push_back(row.kind);
    places_.emplace_back();
    std::size_t column = 0;
    for (const flow::Cell& cell : row.cells) {
        GridCell read = read_cell(cell, document);
        read.row = at;
        read.column = column_at(column);
        column += cell.span;
        read.column_span = column_at(column) - read.column;
        read.row_span = cell.row_span;
        place_cell(cell, document);
        if (cell.row_span > 0 && cell.span > 0) cover(read);
    }
}

void TableGrid::place_cell(const flow::Cell& cell, const flow::Document& document) {
    for (const flow::Content& content : cell.content) {
        const auto* paragraph = std::get_if<flow::Paragraph>(&content);
        const flow::Origin* origin = paragraph != nullptr ? origin_of(paragraph->origin, document) : nullptr;
        if (origin == nullptr) continue;
        for (const flow::Spot& spot : origin->spots) {
            grow(places_.back(), spot);
            pages_.push_back(spot.page);
        }
    }
}

void TableGrid::cover(const GridCell& cell) {
    cells_.push_back(cell);
    GridCell& kept = cells_.back();
    const std::size_t rows = columns_ == 0 ? 0 : index_.size() / columns_;
    kept.row_span = std::min(kept.row_span, rows - kept.row);
    for (std::size_t row = kept.row; row < kept.row + kept.row_span; ++row)
        for (std::size_t column = kept.column; column < kept.column + kept.column_span; ++column)
            index_[row * columns_ + column] = cells_.size() - 1;
}

const GridCell* TableGrid::starts_at(std::size_t row, std::size_t column) const {
    const GridCell& cell = at(row, column);
    const bool starts = index_[row * columns_ + column] != 0 && cell.row == row && cell.column == column;
    return starts ? &cell : nullptr;
}

std::vector<const GridCell*> TableGrid::starting(std::size_t row) const {
    std::vector<const GridCell*> result;
    for (std::size_t column = 0; column < columns_; ++column)
        if (const GridCell* cell = starts_at(row, column)) result.push_back(cell);
    return result;
}

} // namespace vanthu::interpret
