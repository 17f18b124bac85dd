// Who asks, and whether the question comes from our own page. Private to server.
#pragma once

#include "office/users.h"
#include "server/message.h"

#include <deque>
#include <map>
#include <mutex>
#include <set>
#include <string>

namespace vanthu::server {

class Guard {
  public:
    /// `hosts`: names under which the service may be called, without ports. Other names are refused, so that a foreign
    /// page cannot reach it by giving its own name our address.
    Guard(office::Office& office, std::set<std::string> hosts) : users_(office), hosts_(std::move(hosts)) {}

    bool knows_host(const Request& request) const;
    /// A browser sends a header of our own only from our own page; a bearer token no browser sends by itself.
    bool is_from_our_page(const Request& request) const;
    /// Who asks. Where the store has no users, whoever reaches the machine's own address may do all: "local".
    Result<std::optional<office::User>> user(const Request& request);
    /// The secret of the request's session; empty: none.
    static std::string session(const Request& request);
    /// Whether the way to the browser is encrypted (a proxy on this machine says so).
    static bool is_encrypted(const Request& request);
    /// Who connects: behind a proxy on this machine whom that names.
    static std::string peer(const Request& request);

    /// Whether another login may be tried now; counts it. Five a minute for each peer and name, thirty for each peer.
    bool may_try(const std::string& peer, const std::string& name, std::int64_t now);

    Result<bool> has_users();

  private:
    bool may_try(const std::string& who, std::size_t most, std::int64_t now);

    office::Users users_;
    std::set<std::string> hosts_;
    std::mutex mutex_;
    std::map<std::string, std::deque<std::int64_t>> tries_;
};

std::int64_t now_seconds();

} // namespace vanthu::server
