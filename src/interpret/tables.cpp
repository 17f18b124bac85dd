#include "interpret/tables.h"

#include "interpret/attached.h"
#include "interpret/fold.h"
#include "interpret/read_table.h"

#include <algorithm>

namespace vanthu::interpret {
namespace {

/// A row that spans the table: its label and its text, in one cell or two.
model::Row section_row(const std::vector<std::string>& cells) {
    model::Row row;
    row.kind = model::RowKind::section;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (cells[i].empty()) continue;
        const bool label =
            i == 0 && std::any_of(cells.begin() + 1, cells.end(), [](const auto& c) { return !c.empty(); });
        std::string& target = label ? row.label : row.text;
        target += (target.empty() ? "" : " ") + cells[i];
    }
    if (!row.label.empty()) return row;
    if (const Label label = label_of(row.text); label.rank != Rank::none && label.end < row.text.size()) {
        row.label = label.text;
        row.text = row.text.substr(label.end);
    }
    return row;
}

model::Table model_table(const model::ReadTable& read) {
    model::Table table;
    table.columns = read.columns;
    for (std::size_t r = 0; r < read.rows.size(); ++r) {
        const bool section = r < read.kinds.size() && read.kinds[r] == model::RowKind::section;
        if (section)
            table.rows.push_back(section_row(read.rows[r]));
        else
            table.rows.push_back({model::RowKind::task, "", "", read.rows[r]});
    }
    return table;
}

std::string first_words(const flow::Table& table) {
    for (const flow::Row& row : table.rows)
        for (const flow::Cell& cell : row.cells)
            for (const flow::Content& content : cell.content)
                if (const auto* paragraph = std::get_if<flow::Paragraph>(&content))
                    if (std::string text = text_of(*paragraph); !text.empty()) return text;
    return {};
}

} // namespace

model::Table appendix_table(Reading& reading, Piece& piece, const std::string& appendix_pointer) {
    const model::ReadTable read = read_table(*piece.table, reading.flow, reading.knowledge.words);
    reading.note(appendix_pointer + "/table", piece, read.trust);
    model::Table table = model_table(read);
    for (std::size_t r = 0; r < read.places.size() && r < table.rows.size(); ++r)
        if (read.places[r].page > 0)
            reading.result.provenance.push_back(
                {appendix_pointer + "/table/rows/" + std::to_string(r), {read.places[r]}, "", read.trust, {}});
    return table;
}

void read_tables(Reading& reading) {
    const Piece* above = nullptr;
    for (const Piece& piece : reading.pieces) {
        if (piece.is_text() && !mentions_attaching(reading, piece.text)) above = &piece;
        if (piece.kind != Piece::Kind::table) continue;
        model::ReadTable table = read_table(*piece.table, reading.flow, reading.knowledge.words);
        if (table.title.empty() && above && above->sheet == piece.sheet) table.title = above->text;
        reading.result.tables.push_back(std::move(table));
        if (!piece.used)
            reading.tell("read-table-aside", Severity::warning, {{"text", first_words(*piece.table)}}, "", &piece);
    }
}

} // namespace vanthu::interpret
