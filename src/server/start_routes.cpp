// Tasks over all documents, and what the first page shows.
#include "archive/list_json.h"
#include "jobs/archive_tables.h"
#include "jobs/read_batch.h"
#include "jobs/today.h"
#include "server/archives.h"
#include "server/desk_json.h"
#include "server/handlers.h"
#include "server/readings.h"

#include <fmt/chrono.h>

#include <algorithm>
#include <chrono>

namespace vanthu::server {
namespace {

using office::Item;
using office::Role;

constexpr std::size_t most_tasks = 5000;
constexpr std::size_t most_shown = 8; ///< of a list on the first page
constexpr int soon_days = 30;

std::string day_from_now(int days) {
    const auto day = std::chrono::system_clock::now() + std::chrono::hours(24 * days);
    return fmt::format("{:%Y-%m-%d}", fmt::localtime(std::chrono::system_clock::to_time_t(day)));
}

archive::TaskQuery task_query(const Call& call) {
    archive::TaskQuery query;
    query.lead = call.request.parameter("lead");
    query.partner = call.request.parameter("partner");
    query.due_from = call.request.parameter("due_from");
    query.due_to = call.request.parameter("due_to");
    query.words = call.request.parameter("q");
    query.document = call.request.parameter("document");
    if (call.request.parameter("due_kind") == "day") query.kind = archive::DueKind::day;
    if (call.request.parameter("due_kind") == "once") query.kind = archive::DueKind::once;
    query.exact_first = false;
    query.limit = std::min(number_of(call.request.parameter("limit"), 1000), most_tasks);
    query.offset = number_of(call.request.parameter("offset"), 0);
    return query;
}

void tasks(Core& core, Archives& archives, const Call& call) {
    auto archive = archives.borrow();
    if (!archive) return refuse(core, call, archive.diagnostics);
    const auto hits = (*archive)->index().tasks(task_query(call));
    if (!hits) return refuse(core, call, hits.diagnostics);
    if (suffix_of(call) == ".json") return call.reply(json_response(archive::json_of(*hits)));
    const auto table = jobs::table_of(hits->hits, core.problems.messages(), call.language);
    send_tables(core, call, suffix_of(call), jobs::tables_as({table}, suffix_of(call)), "nhiem-vu");
}

archive::TaskQuery due_within(int from, int to, archive::DueKind kind) {
    archive::TaskQuery query;
    query.due_from = day_from_now(from);
    query.due_to = day_from_now(to);
    query.kind = kind;
    query.limit = most_shown;
    return query;
}

/// What lies on the desks is the clerks': of drafts one's own, of readings those that nobody has looked over.
Result<std::vector<Item>> items_for(Core& core, const Call& call, office::Kind kind) {
    if (call.user.role < Role::clerk) return Result<std::vector<Item>>::of({});
    auto items = core.desk.list(kind);
    if (!items) return items;
    std::erase_if(*items, [&](const Item& item) {
        return kind == office::Kind::draft ? item.by != call.user.name : item.review != "unchecked";
    });
    items->resize(std::min(items->size(), most_shown));
    return items;
}

template <class Items> void write_list(Json& json, const char* name, const Items& items, const auto& write) {
    json.key(name).open_list();
    for (const auto& item : items) write(item);
    json.close_list();
}

void start(Core& core, Archives& archives, Readings& readings, const Call& call) {
    auto archive = archives.borrow();
    if (!archive) return refuse(core, call, archive.diagnostics);
    archive::Index& index = (*archive)->index();
    const auto recent = index.latest(most_shown);
    const auto overdue = index.tasks(due_within(-soon_days, -1, archive::DueKind::once));
    const auto due = index.tasks(due_within(0, soon_days, archive::DueKind::day));
    const auto facets = index.facets();
    const auto drafts = items_for(core, call, office::Kind::draft);
    const auto open = items_for(core, call, office::Kind::reading);
    for (const Diagnostics* why : {&recent.diagnostics, &overdue.diagnostics, &due.diagnostics, &facets.diagnostics,
                                   &drafts.diagnostics, &open.diagnostics})
        if (has_errors(*why)) return refuse(core, call, *why);
    Json json;
    json.open().member("documents", facets->total).member("today", jobs::today());
    write_list(json, "recent", *recent, [&](const archive::Record& record) {
        json.open().member("id", record.id).member("type", record.type).member("number", record.number);
        json.member("symbol", record.symbol).member("date", record.date).member("subject", record.subject);
        json.member("issuer", record.issuer).member("source", record.source).member("added", record.added).close();
    });
    json.raw_member("overdue", archive::json_of(*overdue)).raw_member("due", archive::json_of(*due));
    write_list(json, "drafts", *drafts, [&](const Item& item) { write_draft(json, item); });
    write_list(json, "readings", *open, [&](const Item& item) { readings.write(json, item); });
    json.close();
    call.reply(json_response(json));
}

} // namespace

std::vector<Route> start_routes(Core& core, Archives& archives, Readings& readings) {
    return {
        {Method::get, "/api/v1/tasks", Role::reader, [&](const Call& call) { tasks(core, archives, call); }},
        {Method::get, "/api/v1/start", Role::reader, [&](const Call& call) { start(core, archives, readings, call); }}};
}

} // namespace vanthu::server
