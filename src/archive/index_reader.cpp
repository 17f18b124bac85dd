#include "archive/index_reader.h"

#include "archive/due.h"
#include "archive/index_schema.h"
#include "archive/index_writer.h"
#include "text/search_words.h"

#include <fmt/format.h>

#include <limits>

namespace vanthu::archive {
namespace {

constexpr const char* task_columns = "t.section, t.ordinal, t.task, t.lead, t.partners, t.product, t.raw, t.time_from,"
                                     " t.time_to, t.recurrence, t.condition, t.page, t.x1, t.y1, t.x2, t.y2,"
                                     " t.table_row";
constexpr int count_of_task_columns = 17;

model::Task task_of(const Statement& row) {
    model::Task task;
    const auto text = [&](int column) { return std::string(row.text(column)); };
    task.section = text(0);
    task.ordinal = text(1);
    task.task = text(2);
    task.lead = parted(row.text(3));
    task.partners = parted(row.text(4));
    task.product = text(5);
    task.time = {text(6), text(7), text(8), text(9), text(10)};
    task.place = {static_cast<std::uint32_t>(row.integer(11)), row.real(12), row.real(13), row.real(14), row.real(15)};
    task.row = static_cast<std::uint32_t>(row.integer(16));
    return task;
}

/// Tasks that an agency named so leads (or is a partner of); ?`name` is " so tai chinh ".
std::string agency_condition(int name, int leads) {
    return fmt::format("(?{0} = '' OR t.row IN (SELECT a.task FROM task_agencies a WHERE a.leads = {1} AND a.agency IN"
                       " (SELECT row FROM agencies WHERE instr(folded, ?{0}) > 0)))",
                       name, leads);
}

/// Whether the task has an agency of just that name: such come first.
std::string exact_agency(int name, int leads) {
    return fmt::format("(?{0} <> '' AND EXISTS (SELECT 1 FROM agencies g JOIN task_agencies a ON a.agency = g.row AND"
                       " a.leads = {1} AND a.task = t.row WHERE g.folded = ?{0}))",
                       name, leads);
}

std::string padded_name(const std::string& name) {
    if (name.empty()) return {};
    const std::string words = padded_words(name);
    // Nothing but signs: no agency's name.
    return words == "  " ? "?" : words;
}

constexpr int first_word = 9; ///< the parameter; those before it are of the conditions and of the order

/// What a TaskQuery asks for, as SQL.
class TaskSearch {
  public:
    TaskSearch(Database& database, const TaskQuery& query) : database_(database), query_(query) {
        text::SearchWords typed(query.words);
        for (text::SearchWord word; words_.size() < 16 && typed.next(word);)
            words_.push_back(' ' + std::string(word.folded));
    }

    TaskHits run() {
        TaskHits found;
        Statement asked = database_.statement(question(
            fmt::format("{}, d.id, d.number, d.symbol, d.date, d.issuer", task_columns), order()));
        bind(asked);
        asked.bind(5, order_begin(query_.due_from, query_.due_to));
        asked.bind(6, std::min<std::uint64_t>(query_.limit, std::numeric_limits<std::int64_t>::max()));
        asked.bind(7, query_.offset);
        while (asked.step()) {
            const auto text = [&](int column) { return std::string(asked.text(count_of_task_columns + column)); };
            found.hits.push_back({text(0), text(1), text(2), text(3), text(4), task_of(asked)});
        }
        const bool is_all = query_.offset == 0 && found.hits.size() < query_.limit;
        found.total = is_all ? found.hits.size() : count();
        return found;
    }

  private:
    std::size_t count() {
        Statement asked = database_.statement(question("count(*)", ""));
        bind(asked);
        return asked.step() ? static_cast<std::size_t>(asked.integer(0)) : 0;
    }

    std::string order() const {
        std::string sql = " ORDER BY ";
        if (query_.exact_first) sql += exact_agency(1, 1) + " DESC, " + exact_agency(2, 0) + " DESC, ";
        return sql + fmt::format("t.due_last = '', {}, d.date DESC, d.id, t.row LIMIT ?6 OFFSET ?7",
                                 due_order("?5", "?4"));
    }

