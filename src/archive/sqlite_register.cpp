#include "archive/sqlite_register.h"

#include <fmt/format.h>

namespace vanthu::archive {
namespace {

constexpr const char* failed = "register-failed";

// A book's first number of a year stands in `starts` where it is not 1. The primary key refuses any number twice, the
// trigger any that is not the next: the promise holds whoever writes.
constexpr const char* version_1 = R"(
CREATE TABLE starts(
    book TEXT NOT NULL, year INTEGER NOT NULL, number INTEGER NOT NULL, PRIMARY KEY(book, year)) WITHOUT ROWID;
CREATE TABLE entries(
    book TEXT NOT NULL, year INTEGER NOT NULL, number INTEGER NOT NULL, symbol TEXT NOT NULL, date TEXT NOT NULL,
    type TEXT NOT NULL, subject TEXT NOT NULL, signer TEXT NOT NULL, recipients TEXT NOT NULL, drafter TEXT NOT NULL,
    note TEXT NOT NULL, copies INTEGER NOT NULL, id TEXT NOT NULL, taken TEXT NOT NULL,
    PRIMARY KEY(book, year, number)) WITHOUT ROWID;
CREATE TRIGGER entries_in_order BEFORE INSERT ON entries WHEN new.number <> max(
    ifnull((SELECT max(number) + 1 FROM entries WHERE book = new.book AND year = new.year), 1),
    ifnull((SELECT number FROM starts WHERE book = new.book AND year = new.year), 1))
BEGIN SELECT raise(ABORT, 'not the next number'); END;
CREATE TRIGGER entries_stay BEFORE DELETE ON entries BEGIN SELECT raise(ABORT, 'numbers are never given back'); END;
)";

constexpr const char* columns = "book, year, number, symbol, date, type, subject, signer, recipients, drafter, note,"
                                " copies, id, taken";

Entry entry_of(const Statement& row) {
    Entry entry;
    entry.book = row.text(0);
    entry.year = static_cast<std::uint32_t>(row.integer(1));
    entry.number = static_cast<std::uint32_t>(row.integer(2));
    int column = 3;
    for (std::string* field : {&entry.symbol, &entry.date, &entry.type, &entry.subject, &entry.signer,
                               &entry.recipients, &entry.drafter, &entry.note})
        *field = row.text(column++);
    entry.copies = static_cast<std::uint32_t>(row.integer(column++));
    entry.id = row.text(column++);
    entry.taken = row.text(column);
    return entry;
}

std::vector<Entry> all_of(Statement& asked) {
    std::vector<Entry> result;
    while (asked.step()) result.push_back(entry_of(asked));
    return result;
}

Diagnostic problem(const char* code, const std::string& book, std::int64_t year, std::int64_t number) {
    return {code,
            Severity::error,
            {{"book", book}, {"year", std::to_string(year)}, {"number", std::to_string(number)}},
            {}};
}

} // namespace

SqliteRegister::SqliteRegister(const std::filesystem::path& path) : database_(path) { database_.migrate({version_1}); }

Result<std::unique_ptr<SqliteRegister>> SqliteRegister::open(const std::filesystem::path& path) {
    using Opened = Result<std::unique_ptr<SqliteRegister>>;
    return guarded(failed, [&] { return Opened::of(std::unique_ptr<SqliteRegister>(new SqliteRegister(path))); });
}

Result<Entry> SqliteRegister::take(Entry entry) {
    return guarded(failed, [&] {
        Transaction transaction(database_);
        Statement next = database_.statement(
            "SELECT max(ifnull((SELECT max(number) + 1 FROM entries WHERE book = ?1 AND year = ?2), 1),"
            " ifnull((SELECT number FROM starts WHERE book = ?1 AND year = ?2), 1))");
        next.with(entry.book, entry.year).step();
        entry.number = static_cast<std::uint32_t>(next.integer(0));
        database_
            .statement(fmt::format("INSERT INTO entries({}) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12,"
                                   " ?13, ?14)",
                                   columns))
            .with(entry.book, entry.year, entry.number, entry.symbol, entry.date, entry.type, entry.subject,
                  entry.signer, entry.recipients, entry.drafter, entry.note, entry.copies, entry.id, entry.taken)
            .run();
        transaction.commit();
        return Result<Entry>::of(std::move(entry));
    });
}

