#include "archive/postgres/postgres_register.h"

namespace vanthu::archive {
namespace {

constexpr const char* failed = "register-failed";

// The counter's row stays locked until the commit: who comes meanwhile waits for the number, and a transaction that is
// rolled back leaves none out.
constexpr const char* take_number = R"(
WITH next AS (
    INSERT INTO vanthu.books AS b(book, year, last) VALUES($1, $2, 1)
    ON CONFLICT (book, year) DO UPDATE SET last = b.last + 1 RETURNING last)
INSERT INTO vanthu.entries(book, year, number, symbol, date, type, subject, signer, recipients, drafter, note, copies,
    document, taken)
SELECT $1, $2, next.last, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12,
    to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') FROM next
RETURNING number, taken)";

constexpr const char* list_entries = R"(
SELECT book, year, number, symbol, date, type, subject, signer, recipients, drafter, note, copies, document, taken
FROM vanthu.entries WHERE book = $1 AND ($2 = 0 OR year = $2) ORDER BY year, number)";

constexpr const char* find_faults = R"(
SELECT b.book, b.year FROM vanthu.books b
LEFT JOIN (SELECT book, year, count(*) AS many, max(number) AS last FROM vanthu.entries GROUP BY book, year) e
    USING (book, year)
WHERE coalesce(e.many, 0) <> b.last OR coalesce(e.last, 0) <> b.last ORDER BY book, year)";

Entry entry_of(const pqxx::row& row) {
    Entry entry;
    int column = 0;
    const auto next = [&] { return row[column++].as<std::string>(); };
    const auto next_number = [&] { return row[column++].as<std::uint32_t>(); };
    entry.book = next();
    entry.year = next_number();
    entry.number = next_number();
    for (std::string* text : {&entry.symbol, &entry.date, &entry.type, &entry.subject, &entry.signer, &entry.recipients,
                              &entry.drafter, &entry.note})
        *text = next();
    entry.copies = next_number();
    entry.id = next();
    entry.taken = next();
    return entry;
}

} // namespace

Result<Entry> PostgresRegister::take(Entry entry) {
    return session_->get<Entry>(failed, [&](pqxx::work& transaction) {
        const pqxx::row row = transaction.exec_params1(
            take_number, storable(entry.book), entry.year, storable(entry.symbol), storable(entry.date),
            storable(entry.type), storable(entry.subject), storable(entry.signer), storable(entry.recipients),
            storable(entry.drafter), storable(entry.note), entry.copies, storable(entry.id));
        Entry taken = entry;
        taken.number = row[0].as<std::uint32_t>();
        taken.taken = row[1].as<std::string>();
        return taken;
    });
}

Diagnostics PostgresRegister::assign(const std::string& book, std::uint32_t year, std::uint32_t number,
                                     const std::string& id) {
    bool is_known = false;
    Diagnostics problems = session_->run(failed, [&](pqxx::work& transaction) {
        is_known = transaction
                       .exec_params("UPDATE vanthu.entries SET document = $4"
                                    " WHERE book = $1 AND year = $2 AND number = $3",
                                    storable(book), year, number, storable(id))
                       .affected_rows() == 1;
    });
    if (!has_errors(problems) && !is_known)
        problems.push_back({"register-unknown",
                            Severity::error,
                            {{"book", book}, {"year", std::to_string(year)}, {"number", std::to_string(number)}},
                            {}});
    return problems;
}

Result<std::vector<Entry>> PostgresRegister::entries(const std::string& book, std::uint32_t year) {
    return session_->get<std::vector<Entry>>(failed, [&](pqxx::work& transaction) {
        std::vector<Entry> found;
        for (const pqxx::row& row : transaction.exec_params(list_entries, storable(book), year))
            found.push_back(entry_of(row));
        return found;
    });
}

Diagnostics PostgresRegister::check() {
    Diagnostics faults;
    Diagnostics problems = session_->run(failed, [&](pqxx::work& transaction) {
        for (const pqxx::row& row : transaction.exec(find_faults))
            faults.push_back({"register-gap",
                              Severity::error,
                              {{"book", row[0].as<std::string>()}, {"year", row[1].as<std::string>()}},
                              {}});
    });
    return has_errors(problems) ? problems : faults;
}

} // namespace vanthu::archive