    std::string question(const std::string& columns, const std::string& rest) const {
        std::string sql = fmt::format("SELECT {} FROM tasks t JOIN documents d ON d.row = t.document"
                                      " WHERE {} AND {} AND {}",
                                      columns, agency_condition(1, 1), agency_condition(2, 0),
                                      due_condition("t.", 3, 4));
        if (query_.kind != DueKind::any) sql += " AND " + kind_condition(query_.kind);
        if (!query_.document.empty()) sql += " AND d.id = ?8";
        for (std::size_t i = 0; i < words_.size(); ++i)
            sql += fmt::format(" AND instr(t.folded, ?{}) > 0", i + first_word);
        return sql + rest;
    }

    void bind(Statement& asked) const {
        const bool in_time = !query_.due_from.empty() || !query_.due_to.empty();
        asked.with(padded_name(query_.lead), padded_name(query_.partner),
                   in_time ? first_day(query_.due_from) : std::string(),
                   in_time ? last_day(query_.due_to) : std::string());
        if (!query_.document.empty()) asked.bind(8, query_.document);
        for (std::size_t i = 0; i < words_.size(); ++i) asked.bind(static_cast<int>(i) + first_word, words_[i]);
    }

    Database& database_;
    const TaskQuery& query_;
    std::vector<std::string> words_;
};

} // namespace

const char* const record_columns = "d.id, d.version, d.added, d.source, d.type, d.number, d.symbol, d.issuer, d.date,"
                                   " d.place, d.subject, d.signer, d.position, d.recipients, d.pages, d.trust, d.row";

Record record_of(const Statement& row) {
    Record record;
    int column = 0;
    const auto text = [&] { return std::string(row.text(column++)); };
    record.id = text();
    record.version = static_cast<std::uint32_t>(row.integer(column++));
    for (std::string* field :
         {&record.added, &record.source, &record.type, &record.number, &record.symbol, &record.issuer, &record.date,
          &record.place, &record.subject, &record.signer, &record.position})
        *field = text();
    record.recipients = parted(row.text(column++));
    record.pages = static_cast<std::uint32_t>(row.integer(column++));
    record.trust = row.real(column);
    return record;
}

Record record_at(Database& database, std::int64_t row) {
    Statement asked = database.statement(fmt::format("SELECT {} FROM documents d WHERE d.row = ?1", record_columns));
    return asked.with(row).step() ? record_of(asked) : Record{};
}

void add_files(Database& database, std::int64_t row, Record& record) {
    Statement files = database.statement("SELECT path, sha512, size FROM files WHERE document = ?1 ORDER BY place");
    for (files.with(row); files.step();)
        record.files.push_back(
            {std::string(files.text(0)), std::string(files.text(1)), static_cast<std::uint64_t>(files.integer(2))});
}

void add_tasks(Database& database, std::int64_t row, Record& record) {
    Statement tasks =
        database.statement(fmt::format("SELECT {} FROM tasks t WHERE t.document = ?1 ORDER BY t.row", task_columns));
    for (tasks.with(row); tasks.step();) record.tasks.push_back(task_of(tasks));
}

std::string due_condition(const std::string& prefix, int from, int to) {
    // A yearly day falls into the range where it does in its first or last year, or where years lie between.
    return fmt::format("(?{1} = '' OR ({0}due_last >= ?{1} AND {0}due_first <= ?{2} AND {0}due_last <> '' AND"
                       " ({0}due_day = '' OR substr(?{1}, 1, 5) || {0}due_day BETWEEN ?{1} AND ?{2}"
                       " OR substr(?{2}, 1, 5) || {0}due_day BETWEEN ?{1} AND ?{2}"
                       " OR substr(?{2}, 1, 4) - substr(?{1}, 1, 4) > 1)))",
                       prefix, from, to);
}

TaskHits find_tasks(Database& database, const TaskQuery& query) { return TaskSearch(database, query).run(); }

} // namespace vanthu::archive
