#include "archive/postgres/postgres_index.h"

#include "archive/index_writer.h"
#include "archive/postgres/document_rows.h"
#include "archive/postgres/postgres_search.h"

#include <fmt/format.h>

namespace vanthu::archive {
namespace {

constexpr const char* failed = "index-failed";
constexpr std::size_t chunk_bytes = 16U << 20, chunk_records = 1000;

Diagnostic words_left(const std::string& id) { return {"index-words-left", Severity::warning, {{"id", id}}, {}}; }

std::vector<Record> chunk_of(const std::function<std::optional<Record>()>& next) {
    std::vector<Record> chunk;
    for (std::size_t bytes = 0; bytes < chunk_bytes && chunk.size() < chunk_records;) {
        std::optional<Record> record = next();
        if (!record) break;
        bytes += record->text.size();
        chunk.push_back(std::move(*record));
    }
    return chunk;
}

} // namespace

Diagnostics PostgresIndex::put(const Record& record) {
    bool is_complete = true;
    Diagnostics problems =
        session_->run(failed, [&](pqxx::work& transaction) { is_complete = put_record(transaction, record); });
    if (!is_complete) problems.push_back(words_left(record.id));
    return problems;
}

Diagnostics PostgresIndex::fill(const std::function<std::optional<Record>()>& next) {
    Diagnostics found;
    for (std::vector<Record> chunk = chunk_of(next); !chunk.empty(); chunk = chunk_of(next)) {
        Diagnostics left;
        Diagnostics problems = session_->run(failed, [&](pqxx::work& transaction) {
            left.clear();
            for (const Record& record : chunk)
                if (!put_record(transaction, record)) left.push_back(words_left(record.id));
        });
        found.insert(found.end(), left.begin(), left.end());
        found.insert(found.end(), problems.begin(), problems.end());
        if (has_errors(problems)) return found;
    }
    // The planner of a store just filled knows nothing of it until the server's own round.
    const Diagnostics problems = session_->run(
        failed, [](pqxx::work& transaction) { transaction.exec("ANALYZE vanthu.documents, vanthu.tasks"); });
    found.insert(found.end(), problems.begin(), problems.end());
    return found;
}

Diagnostics PostgresIndex::remove(const std::string& id) {
    return session_->run(failed, [&](pqxx::work& transaction) {
        transaction.exec_params0("DELETE FROM vanthu.documents WHERE id = $1", id);
    });
}

Diagnostics PostgresIndex::clear() {
    return session_->run(failed, [](pqxx::work& transaction) {
        transaction.exec("TRUNCATE vanthu.documents, vanthu.texts, vanthu.files, vanthu.tasks");
    });
}

Result<std::optional<Twin>> PostgresIndex::twin(const Record& record) {
    return session_->get<std::optional<Twin>>(failed, [&](pqxx::work& transaction) -> std::optional<Twin> {
        for (const StoredFile& file : record.files) {
            if (!file.path.starts_with("original/")) continue;
            const pqxx::result same_file = transaction.exec_params(
                "SELECT d.id FROM vanthu.files f JOIN vanthu.documents d ON d.row = f.document"
                " WHERE f.path LIKE 'original/%' AND f.sha512 = $1 AND d.id <> $2 ORDER BY d.row LIMIT 1",
                file.sha512, record.id);
            if (!same_file.empty()) return Twin{same_file[0][0].as<std::string>(), true};
        }
        const pqxx::result same_number =
            transaction.exec_params("SELECT id FROM vanthu.documents WHERE twin_key <> '' AND twin_key = $1"
                                    " AND id <> $2 ORDER BY row LIMIT 1",
                                    twin_key(record), record.id);
        if (same_number.empty()) return std::nullopt;
        return Twin{same_number[0][0].as<std::string>(), false};
    });
}

Result<std::optional<Record>> PostgresIndex::find(const std::string& id) {
    return session_->get<std::optional<Record>>(failed, [&](pqxx::work& transaction) -> std::optional<Record> {
        if (id.empty()) return std::nullopt;
        const pqxx::result found = transaction.exec_params(
            fmt::format("SELECT {} FROM vanthu.documents d WHERE d.id >= $1 AND d.id < $2 ORDER BY d.id LIMIT 2",
                        record_columns_of_d),
            storable(id), storable(id) + '\x7F');
        if (found.empty()) return std::nullopt;
        Record record = record_of(found.front());
        if (record.id != id && found.size() > 1) return std::nullopt;
        add_files(transaction, record);
        add_tasks(transaction, record);
        return record;
    });
}

Result<std::vector<Record>> PostgresIndex::list(const Filter& filter, std::size_t limit, std::size_t offset) {
    return session_->get<std::vector<Record>>(failed, [&](pqxx::work& transaction) {
        std::vector<Record> records = list_in_postgres(transaction, filter, limit, offset);
        for (Record& record : records) add_files(transaction, record);
        return records;
    });
}

Result<std::vector<Record>> PostgresIndex::latest(std::size_t limit) {
    return session_->get<std::vector<Record>>(failed, [&](pqxx::work& transaction) {
        std::vector<Record> records;
        for (const pqxx::row& row : transaction.exec_params(
                 fmt::format("SELECT {} FROM vanthu.documents d ORDER BY d.added DESC, d.row DESC LIMIT $1",
                             record_columns_of_d),
                 limit))
            records.push_back(record_of(row));
        return records;
    });
}

Result<Hits> PostgresIndex::search(const Query& query) {
    return session_->get<Hits>(failed, [&](pqxx::work& transaction) { return find_in_postgres(transaction, query); });
}

Result<TaskHits> PostgresIndex::tasks(const TaskQuery& query) {
    return session_->get<TaskHits>(
        failed, [&](pqxx::work& transaction) { return tasks_in_postgres(transaction, query); });
}

Result<std::vector<std::string>> PostgresIndex::ids() {
    return session_->get<std::vector<std::string>>(failed, [](pqxx::work& transaction) {
        std::vector<std::string> found;
        for (const pqxx::row& row : transaction.exec("SELECT id FROM vanthu.documents ORDER BY id"))
            found.push_back(row[0].as<std::string>());
        return found;
    });
}

Result<Facets> PostgresIndex::facets() {
    return session_->get<Facets>(failed, [](pqxx::work& transaction) {
        const auto list = [&](const char* sql) {
            std::vector<std::string> values;
            for (const pqxx::row& row : transaction.exec(sql)) values.push_back(row[0].as<std::string>());
            return values;
        };
        Facets facets;
        facets.total = transaction.exec1("SELECT count(*) FROM vanthu.documents")[0].as<std::uint64_t>();
        facets.types = list("SELECT DISTINCT type FROM vanthu.documents WHERE type <> '' ORDER BY type");
        facets.years = list("SELECT DISTINCT substr(date, 1, 4) AS y FROM vanthu.documents WHERE date <> ''"
                            " ORDER BY y DESC");
        facets.issuers = list("SELECT issuer FROM vanthu.documents WHERE issuer <> '' GROUP BY issuer"
                              " ORDER BY count(*) DESC, issuer LIMIT 200");
        return facets;
    });
}

Diagnostics PostgresIndex::check() {
    Diagnostics found;
    Diagnostics problems = session_->run(failed, [&](pqxx::work& transaction) {
        found.clear();
        for (const pqxx::row& row :
             transaction.exec("SELECT d.id FROM vanthu.documents d LEFT JOIN vanthu.texts t ON t.document = d.row"
                              " WHERE t.document IS NULL ORDER BY d.id"))
            found.push_back({"index-damaged", Severity::error, {{"reason", row[0].as<std::string>()}}, {}});
    });
    return has_errors(problems) ? problems : found;
}

} // namespace vanthu::archive
