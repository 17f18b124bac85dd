// Readings: putting files on the desk, looking at what was read, saving what was put right.
#include "jobs/archive_add.h"
#include "jobs/read_batch.h"
#include "jobs/reviewed_tables.h"
#include "jobs/sniff.h"
#include "server/desk_json.h"
#include "server/file_name.h"
#include "server/handlers.h"
#include "server/readings.h"
#include "server/work.h"

#include <array>

namespace vanthu::server {
namespace {

using office::Item;
using office::Kind;
using office::Role;

Result<Item> item_of(Core& core, const Call& call) {
    return core.desk.find(Kind::reading, number_of(call.path.at("id"), 0));
}

void answer(Readings& readings, const Call& call, const Item& item, int status = 200) {
    Json json;
    readings.write(json, item);
    call.reply(json_response(json, status));
}

void list(Core& core, Readings& readings, const Call& call) {
    const auto items = core.desk.list(Kind::reading);
    if (!items) return refuse(core, call, items.diagnostics);
    Json json;
    json.open().key("readings").open_list();
    for (const Item& item : *items) readings.write(json, item);
    json.close_list().close();
    call.reply(json_response(json));
}

void add(Core& core, Readings& readings, Call call) {
    const auto upload = take_upload(core, call);
    if (!upload) return;
    const auto digest = core.desk.put_file(upload->content);
    if (!digest) return refuse(core, call, digest.diagnostics);
    Item item;
    item.kind = Kind::reading;
    item.title = upload->name;
    item.state = "waiting";
    item.by = call.user.name;
    item.created = item.updated = jobs::now_utc();
    item.file = *digest;
    const auto added = core.desk.add(std::move(item));
    if (!added) return refuse(core, call, added.diagnostics);
    if (!readings.begin(*added)) return refuse(core, call, 503, "service-busy");
    answer(readings, call, *added, 201);
}

void show(Core& core, Readings& readings, const Call& call, bool is_original) {
    const auto item = item_of(core, call);
    if (!item) return refuse(core, call, item.diagnostics);
    Json json;
    json.open().key("reading");
    readings.write(json, *item);
    const Bytes& content = is_original ? item->original : item->content;
    json.key("content");
    if (content.empty())
        json.nothing();
    else
        json.raw(content);
    json.close();
    call.reply(json_response(json));
}

bool is_review(std::string_view word) {
    constexpr std::array<std::string_view, 4> words = {"unchecked", "confirmed", "corrected", "rejected"};
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// What was found while reading stays; document and tables ({"tables": […]}) are the clerk's.
Bytes edited(const Bytes& original, const Bytes& document, const Bytes& tables) {
    const auto before = parse_object(original);
    Json json;
    json.open().raw_member("document", document).raw_member("tables", list_in(tables));
    if (before)
        for (const char* name : {"text", "diagnostics"})
            if (before->HasMember(name)) json.raw_member(name, json_of(*before, name));
    return json.close().take();
}

/// What is saved now would be lost when the reader is done.
bool is_under_way(const Item& item) { return item.state == "waiting" || item.state == "reading"; }

void save(Core& core, Readings& readings, const Call& call) {
    const auto body = parse_object(call.request.body);
    auto item = item_of(core, call);
    if (!item) return refuse(core, call, item.diagnostics);
    if (!body || !body->HasMember("document") || !(*body)["document"].IsObject() || !body->HasMember("tables") || !is_review(text_of(*body, "review")))
        return refuse(core, call, 400, "json-broken");
    if (is_under_way(*item)) return refuse(core, call, 409, "reading-under-way");
    const auto tables = jobs::reviewed_tables(tables_of(*body), core.kit);
    if (!tables) return refuse(core, call, tables.diagnostics);
    item->content = edited(item->original, json_of(*body, "document"), jobs::told_tables(*tables));
    item->facts = facts_with(item->facts, (*body)["document"]);
    item->review = text_of(*body, "review");
    item->by = call.user.name;
    item->updated = jobs::now_utc();
    item->version = version_of(call.request);
    const auto saved = core.desk.save(std::move(*item));
    if (!saved) return refuse(core, call, saved.diagnostics);
    readings.tell(*saved);
    answer(readings, call, *saved);
}

void again(Core& core, Readings& readings, const Call& call) {
    auto item = item_of(core, call);
    if (!item) return refuse(core, call, item.diagnostics);
    if (is_under_way(*item)) return refuse(core, call, 409, "reading-under-way");
    item->state = "waiting";
    const auto saved = core.desk.save(std::move(*item));
    if (!saved) return refuse(core, call, saved.diagnostics);
    if (!readings.begin(*saved)) return refuse(core, call, 503, "service-busy");
    answer(readings, call, *saved);
}

void remove(Core& core, Readings& readings, const Call& call) {
    const std::size_t id = number_of(call.path.at("id"), 0);
    readings.stop(id);
    const Diagnostics why = core.desk.remove(Kind::reading, id);
    if (!has_errors(why)) tell_removal(core, Kind::reading, id);
    finish(core, call, why);
}

void cancel(Core& core, Readings& readings, const Call& call) {
    const auto item = item_of(core, call);
    if (!item) return refuse(core, call, item.diagnostics);
    readings.stop(item->id);
    if (item->state == "waiting") readings.give_up(*item);
    finish(core, call, {});
}

void show_tables(Core& core, const Call& call) {
    const auto item = item_of(core, call);
    if (!item) return refuse(core, call, item.diagnostics);
    const auto content = parse_object(item->content);
    const Bytes tables = content ? tables_of(*content) : "{\"tables\":[]}";
    send_tables(core, call, suffix_of(call), jobs::tables_as(tables, suffix_of(call)), stem_of(item->title));
}

void send_pages(Core& core, const Call& call, Bench& bench) {
    const auto item = item_of(core, call);
    if (!item) return refuse(core, call, item.diagnostics);
    auto file = core.desk.file(item->file);
    if (!file) return refuse(core, call, file.diagnostics);
    if (jobs::sniff(*file) == jobs::FileKind::picture) file = bench.layers().plain(*file);
    if (!file) return refuse(core, call, file.diagnostics);
    if (jobs::sniff(*file) != jobs::FileKind::pdf) return refuse(core, call, 404, "reading-without-pages");
    Response response;
    response.type = "application/pdf";
    response.body = std::move(*file);
    response.headers.emplace_back("Content-Disposition", attachment(stem_of(item->title) + ".pdf"));
    call.reply(std::move(response));
}

} // namespace

std::vector<Route> reading_routes(Core& core, JobRunner& runner, Readings& readings) {
    const auto to = [&](void (*handler)(Core&, Readings&, const Call&)) {
        return [&core, &readings, handler](const Call& call) { handler(core, readings, call); };
    };
    const auto pages = [&](Call call) {
        submit(core, runner, std::move(call), [&core](Call& taken, Bench& bench) { send_pages(core, taken, bench); });
    };
    const std::string path = "/api/v1/readings", one = path + "/{id}";
    return {{Method::get, path, Role::clerk, to(list)},
            {Method::post, path, Role::clerk, [&](Call call) { add(core, readings, std::move(call)); }, most_file},
            {Method::get, one, Role::clerk, [&](const Call& call) { show(core, readings, call, false); }},
            {Method::get, one + "/original", Role::clerk, [&](const Call& call) { show(core, readings, call, true); }},
            {Method::put, one, Role::clerk, to(save), most_json},
            {Method::del, one, Role::clerk, to(remove)},
            {Method::post, one + "/again", Role::clerk, to(again)},
            {Method::post, one + "/cancel", Role::clerk, to(cancel)},
            {Method::get, one + "/tables", Role::clerk, [&](const Call& call) { show_tables(core, call); }},
            {Method::get, one + "/pages.pdf", Role::clerk, pages}};
}

} // namespace vanthu::server
