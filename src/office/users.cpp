#include "office/users.h"

#include "office/database.h"
#include "office/secrets.h"

#include <algorithm>

namespace vanthu::office {
namespace {

using archive::Database;
using archive::Statement;

constexpr std::size_t least_password = 10, most_password = 1000, most_name = 40;
constexpr std::int64_t session_seconds = 12 * 60 * 60;
/// How exactly the last use of a session is known: not every request writes.
constexpr std::int64_t use_seconds = 60;

Diagnostic refusal(const char* code, const std::string& name) { return {code, Severity::error, {{"name", name}}, {}}; }

bool is_name(std::string_view name) {
    constexpr std::string_view allowed = "abcdefghijklmnopqrstuvwxyz0123456789._-";
    return !name.empty() && name.size() <= most_name && name.find_first_not_of(allowed) == std::string_view::npos;
}

Diagnostics check_password(std::string_view password) {
    if (password.size() < least_password || password.size() > most_password)
        return {{"password-short", Severity::error, {{"least", std::to_string(least_password)}}, {}}};
    return {};
}

User user_of(const Statement& row) {
    return {std::string(row.text(0)), std::string(row.text(1)), static_cast<Role>(row.integer(2)), row.integer(3) != 0};
}

bool exists(Database& database, const std::string& name) {
    return database.statement("SELECT 1 FROM users WHERE name = ?1").with(name).step();
}

bool is_last_admin(Database& database, const std::string& name) {
    Statement others = database.statement("SELECT 1 FROM users WHERE role = ?1 AND locked = 0 AND name <> ?2 LIMIT 1");
    Statement own = database.statement("SELECT 1 FROM users WHERE role = ?1 AND locked = 0 AND name = ?2");
    const auto admin = static_cast<int>(Role::admin);
    return own.with(admin, name).step() && !others.with(admin, name).step();
}

void end_secrets(Database& database, const std::string& name) {
    database.statement("DELETE FROM secrets WHERE user = ?1").with(name).run();
}

} // namespace

Result<std::vector<User>> Users::all() {
    return with_database(office_, [](Database& database) {
        std::vector<User> users;
        Statement rows = database.statement("SELECT name, full_name, role, locked FROM users ORDER BY name");
        while (rows.step()) users.push_back(user_of(rows));
        return Result<std::vector<User>>::of(std::move(users));
    });
}

Diagnostics Users::add(const User& user, std::string_view password) {
    if (!is_name(user.name)) return {refusal("user-name", user.name)};
    if (Diagnostics why = check_password(password); !why.empty()) return why;
    const std::string kept = hash_password(password);
    return with_database(office_, [&](Database& database) -> Diagnostics {
        if (exists(database, user.name)) return {refusal("user-exists", user.name)};
        database.statement("INSERT INTO users VALUES(?1, ?2, ?3, ?4, ?5)")
            .with(user.name, user.full_name, static_cast<int>(user.role), user.is_locked ? 1 : 0, kept)
            .run();
        return {};
    });
}

Diagnostics Users::change(const User& user) {
    return with_database(office_, [&](Database& database) -> Diagnostics {
        archive::Transaction transaction(database);
        if (!exists(database, user.name)) return {refusal("user-unknown", user.name)};
        const bool stays_admin = user.role == Role::admin && !user.is_locked;
        if (!stays_admin && is_last_admin(database, user.name)) return {refusal("user-last-admin", user.name)};
        database.statement("UPDATE users SET full_name = ?2, role = ?3, locked = ?4 WHERE name = ?1")
            .with(user.name, user.full_name, static_cast<int>(user.role), user.is_locked ? 1 : 0)
            .run();
        if (user.is_locked) end_secrets(database, user.name);
        transaction.commit();
        return {};
    });
}

Diagnostics Users::remove(const std::string& name) {
    return with_database(office_, [&](Database& database) -> Diagnostics {
        archive::Transaction transaction(database);
        if (!exists(database, name)) return {refusal("user-unknown", name)};
        // The last user of all may go: without users the service is the machine's owner's again.
        if (is_last_admin(database, name) && database.number("SELECT count(*) FROM users") > 1)
            return {refusal("user-last-admin", name)};
        end_secrets(database, name);
        database.statement("DELETE FROM users WHERE name = ?1").with(name).run();
        transaction.commit();
        return {};
    });
}

Diagnostics Users::set_password(const std::string& name, std::string_view password) {
    if (Diagnostics why = check_password(password); !why.empty()) return why;
    const std::string kept = hash_password(password);
    return with_database(office_, [&](Database& database) -> Diagnostics {
        archive::Transaction transaction(database);
        if (!exists(database, name)) return {refusal("user-unknown", name)};
        database.statement("UPDATE users SET password = ?2 WHERE name = ?1").with(name, kept).run();
        end_secrets(database, name);
        transaction.commit();
        return {};
    });
}

Result<std::optional<User>> Users::check(std::string_view name, std::string_view password) {
    using Checked = Result<std::optional<User>>;
    std::string kept;
    auto found = with_database(office_, [&](Database& database) {
        Statement row = database.statement("SELECT name, full_name, role, locked, password FROM users WHERE name = ?1");
        if (!row.with(name).step()) return Checked::of(std::nullopt);
        kept = row.text(4);
        return Checked::of(user_of(row));
    });
    if (!found) return found;
    const bool fits = password_fits(password.substr(0, most_password), kept);
    const bool may = fits && *found && !(*found)->is_locked;
    return may ? std::move(found) : Checked::of(std::nullopt);
}

Result<std::string> Users::begin_session(const std::string& name, std::int64_t now) {
    return with_database(office_, [&](Database& database) {
        database.statement("DELETE FROM secrets WHERE used IS NOT NULL AND used < ?1")
            .with(now - session_seconds)
            .run();
        std::string secret = make_secret();
        database.statement("INSERT INTO secrets VALUES(?1, ?2, ?3)").with(digest_of(secret), name, now).run();
        return Result<std::string>::of(std::move(secret));
    });
}

Result<std::string> Users::make_token(const std::string& name) {
    return with_database(office_, [&](Database& database) {
        if (!exists(database, name)) return Result<std::string>::failed(refusal("user-unknown", name));
        std::string secret = make_secret();
        database.statement("INSERT INTO secrets(digest, user) VALUES(?1, ?2)").with(digest_of(secret), name).run();
        return Result<std::string>::of(std::move(secret));
    });
}

Result<std::optional<User>> Users::owner(std::string_view secret, std::int64_t now) {
    using Owner = Result<std::optional<User>>;
    const std::string digest = digest_of(secret);
    return with_database(office_, [&](Database& database) {
        Statement row = database.statement(
            "SELECT name, full_name, role, locked, ifnull(used, -1) FROM secrets JOIN users ON name = user"
            " WHERE digest = ?1 AND locked = 0 AND (used IS NULL OR used >= ?2)");
        if (!row.with(digest, now - session_seconds).step()) return Owner::of(std::nullopt);
        User user = user_of(row);
        const std::int64_t used = row.integer(4);
        if (used >= 0 && now - used > use_seconds)
            database.statement("UPDATE secrets SET used = ?2 WHERE digest = ?1").with(digest, now).run();
        return Owner::of(std::move(user));
    });
}

Diagnostics Users::end_session(std::string_view secret) {
    return with_database(office_, [&](Database& database) -> Diagnostics {
        database.statement("DELETE FROM secrets WHERE digest = ?1").with(digest_of(secret)).run();
        return {};
    });
}

} // namespace vanthu::office
