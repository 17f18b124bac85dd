// Any text as a cell or paragraph: times, organisations and citations that are parts of it, with dates that exist.
#include "base/resources.h"
#include "interpret/read_table.h"
#include "interpret/values.h"
#include "text/unicode.h"

#include <cstdint>
#include <cstdio>
#include <cstdlib>

using namespace vanthu;

namespace {

void require(bool condition, const char* what) {
    if (condition) return;
    std::fprintf(stderr, "broken promise: %s\n", what);
    std::abort();
}

bool is_iso(std::string_view value) {
    return value.empty() || (value.find_first_not_of("0123456789-") == std::string_view::npos &&
                             (value.size() == 4 || value.size() == 7 || value.size() == 10));
}

bool exists(const model::Date& date) {
    return date.year >= 1900 && date.month >= 1 && date.month <= 12 && date.day >= 1 && date.day <= 31;
}

/// Each line a row, each tab a new cell.
flow::Table table_of(std::string_view text) {
    flow::Table table;
    table.rows.resize(1);
    table.rows[0].cells.resize(1);
    for (const char c : text) {
        if (c == '\n') table.rows.emplace_back();
        if (c == '\t' || c == '\n') table.rows.back().cells.emplace_back();
        flow::Cell& cell = table.rows.back().cells.back();
        if (c == '\v') cell.row_span = static_cast<std::uint16_t>(2 - cell.row_span);
        if (c == '\f') ++cell.span;
        if (c == '\r') table.rows.back().kind = flow::RowKind::header;
        if (static_cast<unsigned char>(c) < ' ') continue;
        if (cell.content.empty()) {
            flow::Paragraph paragraph;
            paragraph.runs.emplace_back();
            cell.content.emplace_back(paragraph);
        }
        std::get<flow::Paragraph>(cell.content.back()).runs.back().text += c;
    }
    return table;
}

void read_table(std::string_view text, const forms::ReadWords& words) {
    const model::ReadTable read = interpret::read_table(table_of(text), {}, words);
    require(read.kinds.size() == read.rows.size() && read.places.size() == read.rows.size(),
            "a kind and a place a row");
    for (const auto& row : read.rows) require(row.size() == read.columns.size(), "rows as wide as the columns");
    for (const model::Task& task : read.tasks) require(task.row < read.rows.size(), "a task has its row");
    for (const model::CellSpan& span : read.spans)
        require(span.row + span.row_span <= read.rows.size() && span.column + span.column_span <= read.columns.size(),
                "spans stay inside");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const forms::ReadWords words = *forms::ReadWords::load(embedded_resources());
    const auto text = text::to_nfc(std::string_view(reinterpret_cast<const char*>(data), size));
    if (!text) return 0;
    const model::TaskTime time = interpret::parse_time(*text, words);
    require(time.raw == *text, "the text of a time is kept");
    require(is_iso(time.from) && is_iso(time.to), "bounds are ISO 8601");
    require(text->find(time.condition) != std::string::npos, "a condition is in the words of the text");
    for (const std::string& name : interpret::split_organisations(*text, words))
        require(!name.empty(), "names are not empty");
    for (const model::Citation& citation : interpret::find_citations(*text, words)) {
        require(text->find(citation.raw) != std::string::npos, "a citation is part of the text");
        require(!citation.raw.empty() && (!citation.number.empty() || !citation.name.empty()), "something is cited");
        require(!citation.date || exists(*citation.date), "cited dates exist");
    }
    read_table(*text, words);
    return 0;
}
