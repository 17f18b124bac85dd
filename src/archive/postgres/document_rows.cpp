#include "archive/postgres/document_rows.h"

#include "archive/due.h"
#include "archive/index_schema.h"
#include "archive/index_writer.h"
#include "archive/postgres/word_vector.h"
#include "archive/search_query.h"
#include "text/unicode.h"

namespace vanthu::archive {
namespace {

constexpr const char* insert_document = R"(
INSERT INTO vanthu.documents(id, version, added, source, type, number, symbol, issuer, date, place, subject, signer,
    position, recipients, pages, trust, number_key, twin_key, issuer_key, signer_key, words)
VALUES($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21::tsvector)
RETURNING row)";

constexpr const char* insert_task_row = R"(
INSERT INTO vanthu.tasks(document, place, section, ordinal, task, lead, partners, product, raw, time_from, time_to,
    recurrence, condition, page, x1, y1, x2, y2, table_row, folded, lead_key, partners_key, due_first, due_last,
    due_day)
VALUES($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24,
    $25))";

std::string composed(const std::string& text) { return storable(text::to_nfc(text).value_or(text)); }

/// As the tables keep it: NFC, nothing that PostgreSQL refuses.
Record cleaned(Record record) {
    for (std::string* text :
         {&record.source, &record.type, &record.number, &record.symbol, &record.issuer, &record.date, &record.place,
          &record.subject, &record.signer, &record.position, &record.text})
        *text = composed(*text);
    for (std::string& one : record.recipients) one = composed(one);
    return record;
}

/// "| so tai chinh | so y te |"
std::string names_key(const std::vector<std::string>& names) {
    std::string result = "|";
    for (const std::string& name : names) result += padded_words(name) + '|';
    return result;
}

void insert_files(pqxx::work& transaction, std::int64_t row, const Record& record) {
    std::size_t place = 0;
    for (const StoredFile& file : record.files)
        transaction.exec_params0("INSERT INTO vanthu.files(document, place, path, sha512, size)"
                                 " VALUES($1, $2, $3, $4, $5)",
                                 row, place++, storable(file.path), file.sha512, file.size);
}

void insert_task(pqxx::work& transaction, std::int64_t row, std::size_t place, const model::Task& task,
                 std::string_view date) {
    const Due due = due_of(task.time, date);
    const model::TaskTime& time = task.time;
    transaction.exec_params0(insert_task_row, row, place, storable(task.section), storable(task.ordinal),
                             storable(task.task), storable(joined(task.lead)), storable(joined(task.partners)),
                             storable(task.product), storable(time.raw), storable(time.from), storable(time.to),
                             time.recurrence, storable(time.condition), task.place.page, task.place.x1, task.place.y1,
                             task.place.x2, task.place.y2, task.row,
                             padded_words(task.section + ' ' + task.task + ' ' + task.product), names_key(task.lead),
                             names_key(task.partners), due.first, due.last, due.day);
}

} // namespace

bool put_record(pqxx::work& transaction, const Record& given) {
    const Record record = cleaned(given);
    transaction.exec_params0("DELETE FROM vanthu.documents WHERE id = $1", record.id);
    const WordVector words = words_of(record);
    const auto row =
        transaction
            .exec_params1(insert_document, record.id, record.version, record.added, record.source, record.type,
                          record.number, record.symbol, record.issuer, record.date, record.place, record.subject,
                          record.signer, record.position, joined(record.recipients), record.pages, record.trust,
                          number_key(record.number, record.symbol), twin_key(record), padded_words(record.issuer),
                          padded_words(record.signer), words.literal())[0]
            .as<std::int64_t>();
    transaction.exec_params0("INSERT INTO vanthu.texts(document, text, folded) VALUES($1, $2, $3)", row, record.text,
                             side_by_side(record));
    insert_files(transaction, row, record);
    for (std::size_t i = 0; i < record.tasks.size(); ++i)
        insert_task(transaction, row, i, record.tasks[i], record.date);
    return words.is_complete();
}

const char* const record_columns_of_d =
    "d.id, d.version, d.added, d.source, d.type, d.number, d.symbol, d.issuer, d.date, d.place, d.subject, d.signer,"
    " d.position, d.recipients, d.pages, d.trust";

const char* const task_columns_of_t =
    "t.section, t.ordinal, t.task, t.lead, t.partners, t.product, t.raw, t.time_from, t.time_to, t.recurrence,"
    " t.condition, t.page, t.x1, t.y1, t.x2, t.y2, t.table_row";

Record record_of(const pqxx::row& row) {
    Record record;
    int column = 0;
    const auto text = [&] { return row[column++].as<std::string>(); };
    record.id = text();
    record.version = row[column++].as<std::uint32_t>();
    for (std::string* field :
         {&record.added, &record.source, &record.type, &record.number, &record.symbol, &record.issuer, &record.date,
          &record.place, &record.subject, &record.signer, &record.position})
        *field = text();
    record.recipients = parted(text());
    record.pages = row[column++].as<std::uint32_t>();
    record.trust = row[column++].as<double>();
    return record;
}

void add_files(pqxx::work& transaction, Record& record) {
    for (const pqxx::row& row : transaction.exec_params(
             "SELECT f.path, f.sha512, f.size FROM vanthu.files f JOIN vanthu.documents d ON d.row = f.document"
             " WHERE d.id = $1 ORDER BY f.place",
             record.id))
        record.files.push_back({row[0].as<std::string>(), row[1].as<std::string>(), row[2].as<std::uint64_t>()});
}

void add_tasks(pqxx::work& transaction, Record& record) {
    for (const pqxx::row& row : transaction.exec_params(
             std::string("SELECT ") + task_columns_of_t +
                 " FROM vanthu.tasks t JOIN vanthu.documents d ON d.row = t.document WHERE d.id = $1 ORDER BY t.place",
             record.id))
        record.tasks.push_back(task_of(row, 0));
}

model::Task task_of(const pqxx::row& row, int first) {
    model::Task task;
    const auto text = [&](int column) { return row[first + column].as<std::string>(); };
    const auto real = [&](int column) { return row[first + column].as<double>(); };
    task.section = text(0);
    task.ordinal = text(1);
    task.task = text(2);
    task.lead = parted(text(3));
    task.partners = parted(text(4));
    task.product = text(5);
    task.time = {text(6), text(7), text(8), text(9), text(10)};
    task.place = {row[first + 11].as<std::uint32_t>(), real(12), real(13), real(14), real(15)};
    task.row = row[first + 16].as<std::uint32_t>();
    return task;
}

} // namespace vanthu::archive
