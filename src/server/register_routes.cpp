// The register of outgoing documents.
#include "archive/list_json.h"
#include "jobs/archive_add.h"
#include "jobs/archive_tables.h"
#include "jobs/read_batch.h"
#include "jobs/today.h"
#include "server/archives.h"
#include "server/handlers.h"
#include "server/numbering.h"

#include <fmt/format.h>

namespace vanthu::server {
namespace {

using office::Role;

constexpr std::size_t most_fields = std::size_t{64} << 10;
constexpr std::size_t most_key = 100;

void list(Core& core, Archives& archives, const Call& call) {
    auto archive = archives.borrow();
    if (!archive) return refuse(core, call, archive.diagnostics);
    archive::Register& numbers = (*archive)->numbers();
    const auto year = static_cast<std::uint32_t>(number_of(call.request.parameter("year"), 0));
    const std::string document(call.request.parameter("document"));
    const auto entries = document.empty() ? numbers.entries(std::string(call.request.parameter("book")), year)
                                          : numbers.entries_of(document);
    if (!entries) return refuse(core, call, entries.diagnostics);
    const std::size_t last = std::min(number_of(call.request.parameter("last"), entries->size()), entries->size());
    const auto newest = std::span(*entries).last(last);
    if (suffix_of(call) == ".json") return call.reply(json_response(archive::json_of(newest)));
    const auto table = jobs::table_of(newest, core.problems.messages(), call.language);
    send_tables(core, call, suffix_of(call), jobs::tables_as({table}, suffix_of(call)), "so-dang-ky");
}

void list_books(Core& core, Archives& archives, const Call& call) {
    auto archive = archives.borrow();
    if (!archive) return refuse(core, call, archive.diagnostics);
    const auto books = (*archive)->numbers().books();
    if (!books) return refuse(core, call, books.diagnostics);
    Json json;
    json.open().key("books").open_list();
    for (const archive::BookYear& book : *books)
        json.open().member("book", book.name).member("year", book.year).member("next", book.next).close();
    json.close_list().close();
    call.reply(json_response(json));
}

archive::Entry entry_of(const rapidjson::Document& body, const std::string& user) {
    archive::Entry entry;
    entry.book = text_of(body, "book");
    entry.symbol = text_of(body, "symbol");
    entry.date = text_of(body, "date");
    if (entry.date.empty()) entry.date = jobs::today();
    entry.type = text_of(body, "type");
    entry.subject = text_of(body, "subject");
    entry.signer = text_of(body, "signer");
    entry.recipients = text_of(body, "recipients");
    entry.drafter = user;
    entry.year = static_cast<std::uint32_t>(number_of(entry.date.substr(0, 4), 0));
    entry.taken = jobs::now_utc();
    return entry;
}

/// Takes the number of what is asked for under that key, once; `entry` gets it.
Diagnostics take_once(Core& core, archive::Register& numbers, const std::string& key, archive::Entry& entry) {
    office::Issues issues(core.office);
    office::Issue issue{"register " + key, entry.book, entry.year, 0, {}};
    const auto known = issues.find(issue.key);
    if (!known) return known.diagnostics;
    if (*known) issue = **known;
    Diagnostics why = issue.number == 0 ? Numbering(issues, numbers).take(issue, entry) : Diagnostics{};
    entry.number = issue.number;
    return why;
}

Diagnostics take_next(archive::Register& numbers, archive::Entry& entry) {
    auto taken = numbers.take(entry);
    if (!taken) return taken.diagnostics;
    entry = std::move(*taken);
    return {};
}

/// A number for a document that is made elsewhere.
void take(Core& core, Archives& archives, const Call& call) {
    const auto body = parse_object(call.request.body);
    if (!body) return refuse(core, call, 400, "json-broken");
    archive::Entry entry = entry_of(*body, call.user.name);
    const std::string key(text_of(*body, "key"));
    if (entry.subject.empty() || entry.year < 1900 || key.size() > most_key)
        return refuse(core, call, 400, "json-broken");
    auto archive = archives.borrow();
    if (!archive) return refuse(core, call, archive.diagnostics);
    const std::lock_guard lock(archives.adding());
    archive::Register& numbers = (*archive)->numbers();
    Diagnostics why = key.empty() ? take_next(numbers, entry) : take_once(core, numbers, key, entry);
    if (!has_errors(why)) why = core.note(call, "number", fmt::format("{}/{}", entry.number, entry.year));
    if (has_errors(why)) return refuse(core, call, why);
    core.events.tell("register", "{}", Role::reader);
    call.reply(json_response(archive::json_of(std::span(&entry, 1)), 201));
}

} // namespace

std::vector<Route> register_routes(Core& core, Archives& archives) {
    const auto to = [&](void (*handler)(Core&, Archives&, const Call&)) {
        return [&core, &archives, handler](const Call& call) { handler(core, archives, call); };
    };
    const std::string path = "/api/v1/register";
    return {{Method::get, path, Role::reader, to(list)},
            {Method::get, path + "/books", Role::reader, to(list_books)},
            {Method::post, path, Role::officer, to(take), most_fields}};
}

} // namespace vanthu::server
