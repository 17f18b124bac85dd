#include "office/office.h"

#include "office/database.h"

#include <system_error>

namespace vanthu::office {
namespace {

namespace fs = std::filesystem;

constexpr const char* version_1 = R"(
CREATE TABLE users(
    name TEXT PRIMARY KEY, full_name TEXT NOT NULL, role INTEGER NOT NULL, locked INTEGER NOT NULL,
    password TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE secrets(
    digest TEXT PRIMARY KEY, user TEXT NOT NULL REFERENCES users(name) ON DELETE CASCADE,
    used INTEGER) WITHOUT ROWID;
CREATE TABLE items(
    id INTEGER PRIMARY KEY AUTOINCREMENT, kind INTEGER NOT NULL, title TEXT NOT NULL, state TEXT NOT NULL,
    review TEXT NOT NULL, by TEXT NOT NULL, created TEXT NOT NULL, updated TEXT NOT NULL, version INTEGER NOT NULL,
    file TEXT NOT NULL, facts TEXT NOT NULL, content TEXT NOT NULL, original TEXT NOT NULL);
CREATE INDEX items_by_kind ON items(kind, updated);
CREATE TABLE deeds(
    id INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, user TEXT NOT NULL, peer TEXT NOT NULL,
    action TEXT NOT NULL, subject TEXT NOT NULL, digest TEXT NOT NULL);
CREATE TRIGGER deeds_stay BEFORE DELETE ON deeds BEGIN SELECT raise(ABORT, 'the audit log is never cut'); END;
CREATE TRIGGER deeds_are_final BEFORE UPDATE ON deeds BEGIN SELECT raise(ABORT, 'the audit log never changes'); END;
CREATE TABLE issues(
    key TEXT PRIMARY KEY, book TEXT NOT NULL, year INTEGER NOT NULL, number INTEGER NOT NULL,
    answer TEXT NOT NULL) WITHOUT ROWID;
)";

constexpr const char* version_2 = R"(
CREATE TABLE batches(
    id INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, state TEXT NOT NULL, by TEXT NOT NULL,
    created TEXT NOT NULL, ended TEXT NOT NULL, options TEXT NOT NULL, done INTEGER NOT NULL, total INTEGER NOT NULL);
CREATE TABLE batch_items(
    batch INTEGER NOT NULL REFERENCES batches(id) ON DELETE CASCADE, place INTEGER NOT NULL, name TEXT NOT NULL,
    state TEXT NOT NULL, source TEXT NOT NULL, result TEXT NOT NULL, result_name TEXT NOT NULL,
    result_type TEXT NOT NULL, diagnostics TEXT NOT NULL, PRIMARY KEY(batch, place)) WITHOUT ROWID;
CREATE INDEX batch_items_by_state ON batch_items(batch, state, place);
CREATE INDEX batch_items_by_source ON batch_items(source);
CREATE INDEX batch_items_by_result ON batch_items(result);
CREATE INDEX items_by_file ON items(file);
)";

Diagnostic fault(const fs::path& path, const std::error_code& error) {
    return {failed, Severity::error, {{"reason", path.string() + ": " + error.message()}}, {}};
}

} // namespace

Office::Office(std::unique_ptr<Guarded> guarded, fs::path desk)
    : guarded_(std::move(guarded)), desk_(std::move(desk)) {}

Office::~Office() = default;

Result<std::unique_ptr<Office>> Office::open(const fs::path& store) {
    using Opened = Result<std::unique_ptr<Office>>;
    return archive::guarded(failed, [&]() -> Opened {
        const fs::path desk = store / desk_name;
        std::error_code error;
        fs::create_directories(desk, error);
        if (error) return Opened::failed(fault(desk, error));
        auto guarded = std::make_unique<Guarded>(store / database_name);
        guarded->database.run("PRAGMA foreign_keys = ON");
        guarded->database.migrate({version_1, version_2});
        return Opened::of(std::unique_ptr<Office>(new Office(std::move(guarded), desk)));
    });
}

} // namespace vanthu::office
