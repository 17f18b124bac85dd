#include "cli/text_table.h"

#include "base/printable.h"

#include <algorithm>

namespace vanthu::cli {
namespace {

bool begins_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; }

std::size_t width_of(const std::string& text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), begins_character));
}

std::string cut(const std::string& text, std::size_t most) {
    if (width_of(text) <= most) return text;
    std::size_t at = 0, characters = 0;
    for (; at < text.size(); ++at)
        if (begins_character(text[at]) && ++characters == most) break;
    return text.substr(0, at) + "…";
}

std::string line_of(const std::vector<std::string>& cells, const std::vector<std::size_t>& widths) {
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i)
        line += cells[i] + std::string(widths[i] - width_of(cells[i]) + 2, ' ');
    return line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
}

} // namespace

void TextTable::add(std::vector<std::string> cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
        std::replace(cells[i].begin(), cells[i].end(), '\n', ' ');
        cells[i] = cut(printable(cells[i]), columns_[i].most);
    }
    rows_.push_back(std::move(cells));
}

std::string TextTable::text() const {
    std::vector<std::string> titles;
    std::vector<std::size_t> widths;
    for (const TextColumn& column : columns_) {
        titles.push_back(column.title);
        widths.push_back(width_of(column.title));
    }
    for (const auto& row : rows_)
        for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], width_of(row[i]));
    std::string result = line_of(titles, widths);
    for (const auto& row : rows_) result += line_of(row, widths);
    return result;
}

bool is_table_file(const std::string& name) {
    return name.ends_with(".xlsx") || name.ends_with(".csv") || name.ends_with(".json");
}

} // namespace vanthu::cli
