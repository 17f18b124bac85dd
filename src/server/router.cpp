#include "server/router.h"

#include "server/inflate.h"
#include "server/safe_headers.h"

#include <algorithm>
#include <chrono>
#include <exception>

namespace vanthu::server {
namespace {

constexpr std::string_view api = "/api/";

std::string_view name_of(Method method) {
    constexpr std::string_view names[] = {"GET", "HEAD", "POST", "PUT", "DELETE", "OTHER"};
    return names[static_cast<std::size_t>(method)];
}

/// "/drafts/{id}" against "/drafts/7"; "{name*}" takes the rest of the path.
bool fits(std::string_view pattern, std::string_view path, std::map<std::string, std::string, std::less<>>& values) {
    while (!pattern.empty()) {
        if (pattern[0] != '{') {
            if (path.empty() || path[0] != pattern[0]) return false;
            pattern.remove_prefix(1);
            path.remove_prefix(1);
            continue;
        }
        const std::size_t end = pattern.find('}');
        std::string_view name = pattern.substr(1, end - 1);
        pattern.remove_prefix(end + 1);
        const bool is_rest = name.ends_with('*');
        if (is_rest) name.remove_suffix(1);
        const std::size_t size = is_rest ? path.size() : std::min(path.find('/'), path.size());
        if (size == 0) return false;
        values[std::string(name)] = path.substr(0, size);
        path.remove_prefix(size);
    }
    return path.empty();
}

bool changes(Method method) { return method != Method::get && method != Method::head; }

} // namespace

forms::Language language_of(const Request& request) {
    std::string_view wish = request.parameter("lang");
    if (wish.empty()) wish = request.header("accept-language");
    return wish.starts_with("en") ? forms::Language::en : forms::Language::vi;
}

void Router::add(std::vector<Route> routes) {
    for (Route& route : routes) routes_.push_back(std::move(route));
}

Router::Match Router::match(const Request& request) const {
    Match result;
    const Method wanted = request.method == Method::head ? Method::get : request.method;
    for (const Route& route : routes_) {
        std::map<std::string, std::string, std::less<>> values;
        if (!fits(route.path, request.path, values)) continue;
        if (route.method == wanted) {
            result.route = &route;
            result.path = std::move(values);
            return result;
        }
        if (!result.allowed.empty()) result.allowed += ", ";
        result.allowed += name_of(route.method);
    }
    return result;
}

std::optional<Response> Router::refusal(const Request& request, const Match& match, office::User& user) const {
    const forms::Language language = language_of(request);
    if (!guard_.knows_host(request)) return problems_.of(421, "host-unknown", language);
    if (!request.path.starts_with(api)) {
        if (changes(request.method)) return problems_.of(405, "method-not-allowed", language);
        return std::nullopt;
    }
    if (!match.route && match.allowed.empty()) return problems_.of(404, "path-unknown", language);
    if (!match.route) {
        Response response = problems_.of(405, "method-not-allowed", language);
        response.headers.emplace_back("Allow", match.allowed);
        return response;
    }
    if (changes(request.method) && !guard_.is_from_our_page(request))
        return problems_.of(403, "request-forged", language);
    if (match.route->is_public) return std::nullopt;
    Result<std::optional<office::User>> owner = guard_.user(request);
    if (!owner) return problems_.of(owner.diagnostics, language);
    if (!*owner) return problems_.of(401, "login-needed", language);
    user = **owner;
    if (user.role < match.route->role) return problems_.of(403, "role-missing", language);
    return std::nullopt;
}

Application::Admission Router::admit(const Request& head) {
    office::User user;
    const Match found = match(head);
    std::optional<Response> refused = refusal(head, found, user);
    if (refused) {
        add_safe_headers(*refused);
        metrics_.count("refused", refused->status, {});
    }
    return {std::move(refused), found.route ? found.route->most_bytes : 0};
}

void Router::answer(Request request, Reply reply) {
    const auto since = std::chrono::steady_clock::now();
    const Match found = match(request);
    const std::string route = found.route ? found.route->path : "page";
    Reply finish = [this, since, route, reply = std::move(reply)](Response response) {
        add_safe_headers(response);
        metrics_.count(route, response.status, std::chrono::steady_clock::now() - since);
        reply(std::move(response));
    };
    const forms::Language language = language_of(request);
    try {
        Call call;
        // Asked again: a session may have ended while the body came.
        if (auto refused = refusal(request, found, call.user)) return finish(std::move(*refused));
        if (!found.route) return finish(asset(request));
        call.language = language;
        call.path = found.path;
        call.request = std::move(request);
        call.reply = finish;
        found.route->handler(std::move(call));
    } catch (const std::exception& fault) {
        finish(problems_.of(500, "service-bug", language, {{"reason", fault.what()}}));
    }
}

Response Router::asset(const Request& request) const {
    const std::string_view path = request.path == "/" ? "/index.html" : std::string_view(request.path);
    const auto found =
        std::lower_bound(assets_.begin(), assets_.end(), path,
                         [](const Asset& asset, std::string_view wanted) { return asset.path < wanted; });
    if (found == assets_.end() || found->path != path)
        return problems_.of(404, assets_.empty() ? "page-not-built" : "path-unknown", language_of(request));
    Response response;
    response.type = found->type;
    response.headers = {{"Cache-Control", "no-cache"}, {"ETag", std::string(found->tag)}, {"Vary", "Accept-Encoding"}};
    if (request.header("if-none-match") == found->tag) {
        response.status = 304;
    } else if (request.header("accept-encoding").find("gzip") != std::string_view::npos) {
        response.headers.emplace_back("Content-Encoding", "gzip");
        response.fixed = found->gzip;
    } else {
        response.body = inflate(found->gzip);
    }
    return response;
}

} // namespace vanthu::server
