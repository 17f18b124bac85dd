#include "archive/sqlite_database.h"

#include <fmt/format.h>

#include <atomic>
#include <thread>

namespace vanthu::archive {
namespace {

using namespace std::chrono_literals;

constexpr int patience = 60'000; // pauses of about a millisecond

/// Asked again and again while another process writes. Short pauses of uneven length: SQLite's own grow to 100 ms, so
/// that who has waited long gets its turn last.
int wait_for_turn(void*, int tries) {
    if (tries > patience) return 0;
    static std::atomic<unsigned> uneven{0};
    std::this_thread::sleep_for(300us + 100us * (uneven++ * 7 % 13));
    return 1;
}

} // namespace

Statement::Statement(Database& owner, std::string_view sql) : owner_(owner), sql_(sql) {
    auto& idle = owner.idle_[sql_];
    if (!idle.empty()) {
        handle_ = idle.back().release();
        idle.pop_back();
        return;
    }
    check(sqlite3_prepare_v3(owner.handle(), sql_.data(), static_cast<int>(sql_.size()), SQLITE_PREPARE_PERSISTENT,
                             &handle_, nullptr));
}

Statement::~Statement() {
    sqlite3_reset(handle_);
    sqlite3_clear_bindings(handle_);
    owner_.idle_[sql_].emplace_back(handle_);
}

void Statement::check(int code) const {
    if (code != SQLITE_OK) throw SqliteError(code, sqlite3_errmsg(owner_.handle()));
}

void Statement::set(int place, std::string_view value) {
    check(sqlite3_bind_text64(handle_, place, value.data() == nullptr ? "" : value.data(), value.size(),
                              SQLITE_TRANSIENT, SQLITE_UTF8));
}

void Statement::set(int place, double value) { check(sqlite3_bind_double(handle_, place, value)); }
void Statement::set_integer(int place, std::int64_t value) { check(sqlite3_bind_int64(handle_, place, value)); }

bool Statement::step() {
    const int code = sqlite3_step(handle_);
    if (code == SQLITE_ROW) return true;
    if (code != SQLITE_DONE) throw SqliteError(code, sqlite3_errmsg(owner_.handle()));
    return false;
}

void Statement::run() {
    while (step()) {
    }
    sqlite3_reset(handle_);
}

std::string_view Statement::text(int column) const {
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(handle_, column));
    return {bytes == nullptr ? "" : bytes, static_cast<std::size_t>(sqlite3_column_bytes(handle_, column))};
}

Database::Database(const std::filesystem::path& path) {
    sqlite3* handle = nullptr;
    const int code = sqlite3_open_v2(path.c_str(), &handle,
                                     SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr);
    handle_.reset(handle);
    if (code != SQLITE_OK) throw SqliteError(code, handle != nullptr ? sqlite3_errmsg(handle) : "out of memory");
    sqlite3_extended_result_codes(handle, 1);
    sqlite3_busy_handler(handle, wait_for_turn, nullptr);
    // Where several connections make the database at once, SQLite does not wait for this one's turn itself.
    for (int attempt = 0;; ++attempt) {
        const int mode = sqlite3_exec(handle, "PRAGMA journal_mode = WAL", nullptr, nullptr, nullptr);
        if (mode == SQLITE_OK) break;
        constexpr int primary = 0xFF;
        if ((mode & primary) != SQLITE_BUSY || wait_for_turn(nullptr, attempt) == 0)
            throw SqliteError(mode, sqlite3_errmsg(handle));
    }
    run("PRAGMA synchronous = FULL; PRAGMA cache_size = -16000; PRAGMA temp_store = MEMORY;"
        "PRAGMA trusted_schema = ON;");
}

void Database::run(const char* sql) {
    if (const int code = sqlite3_exec(handle_.get(), sql, nullptr, nullptr, nullptr); code != SQLITE_OK)
        throw SqliteError(code, sqlite3_errmsg(handle_.get()));
}

std::int64_t Database::number(std::string_view sql) {
    Statement asked(*this, sql);
    return asked.step() ? asked.integer(0) : 0;
}

void Database::migrate(const std::vector<const char*>& steps) {
    const auto wanted = static_cast<std::int64_t>(steps.size());
    if (number("PRAGMA user_version") == wanted) return;
    Transaction transaction(*this);
    // Another process may have done it while this one waited.
    const std::int64_t found = number("PRAGMA user_version");
    if (found > wanted) throw LaterVersion(sqlite3_db_filename(handle_.get(), "main"));
    for (auto step = static_cast<std::size_t>(found); step < steps.size(); ++step) run(steps[step]);
    run(fmt::format("PRAGMA user_version = {}", wanted).c_str());
    transaction.commit();
}

std::vector<std::string> Database::faults() {
    std::vector<std::string> result;
    Statement asked(*this, "PRAGMA integrity_check(20)");
    while (asked.step())
        if (asked.text(0) != "ok") result.emplace_back(asked.text(0));
    return result;
}

void Database::copy_to(const std::filesystem::path& path) {
    Statement(*this, "VACUUM INTO ?1").with(std::string_view(path.native())).run();
}

Transaction::Transaction(Database& database) : database_(database) { database.run("BEGIN IMMEDIATE"); }

Transaction::~Transaction() {
    if (open_) sqlite3_exec(database_.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

void Transaction::commit() {
    database_.run("COMMIT");
    open_ = false;
}

} // namespace vanthu::archive
