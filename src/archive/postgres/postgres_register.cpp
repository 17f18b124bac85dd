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
SELECT $1, $2, next.last, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13 FROM next
RETURNING number)";

constexpr const char* set_start = R"(
INSERT INTO vanthu.books AS b(book, year, first, last) VALUES($1, $2, $3::integer, $3::integer - 1)
ON CONFLICT (book, year) DO UPDATE SET first = excluded.first, last = excluded.last WHERE b.last < b.first
RETURNING 1)";

constexpr const char* list_entries = R"(
SELECT book, year, number, symbol, date, type, subject, signer, recipients, drafter, note, copies, document, taken
FROM vanthu.entries WHERE )";
constexpr const char* of_book = "book = $1 AND ($2 = 0 OR year = $2) ORDER BY year, number";
constexpr const char* of_document = "document = $1 AND document <> '' ORDER BY year, book, number";

// Doubles cannot be: the number is part of the key. A gap is a number whose predecessor is not there; the counter says
// where the last one stood.
constexpr const char* find_gaps = R"(
SELECT e.book, e.year, e.number - 1 FROM vanthu.entries e JOIN vanthu.books b USING (book, year)
WHERE e.number > b.first AND NOT EXISTS (
    SELECT 1 FROM vanthu.entries p WHERE p.book = e.book AND p.year = e.year AND p.number = e.number - 1)
UNION ALL SELECT b.book, b.year, b.last FROM vanthu.books b
WHERE b.last >= b.first AND NOT EXISTS (
    SELECT 1 FROM vanthu.entries e WHERE e.book = b.book AND e.year = b.year AND e.number = b.last)
ORDER BY 1, 2, 3)";

Diagnostic problem(const char* code, const std::string& book, std::uint32_t year, std::uint32_t number) {
    return {code,
            Severity::error,
            {{"book", book}, {"year", std::to_string(year)}, {"number", std::to_string(number)}},
            {}};
}

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

std::vector<Entry> all_of(const pqxx::result& rows) {
    std::vector<Entry> found;
    for (const pqxx::row& row : rows) found.push_back(entry_of(row));
    return found;
}

} // namespace

Result<Entry> PostgresRegister::take(Entry entry) {
    return session_->get<Entry>(failed, [&](pqxx::work& transaction) {
        const pqxx::row row = transaction.exec_params1(
            take_number, storable(entry.book), entry.year, storable(entry.symbol), storable(entry.date),
            storable(entry.type), storable(entry.subject), storable(entry.signer), storable(entry.recipients),
            storable(entry.drafter), storable(entry.note), entry.copies, storable(entry.id), storable(entry.taken));
        Entry taken = entry;
        taken.number = row[0].as<std::uint32_t>();
        return taken;
    });
}

Diagnostics PostgresRegister::start(const std::string& book, std::uint32_t year, std::uint32_t number) {
    std::optional<std::uint32_t> last;
    Diagnostics problems = session_->run(failed, [&](pqxx::work& transaction) {
        if (transaction.exec_params(set_start, storable(book), year, number).empty())
            last = transaction
                       .exec_params1("SELECT last FROM vanthu.books WHERE book = $1 AND year = $2", storable(book),
                                     year)[0]
                       .as<std::uint32_t>();
    });
    if (!has_errors(problems) && last) problems.push_back(problem("register-begun", book, year, *last));
    return problems;
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
    if (!has_errors(problems) && !is_known) problems.push_back(problem("register-unknown", book, year, number));
    return problems;
}

Result<std::vector<Entry>> PostgresRegister::entries(const std::string& book, std::uint32_t year) {
    return session_->get<std::vector<Entry>>(failed, [&](pqxx::work& transaction) {
        return all_of(transaction.exec_params(std::string(list_entries) + of_book, storable(book), year));
    });
}

Result<std::vector<Entry>> PostgresRegister::entries_of(const std::string& id) {
    return session_->get<std::vector<Entry>>(failed, [&](pqxx::work& transaction) {
        return all_of(transaction.exec_params(std::string(list_entries) + of_document, storable(id)));
    });
}

Result<std::vector<BookYear>> PostgresRegister::books() {
    return session_->get<std::vector<BookYear>>(failed, [&](pqxx::work& transaction) {
        std::vector<BookYear> found;
        for (const pqxx::row& row :
             transaction.exec("SELECT book, year, last + 1 FROM vanthu.books ORDER BY book COLLATE \"C\", year DESC"))
            found.push_back({row[0].as<std::string>(), row[1].as<std::uint32_t>(), row[2].as<std::uint32_t>()});
        return found;
    });
}

Diagnostics PostgresRegister::check() {
    Diagnostics faults;
    Diagnostics problems = session_->run(failed, [&](pqxx::work& transaction) {
        for (const pqxx::row& row : transaction.exec(find_gaps))
            faults.push_back(problem("register-gap", row[0].as<std::string>(), row[1].as<std::uint32_t>(),
                                     row[2].as<std::uint32_t>()));
    });
    return has_errors(problems) ? problems : faults;
}

} // namespace vanthu::archive
