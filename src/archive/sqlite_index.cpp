#include "archive/sqlite_index.h"

#include "archive/index_reader.h"
#include "archive/index_schema.h"
#include "archive/index_search.h"

#include <fmt/format.h>

#include <future>

namespace vanthu::archive {
namespace {

constexpr const char* failed = "index-failed";
constexpr std::size_t chunk_bytes = 24U << 20, chunk_records = 4000;

std::size_t size_of(const Record& record) {
    constexpr std::size_t task_size = 500;
    return record.text.size() + record.tasks.size() * task_size + task_size;
}

std::vector<Prepared> chunk_of(const std::function<std::optional<Record>()>& next, ExactWords& words) {
    std::vector<Prepared> chunk;
    for (std::size_t bytes = 0; bytes < chunk_bytes && chunk.size() < chunk_records;) {
        std::optional<Record> record = next();
        if (!record) break;
        bytes += size_of(*record);
        chunk.push_back(prepared(std::move(*record), words));
    }
    return chunk;
}

/// Every id that begins so is one of the range [id, end).
std::string end_of(const std::string& id) { return id + '\x7F'; }

} // namespace

SqliteIndex::SqliteIndex(const std::filesystem::path& path) : database_(path), writer_(database_) {
    prepare_index(database_);
}

Result<std::unique_ptr<SqliteIndex>> SqliteIndex::open(const std::filesystem::path& path) {
    using Opened = Result<std::unique_ptr<SqliteIndex>>;
    return guarded(failed, [&] { return Opened::of(std::unique_ptr<SqliteIndex>(new SqliteIndex(path))); });
}

Diagnostics SqliteIndex::put(const Record& record) {
    return guarded(failed, [&]() -> Diagnostics {
        ExactWords words;
        put_all({prepared(record, words)});
        return {};
    });
}

Diagnostics SqliteIndex::fill(const std::function<std::optional<Record>()>& next) {
    return guarded(failed, [&]() -> Diagnostics {
        ExactWords words;
        std::vector<Prepared> chunk = chunk_of(next, words);
        while (!chunk.empty()) {
            // The database has one user at a time: this thread reads on while the other one writes.
            std::future<void> written = std::async(std::launch::async, [this, &chunk] { put_all(chunk); });
            std::vector<Prepared> following = chunk_of(next, words);
            written.get();
            chunk = std::move(following);
        }
        return {};
    });
}

void SqliteIndex::put_all(const std::vector<Prepared>& records) {
    writer_.forget();
    Transaction transaction(database_);
    for (const Prepared& record : records) writer_.put(record);
    transaction.commit();
}

Diagnostics SqliteIndex::remove(const std::string& id) {
    return guarded(failed, [&]() -> Diagnostics {
        writer_.forget();
        Transaction transaction(database_);
        writer_.remove(id);
        transaction.commit();
        return {};
    });
}

Diagnostics SqliteIndex::clear() {
    return guarded(failed, [&]() -> Diagnostics {
        writer_.forget();
        Transaction transaction(database_);
        database_.run("INSERT INTO words(words) VALUES('delete-all'); DELETE FROM documents; DELETE FROM files;"
                      "DELETE FROM texts; DELETE FROM task_agencies; DELETE FROM tasks; DELETE FROM agencies;");
        transaction.commit();
        return {};
    });
}

Result<std::optional<Twin>> SqliteIndex::twin(const Record& record) {
    using Found = Result<std::optional<Twin>>;
    return guarded(failed, [&] {
        Statement same_file =
            database_.statement("SELECT d.id FROM files f JOIN documents d ON d.row = f.document WHERE f.original = 1"
                                " AND f.sha512 = ?1 AND d.id <> ?2 ORDER BY d.row LIMIT 1");
        for (const StoredFile& file : record.files)
            if (file.path.starts_with("original/") && same_file.with(file.sha512, record.id).step())
                return Found::of(Twin{std::string(same_file.text(0)), true});
        Statement same_number =
            database_.statement("SELECT id FROM documents WHERE twin_key <> '' AND twin_key = ?1 AND id <> ?2"
                                " ORDER BY row LIMIT 1");
        if (same_number.with(twin_key(record), record.id).step())
            return Found::of(Twin{std::string(same_number.text(0)), false});
        return Found::of(std::nullopt);
    });
}

Result<std::optional<Record>> SqliteIndex::find(const std::string& id) {
    using Found = Result<std::optional<Record>>;
    return guarded(failed, [&] {
        Statement asked = database_.statement(fmt::format(
            "SELECT {} FROM documents d WHERE d.id >= ?1 AND d.id < ?2 ORDER BY d.id LIMIT 2", record_columns));
        asked.with(id, end_of(id));
        if (id.empty() || !asked.step()) return Found::of(std::nullopt);
        Record record = record_of(asked);
        const std::int64_t row = asked.integer(16);
        const bool unique = record.id == id || !asked.step();
        if (!unique) return Found::of(std::nullopt);
        add_files(database_, row, record);
        add_tasks(database_, row, record);
        return Found::of(std::move(record));
    });
}

Result<std::vector<Record>> SqliteIndex::list(const Filter& filter, std::size_t limit, std::size_t offset) {
    return guarded(failed, [&] {
        std::vector<Record> records = list_documents(database_, filter, limit, offset);
        for (Record& record : records) {
            Statement asked = database_.statement("SELECT row FROM documents WHERE id = ?1");
            if (asked.with(record.id).step()) add_files(database_, asked.integer(0), record);
        }
        return Result<std::vector<Record>>::of(std::move(records));
    });
}

Result<std::vector<Record>> SqliteIndex::latest(std::size_t limit) {
    return guarded(failed, [&] {
        Statement asked = database_.statement(
            fmt::format("SELECT {} FROM documents d ORDER BY d.added DESC, d.row DESC LIMIT ?1", record_columns));
        std::vector<Record> records;
        for (asked.with(limit); asked.step();) records.push_back(record_of(asked));
        return Result<std::vector<Record>>::of(std::move(records));
    });
}

Result<Hits> SqliteIndex::search(const Query& query) {
    return guarded(failed, [&] { return Result<Hits>::of(find_documents(database_, query)); });
}

Result<TaskHits> SqliteIndex::tasks(const TaskQuery& query) {
    return guarded(failed, [&] { return Result<TaskHits>::of(find_tasks(database_, query)); });
}

Result<std::vector<std::string>> SqliteIndex::ids() {
    return guarded(failed, [&] {
        std::vector<std::string> result;
        Statement asked = database_.statement("SELECT id FROM documents ORDER BY id");
        while (asked.step()) result.emplace_back(asked.text(0));
        return Result<std::vector<std::string>>::of(std::move(result));
    });
}

Result<Facets> SqliteIndex::facets() {
    return guarded(failed, [&] {
        const auto list = [&](const char* sql) {
            std::vector<std::string> values;
            Statement asked = database_.statement(sql);
            while (asked.step()) values.emplace_back(asked.text(0));
            return values;
        };
        Facets facets;
        facets.total = static_cast<std::uint64_t>(database_.number("SELECT count(*) FROM documents"));
        facets.types = list("SELECT DISTINCT type FROM documents WHERE type <> '' ORDER BY type");
        facets.years = list("SELECT DISTINCT substr(date, 1, 4) AS y FROM documents WHERE date <> '' ORDER BY y DESC");
        facets.issuers = list("SELECT issuer FROM documents WHERE issuer <> '' GROUP BY issuer"
                              " ORDER BY count(*) DESC, issuer LIMIT 200");
        return Result<Facets>::of(std::move(facets));
    });
}

Diagnostics SqliteIndex::check() {
    return guarded(failed, [&]() -> Diagnostics {
        Diagnostics found;
        for (const std::string& fault : database_.faults())
            found.push_back({"index-damaged", Severity::error, {{"reason", fault}}, {}});
        try {
            // 1: held against the texts too.
            database_.run("INSERT INTO words(words, rank) VALUES('integrity-check', 1)");
        } catch (const SqliteError& error) {
            found.push_back({"index-damaged", Severity::error, {{"reason", error.what()}}, {}});
        }
        return found;
    });
}

Diagnostics SqliteIndex::backup_to(const std::filesystem::path& path) {
    return guarded(failed, [&]() -> Diagnostics {
        database_.copy_to(path);
        return {};
    });
}

} // namespace vanthu::archive
