// Logging in and out, and who may use the service.
#include "server/handlers.h"

#include <array>
#include <charconv>

namespace vanthu::server {
namespace {

using office::Role;

constexpr std::size_t most_fields = std::size_t{64} << 10;
constexpr std::array<std::string_view, 4> role_names = {"reader", "clerk", "officer", "admin"};

void write_user(Json& json, const office::User& user) {
    json.open().member("name", user.name).member("full_name", user.full_name);
    json.member("role", role_names[static_cast<std::size_t>(user.role)]).member("locked", user.is_locked).close();
}

std::optional<Role> role_of(std::string_view name) {
    for (std::size_t i = 0; i < role_names.size(); ++i)
        if (role_names[i] == name) return static_cast<Role>(i);
    return std::nullopt;
}

std::string cookie(const Request& request, const std::string& secret) {
    std::string text = "vanthu=" + secret + "; Path=/; HttpOnly; SameSite=Strict";
    if (secret.empty()) text += "; Max-Age=0";
    if (Guard::is_encrypted(request)) text += "; Secure";
    return text;
}

void show_session(Core& core, const Call& call) {
    const Result<bool> users = core.guard.has_users();
    const Result<std::optional<office::User>> user = core.guard.user(call.request);
    if (!users) return refuse(core, call, users.diagnostics);
    if (!user) return refuse(core, call, user.diagnostics);
    Json json;
    json.open().key("user");
    if (*user)
        write_user(json, **user);
    else
        json.nothing();
    json.member("users", *users).member("version", VANTHU_VERSION).close();
    call.reply(json_response(json));
}

void too_often(const Core& core, const Call& call) {
    Response late = core.problems.of(429, "login-too-often", call.language);
    late.headers.emplace_back("Retry-After", "60");
    call.reply(std::move(late));
}

void begin_session(Core& core, Call call) {
    const auto body = parse_object(call.request.body);
    if (!body) return refuse(core, call, 400, "json-broken");
    const std::string name(text_of(*body, "name"));
    if (!core.guard.may_try(Guard::peer(call.request), name, now_seconds())) return too_often(core, call);
    const auto user = core.users.check(name, text_of(*body, "password"));
    if (!user) return refuse(core, call, user.diagnostics);
    call.user.name = name;
    if (Diagnostics why = core.note(call, *user ? "login" : "login-failed", name); has_errors(why))
        return refuse(core, call, why);
    if (!*user) return refuse(core, call, 401, "login-wrong");
    const auto secret = core.users.begin_session(name, now_seconds());
    if (!secret) return refuse(core, call, secret.diagnostics);
    Response done;
    done.status = 204;
    done.headers.emplace_back("Set-Cookie", cookie(call.request, *secret));
    call.reply(std::move(done));
}

void end_session(Core& core, const Call& call) {
    const auto user = core.guard.user(call.request);
    const Diagnostics why = core.users.end_session(Guard::session(call.request));
    if (has_errors(why)) return refuse(core, call, why);
    if (user && *user) core.events.end((*user)->name);
    Response done;
    done.status = 204;
    done.headers.emplace_back("Set-Cookie", cookie(call.request, ""));
    call.reply(std::move(done));
}

void change_password(Core& core, const Call& call) {
    const auto body = parse_object(call.request.body);
    if (!body) return refuse(core, call, 400, "json-broken");
    if (!core.guard.may_try(Guard::peer(call.request), call.user.name, now_seconds())) return too_often(core, call);
    const auto user = core.users.check(call.user.name, text_of(*body, "old"));
    if (!user) return refuse(core, call, user.diagnostics);
    if (!*user) return refuse(core, call, 403, "login-wrong");
    Diagnostics why = core.users.set_password(call.user.name, text_of(*body, "new"));
    if (!has_errors(why)) why = core.note(call, "password", call.user.name);
    core.events.end(call.user.name);
    finish(core, call, why);
}

void list_users(Core& core, const Call& call) {
    const auto users = core.users.all();
    if (!users) return refuse(core, call, users.diagnostics);
    Json json;
    json.open().key("users").open_list();
    for (const office::User& user : *users) write_user(json, user);
    json.close_list().close();
    call.reply(json_response(json));
}

void add_user(Core& core, const Call& call) {
    const auto body = parse_object(call.request.body);
    if (!body) return refuse(core, call, 400, "json-broken");
    const auto role = role_of(text_of(*body, "role"));
    if (!role) return refuse(core, call, 400, "parameter-unknown", {{"name", "role"}});
    const office::User user{std::string(text_of(*body, "name")), std::string(text_of(*body, "full_name")), *role,
                            false};
    Diagnostics why = core.users.add(user, text_of(*body, "password"));
    if (!has_errors(why)) why = core.note(call, "user-add", user.name);
    if (has_errors(why)) return refuse(core, call, why);
    Json json;
    write_user(json, user);
    call.reply(json_response(json, 201));
}

void change_user(Core& core, const Call& call) {
    const auto body = parse_object(call.request.body);
    if (!body) return refuse(core, call, 400, "json-broken");
    const auto role = role_of(text_of(*body, "role"));
    if (!role) return refuse(core, call, 400, "parameter-unknown", {{"name", "role"}});
    const office::User user{call.path.at("name"), std::string(text_of(*body, "full_name")), *role,
                            truth_of(*body, "locked")};
    Diagnostics why = core.users.change(user);
    const std::string_view password = text_of(*body, "password");
    if (!has_errors(why) && !password.empty()) why = core.users.set_password(user.name, password);
    if (!has_errors(why)) why = core.note(call, "user-change", user.name);
    core.events.end(user.name);
    finish(core, call, why);
}

void remove_user(Core& core, const Call& call) {
    Diagnostics why = core.users.remove(call.path.at("name"));
    if (!has_errors(why)) why = core.note(call, "user-remove", call.path.at("name"));
    core.events.end(call.path.at("name"));
    finish(core, call, why);
}

void make_token(Core& core, const Call& call) {
    const auto token = core.users.make_token(call.path.at("name"));
    if (!token) return refuse(core, call, token.diagnostics);
    if (const Diagnostics why = core.note(call, "token", call.path.at("name")); has_errors(why))
        return refuse(core, call, why);
    Json json;
    json.open().member("token", *token).close();
    call.reply(json_response(json, 201));
}

void list_deeds(Core& core, const Call& call) {
    constexpr std::size_t usual = 200, most = 1000;
    const auto deeds = core.audit.entries(std::min(number_of(call.request.parameter("limit"), usual), most),
                                          number_of(call.request.parameter("before"), 0));
    if (!deeds) return refuse(core, call, deeds.diagnostics);
    Json json;
    json.open().key("entries").open_list();
    for (const office::Deed& deed : *deeds) {
        json.open().member("id", deed.id).member("at", deed.at).member("user", deed.user).member("peer", deed.peer);
        json.member("action", deed.action).member("subject", deed.subject).optional("digest", deed.digest).close();
    }
    json.close_list().close();
    call.reply(json_response(json));
}

} // namespace

std::size_t number_of(std::string_view text, std::size_t otherwise) {
    std::size_t number = otherwise;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    return fault == std::errc() && end == text.data() + text.size() ? number : otherwise;
}

std::vector<Route> session_routes(Core& core) {
    const std::string path = "/api/v1/session";
    return {{Method::get, path, Role::reader, [&core](const Call& call) { show_session(core, call); }, 0, true},
            {Method::post, path, Role::reader, [&core](Call call) { begin_session(core, std::move(call)); },
             most_fields, true},
            {Method::del, path, Role::reader, [&core](const Call& call) { end_session(core, call); }, 0, true},
            {Method::put, path + "/password", Role::reader, [&core](const Call& call) { change_password(core, call); },
             most_fields}};
}

std::vector<Route> user_routes(Core& core) {
    const auto to = [&core](void (*handler)(Core&, const Call&)) {
        return [&core, handler](const Call& call) { handler(core, call); };
    };
    const std::string path = "/api/v1/users";
    return {{Method::get, path, Role::admin, to(list_users)},
            {Method::post, path, Role::admin, to(add_user), most_fields},
            {Method::put, path + "/{name}", Role::admin, to(change_user), most_fields},
            {Method::del, path + "/{name}", Role::admin, to(remove_user)},
            {Method::post, path + "/{name}/token", Role::admin, to(make_token)},
            {Method::get, "/api/v1/audit", Role::admin, to(list_deeds)}};
}

} // namespace vanthu::server
