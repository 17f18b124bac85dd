// Drafts, and what is told to the pages that listen.
#include "jobs/archive_add.h"
#include "server/desk_json.h"
#include "server/handlers.h"

#include <charconv>

namespace vanthu::server {
namespace {

using office::Item;
using office::Kind;

/// The document of a body {"document": {…}}; refuses where there is none.
std::optional<Bytes> document_of(Core& core, const Call& call, Item& item) {
    const auto body = parse_object(call.request.body);
    if (!body || !body->HasMember("document") || !(*body)["document"].IsObject()) {
        refuse(core, call, 400, "json-broken");
        return std::nullopt;
    }
    const rapidjson::Value& document = (*body)["document"];
    item.title = text_of(document, "subject");
    item.state = text_of(document, "kind");
    return json_of(*body, "document");
}

void tell(Core& core, const Item& item) {
    Json json;
    write_draft(json, item);
    core.events.tell("draft", json.take());
}

void list(Core& core, const Call& call) {
    const auto items = core.desk.list(Kind::draft);
    if (!items) return refuse(core, call, items.diagnostics);
    Json json;
    json.open().key("drafts").open_list();
    for (const Item& item : *items) write_draft(json, item);
    json.close_list().close();
    call.reply(json_response(json));
}

void add(Core& core, const Call& call) {
    Item item;
    auto document = document_of(core, call, item);
    if (!document) return;
    item.content = std::move(*document);
    item.by = call.user.name;
    item.created = item.updated = jobs::now_utc();
    const auto added = core.desk.add(std::move(item));
    if (!added) return refuse(core, call, added.diagnostics);
    tell(core, *added);
    Json json;
    write_draft(json, *added);
    call.reply(json_response(json, 201));
}

void show(Core& core, const Call& call) {
    const auto item = core.desk.find(Kind::draft, number_of(call.path.at("id"), 0));
    if (!item) return refuse(core, call, item.diagnostics);
    Json json;
    write_draft(json, *item, true);
    call.reply(json_response(json));
}

void save(Core& core, const Call& call) {
    auto item = core.desk.find(Kind::draft, number_of(call.path.at("id"), 0));
    if (!item) return refuse(core, call, item.diagnostics);
    auto document = document_of(core, call, *item);
    if (!document) return;
    item->content = std::move(*document);
    item->by = call.user.name;
    item->updated = jobs::now_utc();
    item->version = version_of(call.request);
    const auto saved = core.desk.save(std::move(*item));
    if (!saved) return refuse(core, call, saved.diagnostics);
    tell(core, *saved);
    Json json;
    write_draft(json, *saved);
    call.reply(json_response(json));
}

} // namespace

std::uint64_t version_of(const Request& request) {
    std::string_view tag = request.header("if-match");
    if (tag.starts_with('"')) tag.remove_prefix(1);
    if (tag.ends_with('"')) tag.remove_suffix(1);
    return number_of(tag, 0);
}

void tell_removal(Core& core, Kind kind, std::uint64_t id) {
    Json json;
    json.open().member("kind", kind == Kind::draft ? "draft" : "reading").member("id", id).close();
    core.events.tell("removal", json.take());
}

void write_draft(Json& json, const Item& item, bool with_document) {
    json.open().member("id", item.id).member("title", item.title).member("kind", item.state);
    json.member("version", item.version).member("by", item.by).member("created", item.created);
    json.member("updated", item.updated);
    if (with_document) json.raw_member("document", item.content);
    json.close();
}

std::vector<Route> draft_routes(Core& core) {
    const auto to = [&core](void (*handler)(Core&, const Call&)) {
        return [&core, handler](const Call& call) { handler(core, call); };
    };
    const auto remove = [&core](const Call& call) {
        const std::size_t id = number_of(call.path.at("id"), 0);
        const Diagnostics why = core.desk.remove(Kind::draft, id);
        if (!has_errors(why)) tell_removal(core, Kind::draft, id);
        finish(core, call, why);
    };
    using office::Role;
    const std::string path = "/api/v1/drafts";
    return {{Method::get, path, Role::clerk, to(list)},
            {Method::post, path, Role::clerk, to(add), most_json},
            {Method::get, path + "/{id}", Role::clerk, to(show)},
            {Method::put, path + "/{id}", Role::clerk, to(save), most_json},
            {Method::del, path + "/{id}", Role::clerk, remove}};
}

std::vector<Route> event_routes(Core& core) {
    const auto listen = [&core](const Call& call) {
        Response response;
        response.type = "text/event-stream";
        response.events = [&core, user = call.user](std::shared_ptr<EventStream> stream) {
            stream->push("hello", "{}");
            core.events.add(std::move(stream), user);
        };
        call.reply(std::move(response));
    };
    return {{Method::get, "/api/v1/events", office::Role::reader, listen}};
}

} // namespace vanthu::server
