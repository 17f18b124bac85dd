#include "support/long_appendix.h"

#include <stdexcept>

namespace vanthu::test {
namespace {

model::Table& first_table(model::Document& document) {
    for (model::Attachment& attachment : document.attachments)
        if (auto* appendix = std::get_if<model::Appendix>(&attachment); appendix && appendix->table)
            return *appendix->table;
    throw std::invalid_argument("a document without table");
}

} // namespace

model::Document with_long_appendix(model::Document document, std::size_t rows) {
    model::Table& table = first_table(document);
    const std::vector<model::Row> pattern = table.rows;
    table.rows.clear();
    table.rows.reserve(rows);
    for (std::size_t ordinal = 0; table.rows.size() < rows;) {
        model::Row row = pattern[table.rows.size() % pattern.size()];
        ordinal = row.kind == model::RowKind::section ? 0 : ordinal + 1;
        for (std::size_t i = 0; i < row.cells.size(); ++i)
            if (table.columns[i].role == model::ColumnRole::ordinal) row.cells[i] = std::to_string(ordinal);
        table.rows.push_back(std::move(row));
    }
    return document;
}

} // namespace vanthu::test
