// The register of outgoing documents, tasks over all documents, and what the first page shows.
#include "archive/list_json.h"
#include "jobs/archive_add.h"
#include "jobs/archive_tables.h"
#include "jobs/read_batch.h"
#include "server/archives.h"
#include "server/desk_json.h"
#include "server/handlers.h"
#include "server/readings.h"

#include <fmt/chrono.h>

#include <chrono>

namespace vanthu::server {
namespace {

using office::Role;

constexpr std::size_t most_fields = std::size_t{64} << 10;
constexpr std::size_t most_tasks = 5000;
constexpr int soon_days = 30;

std::string day_from_now(int days) {
    const auto day = std::chrono::system_clock::now() + std::chrono::hours(24 * days);
    return fmt::format("{:%Y-%m-%d}", fmt::localtime(std::chrono::system_clock::to_time_t(day)));
}

void answer_json(const Call& call, std::string json, int status = 200) {
    Response response;
    response.status = status;
    response.body = std::move(json);
    call.reply(std::move(response));
}

archive::TaskQuery task_query(const Call& call) {
    archive::TaskQuery query;
    query.lead = call.request.parameter("lead");
    query.partner = call.request.parameter("partner");
    query.due_from = call.request.parameter("due_from");
    query.due_to = call.request.parameter("due_to");
    query.words = call.request.parameter("q");
    query.limit = std::min(number_of(call.request.parameter("limit"), 1000), most_tasks);
    query.offset = number_of(call.request.parameter("offset"), 0);
    return query;
}

void tasks(Core& core, Archives& archives, const Call& call) {
    auto archive = archives.borrow();
    if (!archive) return refuse(core, call, archive.diagnostics);
    const auto hits = (*archive)->index().tasks(task_query(call));
    if (!hits) return refuse(core, call, hits.diagnostics);
    if (suffix_of(call) == ".json") return answer_json(call, archive::json_of(*hits));
    const auto table = jobs::table_of(*hits, core.problems.messages(), call.language);
    send_tables(core, call, suffix_of(call), jobs::tables_as({table}, suffix_of(call)), "nhiem-vu");
}

void list(Core& core, Archives& archives, const Call& call) {
    auto archive = archives.borrow();
    if (!archive) return refuse(core, call, archive.diagnostics);
    const auto year = static_cast<std::uint32_t>(number_of(call.request.parameter("year"), 0));
    const auto entries = (*archive)->numbers().entries(std::string(call.request.parameter("book")), year);
    if (!entries) return refuse(core, call, entries.diagnostics);
    const std::size_t last = std::min(number_of(call.request.parameter("last"), entries->size()), entries->size());
    const auto newest = std::span(*entries).last(last);
    if (suffix_of(call) == ".json") return answer_json(call, archive::json_of(newest));
    const auto table = jobs::table_of(newest, core.problems.messages(), call.language);
    send_tables(core, call, suffix_of(call), jobs::tables_as({table}, suffix_of(call)), "so-dang-ky");
}

/// A number for a document that is made elsewhere.
void take(Core& core, Archives& archives, const Call& call) {
    const auto body = parse_object(call.request.body);
    if (!body) return refuse(core, call, 400, "json-broken");
    archive::Entry entry;
    entry.book = text_of(*body, "book");
    entry.symbol = text_of(*body, "symbol");
    entry.date = text_of(*body, "date");
    if (entry.date.empty()) entry.date = day_from_now(0);
    entry.type = text_of(*body, "type");
    entry.subject = text_of(*body, "subject");
    entry.signer = text_of(*body, "signer");
    entry.recipients = text_of(*body, "recipients");
    entry.drafter = call.user.name;
    entry.year = static_cast<std::uint32_t>(number_of(entry.date.substr(0, 4), 0));
    entry.taken = jobs::now_utc();
    if (entry.subject.empty() || entry.year < 1900) return refuse(core, call, 400, "json-broken");
    auto archive = archives.borrow();
    if (!archive) return refuse(core, call, archive.diagnostics);
    const auto taken = (*archive)->numbers().take(entry);
    if (!taken) return refuse(core, call, taken.diagnostics);
    const std::string number = fmt::format("{}/{}", taken->number, taken->year);
    if (const Diagnostics why = core.note(call, "number", number); has_errors(why)) return refuse(core, call, why);
    answer_json(call, archive::json_of(std::span(&*taken, 1)), 201);
}

template <class Items> void write_items(Json& json, const char* name, const Items& items, const auto& write) {
    constexpr std::size_t most = 8;
    json.key(name).open_list();
    for (std::size_t i = 0; i < std::min(items.size(), most); ++i) write(items[i]);
    json.close_list();
}

void start(Core& core, Archives& archives, Readings& readings, const Call& call) {
    auto archive = archives.borrow();
    if (!archive) return refuse(core, call, archive.diagnostics);
    archive::TaskQuery due;
    due.due_from = day_from_now(-soon_days);
    due.due_to = day_from_now(soon_days);
    due.limit = 20;
    const auto recent = (*archive)->index().list({}, 8, 0);
    const auto tasks = (*archive)->index().tasks(due);
    const auto facets = (*archive)->index().facets();
    const auto drafts = core.desk.list(office::Kind::draft, 8);
    const auto open = core.desk.list(office::Kind::reading, 8);
    for (const Diagnostics* why :
         {&recent.diagnostics, &tasks.diagnostics, &facets.diagnostics, &drafts.diagnostics, &open.diagnostics})
        if (has_errors(*why)) return refuse(core, call, *why);
    Json json;
    json.open().member("documents", facets->total).member("today", day_from_now(0));
    write_items(json, "recent", *recent, [&](const archive::Record& record) {
        json.open().member("id", record.id).member("type", record.type).member("number", record.number);
        json.member("symbol", record.symbol).member("date", record.date).member("subject", record.subject);
        json.member("issuer", record.issuer).member("added", record.added).close();
    });
    const std::string due_tasks = archive::json_of(*tasks);
    json.raw_member("due", due_tasks);
    write_items(json, "drafts", *drafts, [&](const office::Item& item) { write_draft(json, item); });
    write_items(json, "readings", *open, [&](const office::Item& item) { readings.write(json, item); });
    json.close();
    call.reply(json_response(json));
}

} // namespace

std::vector<Route> register_routes(Core& core, Archives& archives, Readings& readings) {
    const auto to = [&](void (*handler)(Core&, Archives&, const Call&)) {
        return [&core, &archives, handler](const Call& call) { handler(core, archives, call); };
    };
    return {
        {Method::get, "/api/v1/tasks", Role::reader, to(tasks)},
        {Method::get, "/api/v1/register", Role::reader, to(list)},
        {Method::post, "/api/v1/register", Role::officer, to(take), most_fields},
        {Method::get, "/api/v1/start", Role::reader, [&](const Call& call) { start(core, archives, readings, call); }}};
}

} // namespace vanthu::server
