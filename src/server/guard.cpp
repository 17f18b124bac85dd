#include "server/guard.h"

#include <algorithm>
#include <chrono>
#include <iterator>

namespace vanthu::server {
namespace {

constexpr std::size_t most_tries = 5, most_tries_of_peer = 30;
constexpr std::int64_t try_seconds = 60;
constexpr std::size_t most_remembered = 10'000;

bool is_loopback(std::string_view peer) {
    return peer.starts_with("127.") || peer == "::1" || peer == "::ffff:127.0.0.1";
}

/// "example.vn:8088" → "example.vn", "[::1]:80" → "[::1]".
std::string host_name(std::string_view host) {
    const std::size_t colon = host.rfind(':');
    if (colon != std::string_view::npos && host.find(']', colon) == std::string_view::npos)
        host = host.substr(0, colon);
    std::string name(host);
    for (char& letter : name)
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    return name;
}

/// By a proxy: who asks need not be on this machine.
bool is_forwarded(const Request& request) {
    constexpr std::string_view names[] = {"forwarded", "x-forwarded-for", "x-forwarded-proto", "x-real-ip"};
    return std::any_of(std::begin(names), std::end(names),
                       [&](std::string_view name) { return !request.header(name).empty(); });
}

std::string bearer(const Request& request) {
    constexpr std::string_view scheme = "Bearer ";
    const std::string_view given = request.header("authorization");
    return given.starts_with(scheme) ? std::string(given.substr(scheme.size())) : std::string();
}

} // namespace

std::int64_t now_seconds() {
    const auto since = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::seconds>(since).count();
}

bool Guard::knows_host(const Request& request) const { return hosts_.contains(host_name(request.header("host"))); }

bool Guard::is_from_our_page(const Request& request) const {
    return !request.header("x-vanthu").empty() || !bearer(request).empty();
}

std::string Guard::session(const Request& request) {
    constexpr std::string_view name = "vanthu=";
    std::string_view cookies = request.header("cookie");
    while (!cookies.empty()) {
        const std::size_t end = std::min(cookies.find(';'), cookies.size());
        std::string_view cookie = cookies.substr(0, end);
        cookies.remove_prefix(std::min(end + 1, cookies.size()));
        while (cookie.starts_with(' ')) cookie.remove_prefix(1);
        if (cookie.starts_with(name)) return std::string(cookie.substr(name.size()));
    }
    return {};
}

bool Guard::is_encrypted(const Request& request) {
    return is_loopback(request.peer) && request.header("x-forwarded-proto") == "https";
}

std::string Guard::peer(const Request& request) {
    const std::string_view forwarded = request.header("x-forwarded-for");
    if (!is_loopback(request.peer) || forwarded.empty()) return request.peer;
    // The last name is the one that our proxy saw; those before it are the client's own words.
    const std::size_t comma = forwarded.rfind(',');
    std::string_view last = comma == std::string_view::npos ? forwarded : forwarded.substr(comma + 1);
    while (last.starts_with(' ')) last.remove_prefix(1);
    return std::string(last);
}

Result<bool> Guard::has_users() {
    Result<std::vector<office::User>> all = users_.all();
    if (!all) return Result<bool>::failed(std::move(all.diagnostics));
    return Result<bool>::of(!all->empty());
}

Result<std::optional<office::User>> Guard::user(const Request& request) {
    using Owner = Result<std::optional<office::User>>;
    const Result<bool> users = has_users();
    if (!users) return Owner::failed(users.diagnostics);
    if (!*users) {
        if (!is_loopback(request.peer) || is_forwarded(request)) return Owner::of(std::nullopt);
        return Owner::of(office::User{"local", {}, office::Role::admin, false});
    }
    const std::string token = bearer(request);
    const std::string secret = token.empty() ? session(request) : token;
    if (secret.empty()) return Owner::of(std::nullopt);
    return users_.owner(secret, now_seconds());
}

bool Guard::may_try(const std::string& peer, const std::string& name, std::int64_t now) {
    const std::lock_guard lock(mutex_);
    if (tries_.size() > most_remembered) tries_.clear();
    return may_try(peer, most_tries_of_peer, now) && may_try(peer + " " + name, most_tries, now);
}

bool Guard::may_try(const std::string& who, std::size_t most, std::int64_t now) {
    std::deque<std::int64_t>& tries = tries_[who];
    while (!tries.empty() && tries.front() <= now - try_seconds) tries.pop_front();
    if (tries.size() >= most) return false;
    tries.push_back(now);
    return true;
}

} // namespace vanthu::server
