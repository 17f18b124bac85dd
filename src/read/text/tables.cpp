#include "read/text/tables.h"

#include <algorithm>
#include <string_view>

namespace vanthu::read::plain {
namespace {

using Row = std::vector<std::string>;
using Lines = std::vector<std::string>;

std::string trimmed(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(" \t");
    if (begin == std::string_view::npos) return {};
    return std::string(text.substr(begin, text.find_last_not_of(" \t") - begin + 1));
}

/// Only a pipe can be written with a backslash before it: a tab always divides.
Row split(std::string_view line, char sign) {
    Row cells(1);
    for (std::size_t i = 0; i < line.size(); ++i) {
        const bool escaped = sign == '|' && line[i] == '\\' && i + 1 < line.size() && line[i + 1] == sign;
        if (line[i] == sign)
            cells.emplace_back();
        else
            cells.back() += line[escaped ? ++i : i];
    }
    for (std::string& cell : cells) cell = trimmed(cell);
    return cells;
}

std::size_t tabs(std::string_view line) { return static_cast<std::size_t>(std::count(line.begin(), line.end(), '\t')); }

Row pipe_cells(std::string_view line) {
    std::string text = trimmed(line);
    if (text.starts_with('|')) text.erase(0, 1);
    if (text.ends_with('|') && !text.ends_with("\\|")) text.pop_back();
    return split(text, '|');
}

/// "|---|:--:|"
bool is_pipe_rule(std::string_view line) {
    return line.find('-') != std::string_view::npos && line.find('|') != std::string_view::npos &&
           line.find_first_not_of("|-: \t") == std::string_view::npos;
}

bool is_whole(const Row& row) {
    return std::none_of(row.begin(), row.end(), [](const std::string& cell) { return cell.empty(); });
}

std::size_t next_with_text(const Lines& lines, std::size_t line) {
    while (line < lines.size() && lines[line].empty()) ++line;
    return line;
}

std::optional<TextTable> read_pipes(const Lines& lines, std::size_t& line) {
    const bool begins =
        line + 1 < lines.size() && lines[line].find('|') != std::string::npos && is_pipe_rule(lines[line + 1]);
    if (!begins) return std::nullopt;
    TextTable table;
    table.header = true;
    table.rows.push_back(pipe_cells(lines[line]));
    for (line += 2; line < lines.size() && lines[line].find('|') != std::string::npos; ++line) {
        table.rows.push_back(pipe_cells(lines[line]));
        table.rows.back().resize(table.rows.front().size());
    }
    return table;
}

std::optional<TextTable> read_tabs(const Lines& lines, std::size_t& line) {
    const std::size_t columns = tabs(lines[line]) + 1;
    const bool begins = columns > 2 && line + 1 < lines.size() && tabs(lines[line + 1]) + 1 == columns;
    if (!begins) return std::nullopt;
    TextTable table;
    const std::string first = lines[line];
    std::size_t at = line;
    while (true) {
        for (; at < lines.size() && tabs(lines[at]) > 0 && tabs(lines[at]) < columns; ++at) {
            table.rows.push_back(split(lines[at], '\t'));
            table.rows.back().resize(columns);
        }
        line = at;
        const std::size_t next = next_with_text(lines, at);
        if (next == lines.size() || lines[next] != first) break;
        at = next + 1;
    }
    table.header = is_whole(table.rows.front());
    return table;
}

/// Two columns: the head of a document, or data where there are many rows.
std::optional<TextTable> read_pairs(const Lines& lines, std::size_t& line, bool at_top) {
    constexpr std::size_t least_rows = 3;
    TextTable table;
    std::size_t at = line;
    for (; at < lines.size() && tabs(lines[at]) == 1; ++at) {
        Row row = split(lines[at], '\t');
        if (!at_top && !is_whole(row)) break;
        table.rows.push_back(std::move(row));
    }
    if (table.rows.empty() || (!at_top && table.rows.size() < least_rows)) return std::nullopt;
    table.layout = at_top;
    line = at;
    return table;
}

} // namespace

std::optional<TextTable> read_table(const Lines& lines, std::size_t& line, bool at_top) {
    if (auto table = read_pipes(lines, line)) return table;
    if (auto table = read_tabs(lines, line)) return table;
    return read_pairs(lines, line, at_top);
}

} // namespace vanthu::read::plain
