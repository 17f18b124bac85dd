// SQLite as C++: opened with the promises that the archive makes (WAL, synchronous FULL), statements kept, errors as
// exceptions that the classes of this folder turn into Diagnostics. Private to archive.
#pragma once

#include "base/diagnostic.h"

#include <concepts>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <sqlite3.h>
#include <stdexcept>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace vanthu::archive {

struct SqliteError : std::runtime_error {
    SqliteError(int number, const std::string& reason) : std::runtime_error(reason), code(number) {}
    int code;
};

/// A later program made the file, which what() names.
struct LaterVersion : SqliteError {
    explicit LaterVersion(const std::string& path) : SqliteError(SQLITE_SCHEMA, path) {}
};

class Database;

/// A prepared statement on loan; goes back to its database when it is let go.
class Statement {
  public:
    Statement(Database& owner, std::string_view sql);
    ~Statement();
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;

    /// Sets ?1, ?2 … and starts anew.
    template <class... Values> Statement& with(const Values&... values) {
        sqlite3_reset(handle_);
        int place = 0;
        (set(++place, values), ...);
        return *this;
    }
    /// One more, beside those of with().
    template <class Value> void bind(int place, const Value& value) { set(place, value); }
    bool step();
    /// Steps until nothing comes.
    void run();

    std::int64_t integer(int column) const { return sqlite3_column_int64(handle_, column); }
    double real(int column) const { return sqlite3_column_double(handle_, column); }
    std::string_view text(int column) const;

  private:
    void set(int place, std::string_view value);
    void set(int place, double value);
    template <std::integral Number> void set(int place, Number value) { set_integer(place, std::int64_t(value)); }
    void set_integer(int place, std::int64_t value);
    void check(int code) const;

    Database& owner_;
    std::string sql_;
    sqlite3_stmt* handle_ = nullptr;
};

class Database {
  public:
    /// Makes the file where there is none. Throws SqliteError.
    explicit Database(const std::filesystem::path& path);

    void run(const char* sql);
    Statement statement(std::string_view sql) { return {*this, sql}; }
    std::int64_t number(std::string_view sql);
    std::int64_t last_row() const { return sqlite3_last_insert_rowid(handle_.get()); }
    sqlite3* handle() { return handle_.get(); }

    /// Runs the migrations behind the version that the file has, each as a whole. `steps[i]` leads to version i + 1.
    /// Throws LaterVersion.
    void migrate(const std::vector<const char*>& steps);
    /// What SQLite itself finds wrong.
    std::vector<std::string> faults();
    /// A sound copy at this moment; `path` must not exist.
    void copy_to(const std::filesystem::path& path);

  private:
    friend class Statement;
    struct Close {
        void operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }
    };
    struct Finalize {
        void operator()(sqlite3_stmt* handle) const { sqlite3_finalize(handle); }
    };
    std::unique_ptr<sqlite3, Close> handle_;
    std::unordered_map<std::string, std::vector<std::unique_ptr<sqlite3_stmt, Finalize>>> idle_;
};

/// All or nothing; other writers wait from its beginning on.
class Transaction {
  public:
    explicit Transaction(Database& database);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    void commit();

  private:
    Database& database_;
    bool open_ = true;
};

/// Runs `work`, which returns a Result or Diagnostics; an SqliteError becomes a Diagnostic of that code, a LaterVersion
/// store-unknown-version (path).
template <class Work> auto guarded(const char* code, Work work) -> decltype(work()) {
    using Outcome = decltype(work());
    Diagnostic why;
    try {
        return work();
    } catch (const LaterVersion& later) {
        why = {"store-unknown-version", Severity::error, {{"path", later.what()}}, {}};
    } catch (const SqliteError& error) {
        why = {code, Severity::error, {{"reason", error.what()}}, {}};
    }
    if constexpr (std::is_same_v<Outcome, Diagnostics>)
        return {why};
    else
        return Outcome::failed(std::move(why));
}

} // namespace vanthu::archive
