#include "archive/index_writer.h"
#include "archive/postgres/conditions.h"
#include "archive/postgres/document_rows.h"
#include "archive/postgres/postgres_search.h"
#include "text/search_words.h"

#include <fmt/format.h>

namespace vanthu::archive {
namespace {

constexpr std::size_t most_words = 16;

/// Whether the task has an agency of just that name: such come first.
std::string exact_agency(Question& question, const char* column, const std::string& name) {
    if (name.empty()) return "false";
    return fmt::format("({} LIKE {})", column, question.bind(anywhere('|' + padded_words(name) + '|')));
}

} // namespace

std::vector<TaskHit> tasks_in_postgres(pqxx::work& transaction, const TaskQuery& query) {
    Question question;
    question.require_name("t.lead_key", query.lead);
    question.require_name("t.partners_key", query.partner);
    question.require_due(query.due_from, query.due_to);
    text::SearchWords typed(query.words);
    text::SearchWord word;
    for (std::size_t i = 0; i < most_words && typed.next(word); ++i)
        question.require("t.folded LIKE " + question.bind(anywhere(' ' + std::string(word.folded))));
    const std::string lead = exact_agency(question, "t.lead_key", query.lead);
    const std::string partner = exact_agency(question, "t.partners_key", query.partner);
    const std::string order =
        fmt::format(" ORDER BY {} DESC, {} DESC, t.due_last = '', t.due_last, d.date DESC, d.id, t.place"
                    " LIMIT {} OFFSET {}",
                    lead, partner, std::min<std::size_t>(query.limit, INT64_MAX), query.offset);
    const std::string columns = fmt::format("{}, d.id, d.number, d.symbol, d.date, d.issuer FROM vanthu.tasks t"
                                            " JOIN vanthu.documents d ON d.row = t.document",
                                            task_columns_of_t);
    std::vector<TaskHit> hits;
    for (const pqxx::row& row : question.ask(transaction, columns, order)) {
        const auto text = [&](int column) { return row[count_of_task_columns + column].as<std::string>(); };
        hits.push_back({text(0), text(1), text(2), text(3), text(4), task_of(row, 0)});
    }
    return hits;
}

} // namespace vanthu::archive
