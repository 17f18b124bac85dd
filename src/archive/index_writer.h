// Puts records into the tables of index.sqlite and takes them out. Inside a transaction of the caller; throws
// SqliteError. Private to archive.
#pragma once

#include "archive/exact_words.h"
#include "archive/record.h"
#include "archive/sqlite_database.h"

#include <unordered_map>

namespace vanthu::archive {

/// A record in NFC with what is derived of its texts: made without the database, so that another thread can.
struct Prepared {
    Record record;
    std::string facets, extra; ///< columns of the full text
};
Prepared prepared(Record record, ExactWords& words);

class IndexWriter {
  public:
    explicit IndexWriter(Database& database) : database_(database) {}

    /// In place of what has the same id.
    void put(const Prepared& one);
    void remove(const std::string& id);
    /// Forgets what it remembers of the tables: after a rollback, and where others may have written.
    void forget() { agencies_.clear(); }

  private:
    std::int64_t row_of(const std::string& id);
    void remove_row(std::int64_t row);
    std::int64_t insert_document(const Prepared& one);
    void insert_files(std::int64_t row, const Record& record);
    void insert_task(std::int64_t row, const model::Task& task, std::string_view date);
    void tie(std::int64_t task, bool leads, const std::vector<std::string>& names);
    std::int64_t agency(const std::string& name);

    Database& database_;
    std::unordered_map<std::string, std::int64_t> agencies_;
};

/// "52/qd-ubnd|uy ban nhan dan|2021"; empty unless number, symbol and year are known.
std::string twin_key(const Record& record);

/// Facets of the full text: of a type or a year; empty for an empty one.
std::string type_facet(std::string_view type);
std::string year_facet(std::string_view year);

/// " so tai chinh ": whole words can be looked for inside.
std::string padded_words(std::string_view text);

} // namespace vanthu::archive
