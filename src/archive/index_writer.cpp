#include "archive/index_writer.h"

#include "archive/due.h"
#include "archive/index_schema.h"
#include "archive/search_query.h"
#include "text/search_words.h"
#include "text/unicode.h"

#include <algorithm>

namespace vanthu::archive {
namespace {

constexpr std::size_t most_agencies = 100'000;

std::string facet(char kind, std::string_view value) {
    std::string folded = text::folded_words(value);
    std::erase(folded, ' ');
    return folded.empty() ? folded : std::string("1") + kind + folded;
}

} // namespace

std::string twin_key(const Record& record) {
    const std::string number = number_key(record.number, record.symbol);
    if (number.empty() || record.symbol.empty() || record.date.empty()) return {};
    return number + '|' + text::folded_words(record.issuer) + '|' + record.year();
}

std::string type_facet(std::string_view type) { return facet('t', type); }
std::string year_facet(std::string_view year) { return facet('y', year); }
std::string padded_words(std::string_view text) { return ' ' + text::folded_words(text) + ' '; }

Prepared prepared(Record record, ExactWords& words) {
    for (std::string* text : {&record.type, &record.symbol, &record.issuer, &record.place, &record.subject,
                              &record.signer, &record.position, &record.text})
        if (auto composed = text::to_nfc(*text)) *text = std::move(*composed);
    for (const std::string* text : {&record.subject, &record.issuer, &record.signer, &record.text}) words.add(*text);
    Prepared result{std::move(record), {}, {}};
    result.facets = type_facet(result.record.type) + ' ' + year_facet(result.record.year());
    result.extra = words.take() + result.facets;
    return result;
}

void IndexWriter::put(const Prepared& one) {
    const Record& record = one.record;
    remove(record.id);
    const std::int64_t row = insert_document(one);
    database_.statement("INSERT INTO texts(document, text) VALUES(?1, ?2)").with(row, record.text).run();
    insert_files(row, record);
    for (const model::Task& task : record.tasks) insert_task(row, task, record.date);
    // The same words as the view `searchable` has.
    database_
        .statement("INSERT INTO words(rowid, number, subject, issuer, signer, body, extra)"
                   " VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)")
        .with(row, record.number + '/' + record.symbol, record.subject, record.issuer, record.signer, record.text,
              one.extra)
        .run();
}

void IndexWriter::remove(const std::string& id) {
    if (const std::int64_t row = row_of(id); row != 0) remove_row(row);
}

std::int64_t IndexWriter::row_of(const std::string& id) {
    Statement asked = database_.statement("SELECT row FROM documents WHERE id = ?1");
    return asked.with(id).step() ? asked.integer(0) : 0;
}

void IndexWriter::remove_row(std::int64_t row) {
    database_
        .statement("INSERT INTO words(words, rowid, number, subject, issuer, signer, body, extra)"
                   " SELECT 'delete', rowid, number, subject, issuer, signer, body, extra FROM searchable"
                   " WHERE rowid = ?1")
        .with(row)
        .run();
    Statement tasks = database_.statement("SELECT row, lead, partners FROM tasks WHERE document = ?1");
    Statement untie = database_.statement("DELETE FROM task_agencies WHERE agency = ?1 AND leads = ?2 AND task = ?3");
    for (tasks.with(row); tasks.step();)
        for (const bool leads : {true, false})
            for (const std::string& name : parted(tasks.text(leads ? 1 : 2)))
                untie.with(agency(name), leads, tasks.integer(0)).run();
    for (const char* sql : {"DELETE FROM tasks WHERE document = ?1", "DELETE FROM files WHERE document = ?1",
                            "DELETE FROM texts WHERE document = ?1", "DELETE FROM documents WHERE row = ?1"})
        database_.statement(sql).with(row).run();
}

std::int64_t IndexWriter::insert_document(const Prepared& one) {
    const Record& record = one.record;
    database_
        .statement("INSERT INTO documents(id, version, added, source, type, number, symbol, issuer, date, place,"
                   " subject, signer, position, recipients, pages, trust, number_key, twin_key, facets)"
                   " VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19)")
        .with(record.id, record.version, record.added, record.source, record.type, record.number, record.symbol,
              record.issuer, record.date, record.place, record.subject, record.signer, record.position,
              joined(record.recipients), record.pages, record.trust, number_key(record.number, record.symbol),
              twin_key(record), one.facets)
        .run();
    return database_.last_row();
}

void IndexWriter::insert_files(std::int64_t row, const Record& record) {
    Statement insert = database_.statement(
        "INSERT INTO files(document, place, path, sha512, size, original) VALUES(?1, ?2, ?3, ?4, ?5, ?6)");
    std::size_t place = 0;
    for (const StoredFile& file : record.files)
        insert.with(row, place++, file.path, file.sha512, file.size, file.path.starts_with("original/")).run();
}

void IndexWriter::insert_task(std::int64_t row, const model::Task& task, std::string_view date) {
    const Due due = due_of(task.time, date);
    const std::string folded = padded_words(task.section + ' ' + task.task + ' ' + task.product);
    database_
        .statement("INSERT INTO tasks(document, section, ordinal, task, lead, partners, product, raw, time_from,"
                   " time_to, recurrence, condition, page, x1, y1, x2, y2, table_row, folded, due_first, due_last,"
                   " due_day) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18,"
                   " ?19, ?20, ?21, ?22)")
        .with(row, task.section, task.ordinal, task.task, joined(task.lead), joined(task.partners), task.product,
              task.time.raw, task.time.from, task.time.to, task.time.recurrence, task.time.condition, task.place.page,
              task.place.x1, task.place.y1, task.place.x2, task.place.y2, task.row, folded, due.first, due.last,
              due.day)
        .run();
    const std::int64_t number = database_.last_row();
    tie(number, true, task.lead);
    tie(number, false, task.partners);
}

void IndexWriter::tie(std::int64_t task, bool leads, const std::vector<std::string>& names) {
    Statement insert =
        database_.statement("INSERT OR IGNORE INTO task_agencies(agency, leads, task) VALUES(?1, ?2, ?3)");
    for (const std::string& name : names) insert.with(agency(name), leads, task).run();
}

std::int64_t IndexWriter::agency(const std::string& name) {
    if (const auto known = agencies_.find(name); known != agencies_.end()) return known->second;
    const std::string folded = padded_words(name);
    Statement asked = database_.statement("SELECT row FROM agencies WHERE folded = ?1");
    std::int64_t row = 0;
    if (asked.with(folded).step()) {
        row = asked.integer(0);
    } else {
        database_.statement("INSERT INTO agencies(folded) VALUES(?1)").with(folded).run();
        row = database_.last_row();
    }
    if (agencies_.size() >= most_agencies) agencies_.clear();
    agencies_.emplace(name, row);
    return row;
}

} // namespace vanthu::archive
