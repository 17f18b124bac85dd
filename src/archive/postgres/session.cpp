#include "archive/postgres/session.h"

#include <algorithm>
#include <string_view>

namespace vanthu::archive {
namespace {

constexpr std::string_view default_timeout = "connect_timeout=10";

bool is_hex(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

/// Whether libpq will take the address apart as its writer meant it. Its own complaints quote what it cannot read,
/// which may be the password.
bool is_readable(std::string_view address) {
    const std::size_t begin = address.find("://") + 3;
    const std::string_view rest = address.substr(begin);
    for (std::size_t i = 0; i < rest.size(); ++i) {
        if (static_cast<unsigned char>(rest[i]) <= ' ' || rest[i] == '#') return false;
        if (rest[i] == '%' && (i + 2 >= rest.size() || !is_hex(rest[i + 1]) || !is_hex(rest[i + 2]))) return false;
    }
    const std::string_view place = rest.substr(0, rest.find_first_of("/?"));
    const std::string_view beyond = rest.substr(place.size());
    if (beyond.substr(0, beyond.find('?')).find('@') != std::string_view::npos) return false;
    if (std::count(place.begin(), place.end(), '@') > 1) return false;
    const std::size_t at = place.find('@');
    const std::string_view user = at == std::string_view::npos ? std::string_view() : place.substr(0, at);
    return std::count(user.begin(), user.end(), ':') <= 1;
}

std::string with_timeout(std::string address) {
    if (address.find("connect_timeout=") != std::string::npos) return address;
    address += address.find('?') == std::string::npos ? '?' : '&';
    return address += default_timeout;
}

/// The first line: what follows may quote data.
std::string first_line(std::string_view text) {
    std::string line(text.substr(0, text.find('\n')));
    constexpr std::string_view prefix = "ERROR:";
    if (line.starts_with(prefix)) line.erase(0, line.find_first_not_of(' ', prefix.size()));
    return line;
}

} // namespace

Result<std::shared_ptr<Session>> Session::open(const std::string& address) {
    using Opened = Result<std::shared_ptr<Session>>;
    if (!is_readable(address)) return Opened::failed({"server-address", Severity::error, {}, {}});
    std::shared_ptr<Session> session(new Session(with_timeout(address)));
    Diagnostics problems = session->run("server-failed", [](pqxx::work&) {});
    if (has_errors(problems)) return Opened::failed(std::move(problems));
    return Opened::of(std::move(session));
}

void Session::connect() { connection_ = std::make_unique<pqxx::connection>(address_); }

bool Session::may_repeat(const std::exception& fault) const {
    if (dynamic_cast<const pqxx::in_doubt_error*>(&fault) != nullptr) return false;
    if (dynamic_cast<const pqxx::serialization_failure*>(&fault) != nullptr) return true;
    if (dynamic_cast<const pqxx::deadlock_detected*>(&fault) != nullptr) return true;
    // Where no connection could be made at all there is none.
    return connection_ && !connection_->is_open();
}

Diagnostic Session::reason(const char* code, const std::exception& fault) const {
    const bool is_gone =
        dynamic_cast<const pqxx::broken_connection*>(&fault) != nullptr || !connection_ || !connection_->is_open();
    return {is_gone ? "server-unreachable" : code, Severity::error, {{"reason", first_line(fault.what())}}, {}};
}

std::string storable(std::string text) {
    std::erase(text, '\0');
    return text;
}

} // namespace vanthu::archive
