#include "archive/due.h"
#include "archive/index_writer.h"
#include "archive/postgres/conditions.h"
#include "archive/postgres/document_rows.h"
#include "archive/postgres/postgres_search.h"
#include "text/search_words.h"

#include <fmt/format.h>

namespace vanthu::archive {
namespace {

constexpr std::size_t most_words = 16;

/// Tasks that have an agency of just that name come first.
std::string exact_agency(Question& question, const char* column, const std::string& name) {
    if (name.empty()) return {};
    return fmt::format("{} LIKE {} DESC, ", column, question.bind(anywhere('|' + padded_words(name) + '|')));
}

} // namespace

TaskHits tasks_in_postgres(pqxx::work& transaction, const TaskQuery& query) {
    Question question;
    if (query.kind != DueKind::any) question.require(kind_condition(query.kind));
    question.require_name("t.lead_key", query.lead);
    question.require_name("t.partners_key", query.partner);
    question.require_due(query.due_from, query.due_to);
    if (!query.document.empty()) question.require("d.id = " + question.bind(query.document));
    text::SearchWords typed(query.words);
    text::SearchWord word;
    for (std::size_t i = 0; i < most_words && typed.next(word); ++i)
        question.require("t.folded LIKE " + question.bind(anywhere(' ' + std::string(word.folded))));
    const std::string tables = " FROM vanthu.tasks t JOIN vanthu.documents d ON d.row = t.document";
    TaskHits found;
    found.total = question.ask(transaction, "count(*)" + tables, "").at(0).at(0).as<std::size_t>();
    std::string order = " ORDER BY ";
    if (query.exact_first)
        order += exact_agency(question, "t.lead_key", query.lead) +
                 exact_agency(question, "t.partners_key", query.partner);
    const std::string begin = question.bind(order_begin(query.due_from, query.due_to));
    const std::string end = question.bind(last_day(query.due_to));
    order += fmt::format("t.due_last = '', {}, d.date DESC, d.id, t.place LIMIT {} OFFSET {}", due_order(begin, end),
                         std::min<std::size_t>(query.limit, INT64_MAX), query.offset);
    const std::string columns = fmt::format("{}, d.id, d.number, d.symbol, d.date, d.issuer", task_columns_of_t);
    for (const pqxx::row& row : question.ask(transaction, columns + tables, order)) {
        const auto text = [&](int column) { return row[count_of_task_columns + column].as<std::string>(); };
        found.hits.push_back({text(0), text(1), text(2), text(3), text(4), task_of(row, 0)});
    }
    return found;
}

} // namespace vanthu::archive
