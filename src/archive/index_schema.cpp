#include "archive/index_schema.h"

#include "archive/exact_words.h"
#include "archive/sqlite_tokenizer.h"

#include <new>

namespace vanthu::archive {
namespace {

constexpr char separator = '\x1F';

// `words` keeps no texts of its own: what it was made of stands in the view `searchable`. Its column `extra` holds what
// nobody types: exact spellings (exact_words.h) and facets, so that they take part in the same merge of postings.
constexpr const char* version_1 = R"(
CREATE TABLE documents(
    row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, version INTEGER NOT NULL, added TEXT NOT NULL,
    source TEXT NOT NULL, type TEXT NOT NULL, number TEXT NOT NULL, symbol TEXT NOT NULL, issuer TEXT NOT NULL,
    date TEXT NOT NULL, place TEXT NOT NULL, subject TEXT NOT NULL, signer TEXT NOT NULL, position TEXT NOT NULL,
    recipients TEXT NOT NULL, pages INTEGER NOT NULL, trust REAL NOT NULL,
    number_key TEXT NOT NULL, twin_key TEXT NOT NULL, facets TEXT NOT NULL);
CREATE INDEX documents_number ON documents(number_key) WHERE number_key <> '';
CREATE INDEX documents_twin ON documents(twin_key) WHERE twin_key <> '';
CREATE INDEX documents_date ON documents(date DESC, id);
CREATE TABLE files(
    document INTEGER NOT NULL, place INTEGER NOT NULL, path TEXT NOT NULL, sha512 TEXT NOT NULL, size INTEGER NOT NULL,
    original INTEGER NOT NULL, PRIMARY KEY(document, place)) WITHOUT ROWID;
CREATE INDEX files_original ON files(sha512) WHERE original = 1;
CREATE TABLE texts(document INTEGER PRIMARY KEY, text TEXT NOT NULL);
CREATE TABLE agencies(row INTEGER PRIMARY KEY, folded TEXT NOT NULL UNIQUE);
CREATE TABLE tasks(
    row INTEGER PRIMARY KEY, document INTEGER NOT NULL, section TEXT NOT NULL, ordinal TEXT NOT NULL,
    task TEXT NOT NULL, lead TEXT NOT NULL, partners TEXT NOT NULL, product TEXT NOT NULL, raw TEXT NOT NULL,
    time_from TEXT NOT NULL, time_to TEXT NOT NULL, recurrence TEXT NOT NULL, condition TEXT NOT NULL,
    page INTEGER NOT NULL, x1 REAL NOT NULL, y1 REAL NOT NULL, x2 REAL NOT NULL, y2 REAL NOT NULL,
    table_row INTEGER NOT NULL, folded TEXT NOT NULL,
    due_first TEXT NOT NULL, due_last TEXT NOT NULL, due_day TEXT NOT NULL);
CREATE INDEX tasks_due ON tasks(document, due_last, due_first, due_day);
CREATE TABLE task_agencies(
    agency INTEGER NOT NULL, leads INTEGER NOT NULL, task INTEGER NOT NULL, PRIMARY KEY(agency, leads, task))
    WITHOUT ROWID;
CREATE VIEW searchable AS
    SELECT d.row AS rowid, d.number || '/' || d.symbol AS number, d.subject AS subject, d.issuer AS issuer,
           d.signer AS signer, t.text AS body, exact_words(d.subject, d.issuer, d.signer, t.text) || d.facets AS extra
    FROM documents d JOIN texts t ON t.document = d.row;
CREATE VIRTUAL TABLE words USING fts5(number, subject, issuer, signer, body, extra,
    content = 'searchable', content_rowid = 'rowid', tokenize = 'vi');
INSERT INTO words(words, rank) VALUES('hashsize', 33554432);
)";

std::string_view argument(sqlite3_value* value) {
    const auto* bytes = static_cast<const char*>(sqlite3_value_blob(value));
    return {bytes == nullptr ? "" : bytes, static_cast<std::size_t>(sqlite3_value_bytes(value))};
}

void exact_words_of(sqlite3_context* context, int count, sqlite3_value** values) {
    try {
        auto& words = *static_cast<ExactWords*>(sqlite3_user_data(context));
        for (int i = 0; i < count; ++i) words.add(argument(values[i]));
        const std::string result = words.take();
        sqlite3_result_text64(context, result.data(), result.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
    } catch (const std::bad_alloc&) {
        sqlite3_result_error_nomem(context);
    }
}

void forget(void* words) { delete static_cast<ExactWords*>(words); }

} // namespace

void prepare_index(Database& database) {
    register_tokenizer(database);
    auto words = std::make_unique<ExactWords>();
    // SQLite calls `forget` even where it fails.
    sqlite3_create_function_v2(database.handle(), "exact_words", -1,
                               SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, words.release(), exact_words_of,
                               nullptr, nullptr, forget);
    database.migrate({version_1});
}

std::string joined(const std::vector<std::string>& names) {
    std::string result;
    for (const std::string& name : names) {
        if (!result.empty()) result += separator;
        result += name;
    }
    return result;
}

std::vector<std::string> parted(std::string_view names) {
    std::vector<std::string> result;
    while (!names.empty()) {
        const std::size_t end = std::min(names.find(separator), names.size());
        result.emplace_back(names.substr(0, end));
        names.remove_prefix(std::min(end + 1, names.size()));
    }
    return result;
}

} // namespace vanthu::archive
