#include "office/batches.h"

#include "office/database.h"

namespace vanthu::office {
namespace {

using archive::Database;
using archive::Statement;

constexpr const char* batch_columns = "id, kind, state, by, created, ended, options, done, total";
constexpr const char* item_columns = "batch, place, name, state, source, result, result_name, result_type, diagnostics";

Batch batch_of(const Statement& row) {
    Batch batch;
    batch.id = static_cast<std::uint64_t>(row.integer(0));
    int column = 1;
    for (std::string* field : {&batch.kind, &batch.state, &batch.by, &batch.created, &batch.ended, &batch.options})
        *field = row.text(column++);
    batch.done = static_cast<std::uint64_t>(row.integer(column++));
    batch.total = static_cast<std::uint64_t>(row.integer(column));
    return batch;
}

BatchItem item_of(const Statement& row) {
    BatchItem item;
    item.batch = static_cast<std::uint64_t>(row.integer(0));
    item.index = static_cast<std::uint64_t>(row.integer(1));
    int column = 2;
    for (std::string* field :
         {&item.name, &item.state, &item.source, &item.result, &item.result_name, &item.result_type, &item.diagnostics})
        *field = row.text(column++);
    return item;
}

std::string select(const char* columns, const char* rest) { return std::string("SELECT ") + columns + " FROM " + rest; }

Diagnostic unknown(std::uint64_t id) { return {"item-unknown", Severity::error, {{"id", std::to_string(id)}}, {}}; }

Result<Batch> find_batch(Database& database, std::uint64_t id) {
    Statement row = database.statement(select(batch_columns, "batches WHERE id = ?1"));
    if (!row.with(id).step()) return Result<Batch>::failed(unknown(id));
    return Result<Batch>::of(batch_of(row));
}

/// Counts what has ended; the last item ends its batch.
void settle(Database& database, std::uint64_t id, const std::string& now) {
    database
        .statement("UPDATE batches SET done = (SELECT count(*) FROM batch_items WHERE batch = ?1 AND"
                   " state NOT IN ('waiting', 'running')) WHERE id = ?1")
        .with(id)
        .run();
    database
        .statement("UPDATE batches SET ended = ?2, state = CASE WHEN EXISTS(SELECT 1 FROM batch_items WHERE"
                   " batch = ?1 AND state = 'failed') THEN 'failed' ELSE 'done' END"
                   " WHERE id = ?1 AND done = total AND state IN ('waiting', 'running')")
        .with(id, now)
        .run();
}

} // namespace

Result<Batch> Batches::add(Batch batch, const std::vector<BatchItem>& items) {
    return with_database(office_, [&](Database& database) {
        archive::Transaction transaction(database);
        batch.total = items.size();
        database
            .statement("INSERT INTO batches(kind, state, by, created, ended, options, done, total)"
                       " VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")
            .with(batch.kind, batch.state, batch.by, batch.created, batch.ended, batch.options, batch.done, batch.total)
            .run();
        batch.id = static_cast<std::uint64_t>(database.last_row());
        Statement insert = database.statement("INSERT INTO batch_items VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)");
        for (std::size_t i = 0; i < items.size(); ++i)
            insert
                .with(batch.id, i, items[i].name, items[i].state, items[i].source, items[i].result,
                      items[i].result_name, items[i].result_type, items[i].diagnostics)
                .run();
        transaction.commit();
        return Result<Batch>::of(std::move(batch));
    });
}

Result<std::vector<Batch>> Batches::list(const std::string& by, std::size_t limit) {
    return with_database(office_, [&](Database& database) {
        std::vector<Batch> batches;
        Statement rows =
            database.statement(select(batch_columns, "batches WHERE ?1 = '' OR by = ?1 ORDER BY id DESC LIMIT ?2"));
        rows.with(by, limit);
        while (rows.step()) batches.push_back(batch_of(rows));
        return Result<std::vector<Batch>>::of(std::move(batches));
    });
}

Result<Batch> Batches::find(std::uint64_t id) {
    return with_database(office_, [&](Database& database) { return find_batch(database, id); });
}

Result<std::vector<BatchItem>> Batches::items(std::uint64_t id) {
    return with_database(office_, [&](Database& database) {
        std::vector<BatchItem> items;
        Statement rows = database.statement(select(item_columns, "batch_items WHERE batch = ?1 ORDER BY place"));
        rows.with(id);
        while (rows.step()) items.push_back(item_of(rows));
        return Result<std::vector<BatchItem>>::of(std::move(items));
    });
}

Result<BatchItem> Batches::item(std::uint64_t id, std::uint64_t index) {
    return with_database(office_, [&](Database& database) {
        Statement row = database.statement(select(item_columns, "batch_items WHERE batch = ?1 AND place = ?2"));
        if (!row.with(id, index).step()) return Result<BatchItem>::failed(unknown(index));
        return Result<BatchItem>::of(item_of(row));
    });
}

Result<std::vector<std::uint64_t>> Batches::open() {
    return with_database(office_, [&](Database& database) {
        std::vector<std::uint64_t> ids;
        Statement rows = database.statement("SELECT id FROM batches WHERE state IN ('waiting', 'running') ORDER BY id");
        while (rows.step()) ids.push_back(static_cast<std::uint64_t>(rows.integer(0)));
        return Result<std::vector<std::uint64_t>>::of(std::move(ids));
    });
}

Result<std::optional<BatchItem>> Batches::begin_next(std::uint64_t id) {
    using Begun = Result<std::optional<BatchItem>>;
    return with_database(office_, [&](Database& database) {
        archive::Transaction transaction(database);
        Statement row = database.statement(
            select(item_columns, "batch_items WHERE batch = ?1 AND state = 'waiting' ORDER BY place LIMIT 1"));
        if (!row.with(id).step()) return Begun::of(std::nullopt);
        BatchItem item = item_of(row);
        item.state = "running";
        database.statement("UPDATE batch_items SET state = 'running' WHERE batch = ?1 AND place = ?2")
            .with(id, item.index)
            .run();
        database.statement("UPDATE batches SET state = 'running' WHERE id = ?1 AND state = 'waiting'").with(id).run();
        transaction.commit();
        return Begun::of(std::move(item));
    });
}

Result<Batch> Batches::finish(const BatchItem& item, const std::string& now) {
    return with_database(office_, [&](Database& database) {
        archive::Transaction transaction(database);
        database
            .statement("UPDATE batch_items SET state = ?3, result = ?4, result_name = ?5, result_type = ?6,"
                       " diagnostics = ?7 WHERE batch = ?1 AND place = ?2 AND state = 'running'")
            .with(item.batch, item.index, item.state, item.result, item.result_name, item.result_type, item.diagnostics)
            .run();
        settle(database, item.batch, now);
        Result<Batch> batch = find_batch(database, item.batch);
        transaction.commit();
        return batch;
    });
}

Diagnostics Batches::put_back(const BatchItem& item) {
    return with_database(office_, [&](Database& database) -> Diagnostics {
        database
            .statement("UPDATE batch_items SET state = 'waiting' WHERE batch = ?1 AND place = ?2 AND state = 'running'")
            .with(item.batch, item.index)
            .run();
        return {};
    });
}

Result<Batch> Batches::cancel(std::uint64_t id, const std::string& now) {
    return with_database(office_, [&](Database& database) {
        archive::Transaction transaction(database);
        database
            .statement("UPDATE batches SET state = 'cancelled', ended = ?2 WHERE id = ?1 AND state IN"
                       " ('waiting', 'running')")
            .with(id, now)
            .run();
        database
            .statement("UPDATE batch_items SET state = 'cancelled' WHERE batch = ?1 AND state IN"
                       " ('waiting', 'running')")
            .with(id)
            .run();
        settle(database, id, now);
        Result<Batch> batch = find_batch(database, id);
        transaction.commit();
        return batch;
    });
}

Diagnostics Batches::remove(std::uint64_t id) {
    return with_database(office_, [&](Database& database) -> Diagnostics {
        database.statement("DELETE FROM batches WHERE id = ?1").with(id).run();
        return {};
    });
}

Result<std::vector<BatchItem>> Batches::orphans() {
    return with_database(office_, [&](Database& database) {
        std::vector<BatchItem> items;
        Statement rows = database.statement(select(item_columns, "batch_items WHERE state = 'running'"));
        while (rows.step()) items.push_back(item_of(rows));
        return Result<std::vector<BatchItem>>::of(std::move(items));
    });
}

Diagnostics Batches::expire(const std::string& before) {
    return with_database(office_, [&](Database& database) -> Diagnostics {
        database.statement("DELETE FROM batches WHERE ended <> '' AND ended < ?1").with(before).run();
        return {};
    });
}

} // namespace vanthu::office
