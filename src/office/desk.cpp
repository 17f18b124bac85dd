#include "office/desk.h"

#include "archive/digest.h"
#include "archive/disk.h"
#include "office/database.h"

#include <chrono>
#include <fcntl.h>
#include <system_error>
#include <unistd.h>

namespace vanthu::office {
namespace {

namespace fs = std::filesystem;
using archive::Database;
using archive::Statement;

constexpr const char* list_columns = "id, kind, title, state, review, by, created, updated, version, file, facts";
constexpr std::size_t digest_size = 128;

Item item_of(const Statement& row) {
    Item item;
    item.id = static_cast<std::uint64_t>(row.integer(0));
    item.kind = static_cast<Kind>(row.integer(1));
    int column = 2;
    for (std::string* field : {&item.title, &item.state, &item.review, &item.by, &item.created, &item.updated})
        *field = row.text(column++);
    item.version = static_cast<std::uint64_t>(row.integer(column++));
    item.file = row.text(column++);
    item.facts = row.text(column);
    return item;
}

Diagnostic unknown(const std::string& id) { return {"item-unknown", Severity::error, {{"id", id}}, {}}; }

bool is_digest(std::string_view name) {
    return name.size() == digest_size && name.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

Result<Item> find_item(Database& database, Kind kind, std::uint64_t id) {
    Statement row = database.statement(std::string("SELECT ") + list_columns +
                                       ", content, original FROM items WHERE id = ?1 AND kind = ?2");
    if (!row.with(id, static_cast<int>(kind)).step()) return Result<Item>::failed(unknown(std::to_string(id)));
    Item item = item_of(row);
    item.content = row.text(11);
    item.original = row.text(12);
    return Result<Item>::of(std::move(item));
}

template <class Work> auto on_disk(Work work) -> decltype(work()) {
    try {
        return work();
    } catch (const archive::DiskFault& fault) {
        return decltype(work())::failed(fault.diagnostic());
    }
}

Diagnostic changed_elsewhere(const Item& present) {
    return {"changed-elsewhere",
            Severity::error,
            {{"id", std::to_string(present.id)}, {"version", std::to_string(present.version)}, {"by", present.by}},
            {}};
}

} // namespace

Result<Item> Desk::add(Item item) {
    return with_database(office_, [&](Database& database) {
        item.version = 1;
        database
            .statement("INSERT INTO items(kind, title, state, review, by, created, updated, version, file, facts,"
                       " content, original) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)")
            .with(static_cast<int>(item.kind), item.title, item.state, item.review, item.by, item.created, item.updated,
                  item.version, item.file, item.facts, item.content, item.original)
            .run();
        item.id = static_cast<std::uint64_t>(database.last_row());
        return Result<Item>::of(std::move(item));
    });
}

Result<std::vector<Item>> Desk::list(Kind kind, std::size_t limit) {
    return with_database(office_, [&](Database& database) {
        std::vector<Item> items;
        Statement rows = database.statement(std::string("SELECT ") + list_columns +
                                            " FROM items WHERE kind = ?1 ORDER BY id DESC LIMIT ?2");
        rows.with(static_cast<int>(kind), limit);
        while (rows.step()) items.push_back(item_of(rows));
        return Result<std::vector<Item>>::of(std::move(items));
    });
}

Result<Item> Desk::find(Kind kind, std::uint64_t id) {
    return with_database(office_, [&](Database& database) { return find_item(database, kind, id); });
}

Result<Item> Desk::save(Item item) {
    return with_database(office_, [&](Database& database) {
        archive::Transaction transaction(database);
        Result<Item> present = find_item(database, item.kind, item.id);
        if (!present) return present;
        if (present->version != item.version) return Result<Item>::failed(changed_elsewhere(*present));
        ++item.version;
        database
            .statement("UPDATE items SET title = ?2, state = ?3, review = ?4, by = ?5, updated = ?6, version = ?7,"
                       " facts = ?8, content = ?9, original = ?10 WHERE id = ?1")
            .with(item.id, item.title, item.state, item.review, item.by, item.updated, item.version, item.facts,
                  item.content, item.original)
            .run();
        transaction.commit();
        return Result<Item>::of(std::move(item));
    });
}

Diagnostics Desk::expect(Kind kind, std::uint64_t id, std::uint64_t version) {
    const Result<Item> present = find(kind, id);
    if (!present) return present.diagnostics;
    return present->version == version ? Diagnostics{} : Diagnostics{changed_elsewhere(*present)};
}

Diagnostics Desk::remove(Kind kind, std::uint64_t id) {
    return with_database(office_, [&](Database& database) -> Diagnostics {
        Result<Item> present = find_item(database, kind, id);
        if (!present) return present.diagnostics;
        database.statement("DELETE FROM items WHERE id = ?1").with(id).run();
        return {};
    });
}

Result<std::string> Desk::put_file(std::string_view bytes) {
    return on_disk([&] {
        std::string digest = archive::sha512(bytes);
        const fs::path place = desk_place(office_.desk(), digest);
        std::error_code error;
        if (fs::exists(place, error)) {
            // Somebody has it again: it is not old any more.
            fs::last_write_time(place, fs::file_time_type::clock::now(), error);
            return Result<std::string>::of(std::move(digest));
        }
        fs::create_directories(place.parent_path(), error);
        const fs::path temporary = place.string() + "." + std::to_string(::getpid()) + "-" +
                                   std::to_string(std::chrono::steady_clock::now().time_since_epoch().count()) + ".tmp";
        const archive::Descriptor file(temporary, O_WRONLY | O_CREAT | O_EXCL, 0600);
        file.write(bytes);
        file.sync();
        fs::rename(temporary, place, error);
        if (error) throw archive::DiskFault(error.value(), place);
        archive::sync_folder(place.parent_path());
        archive::sync_folder(office_.desk());
        return Result<std::string>::of(std::move(digest));
    });
}

Result<Bytes> Desk::file(const std::string& sha512) {
    if (!is_digest(sha512)) return Result<Bytes>::failed(unknown(sha512));
    return on_disk([&] {
        const fs::path place = desk_place(office_.desk(), sha512);
        std::error_code error;
        if (!fs::exists(place, error)) return Result<Bytes>::failed(unknown(sha512));
        const archive::Descriptor file(place, O_RDONLY);
        Bytes bytes(fs::file_size(place), 0);
        std::size_t done = 0;
        while (const std::size_t size = file.read(bytes.data() + done, bytes.size() - done)) done += size;
        bytes.resize(done);
        return Result<Bytes>::of(std::move(bytes));
    });
}

Result<bool> Desk::has_file(const std::string& sha512) {
    std::error_code error;
    return Result<bool>::of(is_digest(sha512) && fs::exists(desk_place(office_.desk(), sha512), error));
}

Diagnostics Desk::sweep(std::int64_t seconds) {
    const auto limit = fs::file_time_type::clock::now() - std::chrono::seconds(seconds);
    std::error_code error;
    const fs::recursive_directory_iterator end;
    for (fs::recursive_directory_iterator place(office_.desk(), error); !error && place != end;
         place.increment(error)) {
        const fs::directory_entry& entry = *place;
        if (!entry.is_regular_file(error) || entry.last_write_time(error) > limit) continue;
        const std::string name = entry.path().filename();
        const Result<bool> is_used = with_database(office_, [&](Database& database) {
            return Result<bool>::of(database
                                        .statement("SELECT 1 FROM items WHERE file = ?1 UNION ALL SELECT 1 FROM"
                                                   " batch_items WHERE source = ?1 OR result = ?1")
                                        .with(name)
                                        .step());
        });
        if (!is_used) return is_used.diagnostics;
        if (!*is_used) fs::remove(entry.path(), error);
    }
    return {};
}

} // namespace vanthu::office
