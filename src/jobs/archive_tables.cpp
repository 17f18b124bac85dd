#include "jobs/archive_tables.h"

#include <fmt/format.h>

#include <initializer_list>

namespace vanthu::jobs {
namespace {

model::ReadTable empty_table(std::initializer_list<const char*> titles, const forms::Messages& messages,
                             forms::Language language) {
    model::ReadTable table;
    for (const char* title : titles) {
        model::Column column;
        column.title = messages.text(title, language);
        table.columns.push_back(std::move(column));
    }
    return table;
}

void add_row(model::ReadTable& table, std::vector<std::string> cells) {
    table.rows.push_back(std::move(cells));
    table.kinds.push_back(model::RowKind::task);
}

} // namespace

std::string written_date(const std::string& iso) {
    if (iso.size() != 10) return iso;
    return iso.substr(8, 2) + '/' + iso.substr(5, 2) + '/' + iso.substr(0, 4);
}

std::string written_number(const std::string& number, const std::string& symbol) {
    return number + (number.empty() || symbol.empty() ? "" : "/") + symbol;
}

std::string written_number(std::uint32_t number) { return fmt::format("{:02}", number); }

std::string joined_names(const std::vector<std::string>& names) {
    std::string result;
    for (const std::string& name : names) result += (result.empty() ? "" : "; ") + name;
    return result;
}

model::ReadTable table_of(std::span<const archive::TaskHit> hits, const forms::Messages& messages,
                          forms::Language language) {
    model::ReadTable table = empty_table({"column-number", "column-date", "field-issuer", "column-task", "column-lead",
                                          "column-partners", "column-due", "column-product", "column-id"},
                                         messages, language);
    table.title = messages.text("table-tasks", language);
    for (const archive::TaskHit& hit : hits)
        add_row(table, {written_number(hit.number, hit.symbol), written_date(hit.date), hit.issuer, hit.task.task,
                        joined_names(hit.task.lead), joined_names(hit.task.partners), hit.task.time.raw,
                        hit.task.product, hit.id});
    return table;
}

model::ReadTable table_of(std::span<const archive::Entry> entries, const forms::Messages& messages,
                          forms::Language language) {
    model::ReadTable table =
        empty_table({"column-number", "column-date", "column-type-subject", "field-signer", "field-recipients",
                     "column-keeper", "column-copies", "column-sent", "column-received", "column-note"},
                    messages, language);
    table.title = messages.text("table-register", language);
    for (const archive::Entry& entry : entries)
        // Sent and received are filled in by hand, with a signature.
        add_row(table, {written_number(written_number(entry.number), entry.symbol), written_date(entry.date),
                        entry.type + (entry.type.empty() || entry.subject.empty() ? "" : " ") + entry.subject,
                        entry.signer, entry.recipients, entry.drafter,
                        entry.copies == 0 ? std::string() : std::to_string(entry.copies), "", "", entry.note});
    return table;
}

} // namespace vanthu::jobs
