#include "write/csv/csv_writer.h"

#include <string_view>

namespace vanthu::write {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF", line_end = "\r\n";

void add_value(Bytes& csv, std::string_view value) {
    constexpr std::string_view formula_starts = "=+-@\t\r", special = "\",\r\n";
    const bool formula = !value.empty() && formula_starts.find(value.front()) != std::string_view::npos;
    const bool quoted = value.find_first_of(special) != std::string_view::npos;
    if (quoted) csv += '"';
    if (formula) csv += '\'';
    for (const char c : value) {
        if (c == '"') csv += '"';
        csv += c;
    }
    if (quoted) csv += '"';
}

template <class Values, class Text> void add_line(Bytes& csv, const Values& values, Text text) {
    bool first = true;
    for (const auto& value : values) {
        if (!first) csv += ',';
        add_value(csv, text(value));
        first = false;
    }
    csv += line_end;
}

} // namespace

Bytes write_csv(std::span<const model::ReadTable> tables) {
    Bytes csv(byte_order_mark);
    for (const model::ReadTable& table : tables) {
        if (csv.size() > byte_order_mark.size()) csv += line_end;
        add_line(csv, table.columns, [](const model::Column& column) -> std::string_view { return column.title; });
        for (const auto& row : table.rows)
            add_line(csv, row, [](const std::string& cell) -> std::string_view { return cell; });
    }
    return csv;
}

} // namespace vanthu::write
