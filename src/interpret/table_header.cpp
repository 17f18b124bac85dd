#include "interpret/table_header.h"

#include "text/line_joining.h"
#include "text/spelling.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace vanthu::interpret {
namespace {

using model::ColumnRole;

constexpr std::pair<ColumnRole, const char*> role_lists[] = {
    {ColumnRole::ordinal, "column-ordinal"}, {ColumnRole::task, "column-task"},
    {ColumnRole::lead, "column-lead"},       {ColumnRole::partners, "column-partners"},
    {ColumnRole::product, "column-product"}, {ColumnRole::time, "column-time"},
    {ColumnRole::other, "column-other"}};

/// Rows at the top among which unmarked headers are looked for.
constexpr std::size_t top_rows = 4;

std::string without_spaces(std::string text) {
    std::erase(text, ' ');
    return text;
}

/// Whole titles count first, then the longest list entry that the title begins with, then one that stands in it.
struct RoleMatch {
    ColumnRole role = ColumnRole::other;
    std::size_t weight = 0;
};

RoleMatch match_role(std::string_view title, const forms::ReadWords& words) {
    constexpr std::size_t whole = 2000;
    constexpr std::size_t beginning = 1000;
    const text::Spelled spelled = text::spell_out(title);
    RoleMatch best;
    for (const auto& [role, list] : role_lists)
        for (const std::string& entry : words.spelled(list)) {
            std::size_t weight = 0;
            if (without_spaces(spelled.key) == without_spaces(entry))
                weight = whole;
            else if (role != ColumnRole::ordinal && spelled.has(entry, 0))
                weight = beginning + entry.size();
            else if (role != ColumnRole::ordinal && spelled.find(entry) != std::string::npos)
                weight = entry.size();
            if (weight > best.weight) best = {role, weight};
        }
    return best;
}

/// Of the parts of a joined title the lowest says most: "Cơ quan thực hiện / Chủ trì".
RoleMatch match_parts(const std::vector<std::string>& parts, const forms::ReadWords& words) {
    for (std::size_t i = parts.size(); i-- > 0;)
        if (const RoleMatch match = match_role(parts[i], words); match.weight > 0) return match;
    return {};
}

std::string one_line(std::string_view text) {
    std::string line;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        text::join_line(line, text.substr(begin, end - begin));
        begin = end + 1;
    }
    return line;
}

/// "(1)", "2": the number of the column.
bool numbers_columns(const TableGrid& grid, std::size_t row) {
    const auto cells = grid.starting(row);
    constexpr std::size_t fewest = 3;
    if (cells.size() < fewest || cells.size() != grid.columns()) return false;
    const auto numbers = [&](std::size_t first) {
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const std::string number = fmt::format("{}", i + first);
            if (cells[i]->text != number && cells[i]->text != fmt::format("({})", number)) return false;
        }
        return true;
    };
    return numbers(1);
}

std::size_t known_titles(const TableGrid& grid, std::size_t row, const forms::ReadWords& words) {
    std::size_t known = 0;
    for (const GridCell* cell : grid.starting(row))
        if (!cell->text.empty() && match_role(one_line(cell->text), words).weight > 0) ++known;
    return known;
}

bool is_all_bold(const TableGrid& grid, std::size_t row) {
    std::size_t texts = 0;
    for (const GridCell* cell : grid.starting(row)) {
        if (cell->text.empty()) continue;
        if (!cell->bold) return false;
        ++texts;
    }
    return texts >= 2;
}

bool is_one_cell(const TableGrid& grid, std::size_t row) {
    return grid.columns() > 1 && grid.at(row, 0).column_span == grid.columns();
}

/// Rows of titles where no reader has marked any: words of task tables in at least half of the cells, or bold.
std::size_t guessed_rows(const TableGrid& grid, const forms::ReadWords& words) {
    for (std::size_t row = 0; row < std::min(grid.rows(), top_rows); ++row) {
        const std::size_t cells = grid.starting(row).size();
        const std::size_t known = known_titles(grid, row, words);
        constexpr std::size_t fewest = 2;
        if (known >= fewest && 2 * known >= cells) return row + 1;
        if (!is_one_cell(grid, row)) break;
    }
    std::size_t rows = 0;
    while (rows < grid.rows() && rows < top_rows && is_all_bold(grid, rows)) ++rows;
    return rows < grid.rows() && rows < top_rows ? rows : 0;
}

std::size_t header_rows(const TableGrid& grid, const forms::ReadWords& words) {
    std::size_t rows = 0;
    while (rows < grid.rows() && grid.kind(rows) == flow::RowKind::header) ++rows;
    if (rows == 0) rows = guessed_rows(grid, words);
    for (std::size_t row = 0; row < rows; ++row)
        for (const GridCell* cell : grid.starting(row)) rows = std::max(rows, row + cell->row_span);
    while (rows > 0 && rows < grid.rows() && numbers_columns(grid, rows)) ++rows;
    return rows;
}

std::vector<std::string> title_parts(const TableGrid& grid, std::size_t rows, std::size_t column) {
    std::vector<std::string> parts;
    const GridCell* before = nullptr;
    for (std::size_t row = 0; row < rows; ++row) {
        const GridCell& cell = grid.at(row, column);
        const bool counts =
            !cell.text.empty() && &cell != before && !is_one_cell(grid, row) && !numbers_columns(grid, row);
        before = &cell;
        if (counts && (parts.empty() || parts.back() != one_line(cell.text))) parts.push_back(one_line(cell.text));
    }
    return parts;
}

/// Each role once: the title that says it best has it.
void settle_roles(std::vector<model::Column>& columns, std::vector<RoleMatch>& matches) {
    for (const auto& [role, list] : role_lists) {
        RoleMatch* best = nullptr;
        for (RoleMatch& match : matches)
            if (match.role == role && match.weight > (best == nullptr ? 0 : best->weight)) best = &match;
        if (best != nullptr) columns[static_cast<std::size_t>(best - matches.data())].role = role;
    }
}

} // namespace

TableHeader read_header(const TableGrid& grid, const forms::ReadWords& words) {
    TableHeader header;
    header.rows = header_rows(grid, words);
    std::vector<RoleMatch> matches;
    for (std::size_t column = 0; column < grid.columns(); ++column) {
        const auto parts = title_parts(grid, header.rows, column);
        header.columns.push_back({fmt::format("{}", fmt::join(parts, " / ")), ColumnRole::other, {}});
        matches.push_back(match_parts(parts, words));
    }
    settle_roles(header.columns, matches);
    if (header.rows > 0 && is_one_cell(grid, 0)) header.title = one_line(grid.at(0, 0).text);
    return header;
}

bool repeats_header(const TableGrid& grid, std::size_t row, const TableHeader& header) {
    if (grid.kind(row) == flow::RowKind::header) return true;
    if (header.rows == 0) return false;
    if (numbers_columns(grid, row)) return numbers_columns(grid, header.rows - 1);
    for (std::size_t above = 0; above < header.rows; ++above) {
        std::size_t same = 0;
        std::size_t texts = 0;
        for (std::size_t column = 0; column < grid.columns(); ++column) {
            const GridCell* cell = grid.starts_at(row, column);
            if (cell == nullptr || cell->text.empty()) continue;
            ++texts;
            if (text::spelling(one_line(cell->text)) == text::spelling(one_line(grid.at(above, column).text))) ++same;
        }
        constexpr std::size_t fewest = 2;
        if (texts >= fewest && same == texts) return true;
    }
    return false;
}

} // namespace vanthu::interpret