Diagnostics SqliteRegister::start(const std::string& book, std::uint32_t year, std::uint32_t number) {
    return guarded(failed, [&]() -> Diagnostics {
        Transaction transaction(database_);
        Statement taken = database_.statement("SELECT max(number) FROM entries WHERE book = ?1 AND year = ?2");
        if (taken.with(book, year).step() && taken.integer(0) > 0)
            return {problem("register-begun", book, year, taken.integer(0))};
        database_.statement("INSERT OR REPLACE INTO starts(book, year, number) VALUES(?1, ?2, ?3)")
            .with(book, year, number)
            .run();
        transaction.commit();
        return {};
    });
}

Diagnostics SqliteRegister::assign(const std::string& book, std::uint32_t year, std::uint32_t number,
                                   const std::string& id) {
    return guarded(failed, [&]() -> Diagnostics {
        Transaction transaction(database_);
        database_.statement("UPDATE entries SET id = ?4 WHERE book = ?1 AND year = ?2 AND number = ?3")
            .with(book, year, number, id)
            .run();
        if (sqlite3_changes(database_.handle()) == 0) return {problem("register-unknown", book, year, number)};
        transaction.commit();
        return {};
    });
}

Result<std::vector<Entry>> SqliteRegister::entries(const std::string& book, std::uint32_t year) {
    return guarded(failed, [&] {
        Statement asked = database_.statement(fmt::format("SELECT {} FROM entries WHERE book = ?1 AND (?2 = 0 OR"
                                                          " year = ?2) ORDER BY year, number",
                                                          columns));
        return Result<std::vector<Entry>>::of(all_of(asked.with(book, year)));
    });
}

Result<std::vector<Entry>> SqliteRegister::entries_of(const std::string& id) {
    return guarded(failed, [&] {
        Statement asked = database_.statement(
            fmt::format("SELECT {} FROM entries WHERE id = ?1 AND id <> '' ORDER BY year, book, number", columns));
        return Result<std::vector<Entry>>::of(all_of(asked.with(id)));
    });
}

Result<std::vector<BookYear>> SqliteRegister::books() {
    return guarded(failed, [&] {
        Statement asked = database_.statement(
            "SELECT book, year, max(next) FROM (SELECT book, year, number + 1 AS next FROM entries UNION ALL"
            " SELECT book, year, number FROM starts) GROUP BY book, year ORDER BY book, year DESC");
        std::vector<BookYear> found;
        while (asked.step())
            found.push_back({std::string(asked.text(0)), static_cast<std::uint32_t>(asked.integer(1)),
                             static_cast<std::uint32_t>(asked.integer(2))});
        return Result<std::vector<BookYear>>::of(std::move(found));
    });
}

Diagnostics SqliteRegister::check() {
    return guarded(failed, [&]() -> Diagnostics {
        Diagnostics found;
        for (const std::string& fault : database_.faults())
            found.push_back({"register-damaged", Severity::error, {{"reason", fault}}, {}});
        // Doubles cannot be: number is part of the key. A gap is a number whose predecessor is not there.
        Statement gaps = database_.statement(
            "SELECT e.book, e.year, e.number - 1 FROM entries e WHERE NOT EXISTS (SELECT 1 FROM entries p WHERE"
            " p.book = e.book AND p.year = e.year AND p.number = e.number - 1) AND e.number > ifnull((SELECT number"
            " FROM starts s WHERE s.book = e.book AND s.year = e.year), 1) ORDER BY 1, 2, 3");
        while (gaps.step())
            found.push_back(problem("register-gap", std::string(gaps.text(0)), gaps.integer(1), gaps.integer(2)));
        return found;
    });
}

Diagnostics SqliteRegister::backup_to(const std::filesystem::path& path) {
    return guarded(failed, [&]() -> Diagnostics {
        database_.copy_to(path);
        return {};
    });
}

} // namespace vanthu::archive
