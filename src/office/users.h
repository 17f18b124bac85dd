// Who may use the service. Passwords are kept as scrypt (RFC 7914), sessions and tokens as SHA-256.
#pragma once

#include "base/diagnostic.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vanthu::office {

class Office;

/// Each may do what those before it may.
enum class Role : std::uint8_t {
    reader,  ///< searches and reads the archive
    clerk,   ///< writes drafts, reads old documents
    officer, ///< records officer (văn thư): takes numbers, archives
    admin    ///< users, audit log
};

struct User {
    std::string name; ///< to log in with: a-z 0-9 . _ - , at most 40
    std::string full_name;
    Role role = Role::reader;
    bool is_locked = false;

    bool operator==(const User&) const = default;
};

/// For several threads at once. All errors beside those named: office-failed (reason).
class Users {
  public:
    explicit Users(Office& office) : office_(office) {}

    Result<std::vector<User>> all(); ///< by name
    /// Errors: user-exists, user-name, password-short (at least 10 characters).
    Diagnostics add(const User& user, std::string_view password);
    /// All but the name and the password. Locking ends the user's sessions and tokens. Errors: user-unknown,
    /// user-last-admin.
    Diagnostics change(const User& user);
    Diagnostics remove(const std::string& name);
    /// Ends all sessions and tokens of the user. Errors: user-unknown, password-short.
    Diagnostics set_password(const std::string& name, std::string_view password);

    /// None: no such user, or another password; takes the same time in both cases (about 0.1 s: scrypt).
    Result<std::optional<User>> check(std::string_view name, std::string_view password);

    /// A session of 12 hours since its last use, or a token without end: 43 characters that are shown once.
    /// `now`: seconds since 1970.
    Result<std::string> begin_session(const std::string& name, std::int64_t now);
    Result<std::string> make_token(const std::string& name);
    /// Whose session or token it is; none where it has ended or its user is locked. Cheap: called with every request.
    Result<std::optional<User>> owner(std::string_view secret, std::int64_t now);
    Diagnostics end_session(std::string_view secret);

  private:
    Office& office_;
};

} // namespace vanthu::office
