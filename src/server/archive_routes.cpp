// The archive: searching, showing, adding, verifying.
#include "archive/list_json.h"
#include "jobs/archive_add.h"
#include "server/archives.h"
#include "server/file_name.h"
#include "server/handlers.h"
#include "server/readings.h"
#include "server/work.h"

#include <algorithm>

namespace vanthu::server {
namespace {

using office::Role;

constexpr std::size_t most_hits = 200;

std::string parameter(const Call& call, std::string_view name) { return std::string(call.request.parameter(name)); }

archive::Filter filter_of(const Call& call) {
    archive::Filter filter;
    filter.type = parameter(call, "type");
    filter.year = parameter(call, "year");
    filter.issuer = parameter(call, "issuer");
    filter.signer = parameter(call, "signer");
    filter.agency = parameter(call, "agency");
    filter.due_from = parameter(call, "due_from");
    filter.due_to = parameter(call, "due_to");
    return filter;
}

void search(Core& core, Archives& archives, const Call& call) {
    auto archive = archives.borrow();
    if (!archive) return refuse(core, call, archive.diagnostics);
    archive::Query query;
    query.words = parameter(call, "q");
    query.filter = filter_of(call);
    query.limit = std::min(number_of(call.request.parameter("limit"), 20), most_hits);
    query.offset = number_of(call.request.parameter("offset"), 0);
    const auto hits = (*archive)->index().search(query);
    if (!hits) return refuse(core, call, hits.diagnostics);
    call.reply(json_response(archive::json_of(*hits)));
}

Result<archive::Record> record_of(archive::Archive& archive, const std::string& id) {
    auto found = archive.index().find(id);
    if (!found) return Result<archive::Record>::failed(std::move(found.diagnostics));
    if (!*found) return Result<archive::Record>::failed({"archive-unknown-id", Severity::error, {{"id", id}}, {}});
    return Result<archive::Record>::of(std::move(**found));
}

void write_versions(Json& json, const std::vector<archive::Version>& versions) {
    json.key("versions").open_list();
    for (const archive::Version& version : versions) {
        json.open().member("version", version.number).member("added", version.created);
        json.member("user", version.user).member("message", version.message).key("files").open_list();
        for (const archive::StoredFile& file : version.files)
            json.open().member("path", file.path).member("size", file.size).member("sha512", file.sha512).close();
        json.close_list().close();
    }
    json.close_list();
}

void show(Core& core, Archives& archives, const Call& call) {
    auto archive = archives.borrow();
    if (!archive) return refuse(core, call, archive.diagnostics);
    const auto record = record_of(**archive, call.path.at("id"));
    if (!record) return refuse(core, call, record.diagnostics);
    const auto versions = (*archive)->storage().versions(record->id);
    const auto stored = (*archive)->storage().file(record->id, 0, "record.json");
    if (!versions) return refuse(core, call, versions.diagnostics);
    if (!stored) return refuse(core, call, stored.diagnostics);
    Json json;
    json.open().raw_member("record", *stored);
    write_versions(json, *versions);
    json.close();
    call.reply(json_response(json));
}

/// Only what may stand in an answer to a browser without being run there: all are kept, none is shown.
void show_file(Core& core, Archives& archives, const Call& call) {
    auto archive = archives.borrow();
    if (!archive) return refuse(core, call, archive.diagnostics);
    const auto record = record_of(**archive, call.path.at("id"));
    if (!record) return refuse(core, call, record.diagnostics);
    const auto version = static_cast<std::uint32_t>(number_of(call.request.parameter("version"), 0));
    const std::string& path = call.path.at("path");
    auto bytes = (*archive)->storage().file(record->id, version, path);
    if (!bytes) return refuse(core, call, 404, "path-unknown");
    Response response;
    response.type = type_of(*bytes);
    response.body = std::move(*bytes);
    response.headers.emplace_back("Content-Disposition", attachment(path));
    call.reply(std::move(response));
}

void verify(Core& core, Archives& archives, const Call& call) {
    auto archive = archives.borrow();
    if (!archive) return refuse(core, call, archive.diagnostics);
    const std::vector<std::string> ids = {call.path.at("id")};
    const Diagnostics found = (*archive)->verify(ids);
    Json json;
    json.open().member("sound", !has_errors(found));
    json.raw_member("diagnostics", core.problems.list(found, call.language)).close();
    call.reply(json_response(json));
}

/// What a clerk has put right, where it is a reading; else the file is read.
Result<jobs::ReadResult> read_upload(const Core& core, Bench& bench, const Upload& upload) {
    if (upload.reading)
        if (auto reviewed = reviewed_result(*upload.reading, core.kit))
            return Result<jobs::ReadResult>::of(std::move(*reviewed));
    jobs::ReadOptions options;
    options.wanted = jobs::Wanted::everything;
    return bench.reader().read(upload.content, options);
}

/// In a thread of the runner.
void add_file(Core& core, Archives& archives, const Call& call, Bench& bench, const Upload& upload) {
    Result<jobs::ReadResult> read = read_upload(core, bench, upload);
    Diagnostics found = std::move(read.diagnostics);
    auto submission = jobs::submission_of(upload.name, upload.content.copy(), std::move(read.value), core.kit, found);
    if (!submission) return refuse(core, call, found);
    submission->user = call.user.name;
    submission->now = jobs::now_utc();
    submission->replaces = parameter(call, "replaces");
    submission->allow_same_number = call.request.parameter("allow_same_number") == "1";
    auto archive = archives.borrow();
    if (!archive) return refuse(core, call, archive.diagnostics);
    const std::lock_guard lock(archives.adding());
    const auto record = (*archive)->add(std::move(*submission));
    if (!record) return refuse(core, call, record.diagnostics);
    const std::string digest = record->files.empty() ? std::string() : record->files.front().sha512;
    if (const Diagnostics why = core.note(call, "archive-add", record->id, digest); has_errors(why))
        return refuse(core, call, why);
    core.events.tell("archive", R"({"id":")" + record->id + "\"}", Role::reader);
    Json json;
    json.open().member("id", record->id).member("number", record->number).member("symbol", record->symbol);
    json.member("date", record->date).member("version", record->version);
    json.raw_member("diagnostics", core.problems.list(found, call.language)).close();
    call.reply(json_response(json, 201));
}

void add(Core& core, Archives& archives, JobRunner& runner, Call call) {
    auto upload = take_upload(core, call);
    if (!upload) return;
    submit(core, runner, std::move(call), [&core, &archives, upload = std::move(*upload)](Call& taken, Bench& bench) {
        add_file(core, archives, taken, bench, upload);
    });
}

void facets(Core& core, Archives& archives, const Call& call) {
    auto archive = archives.borrow();
    if (!archive) return refuse(core, call, archive.diagnostics);
    const auto facets = (*archive)->index().facets();
    if (!facets) return refuse(core, call, facets.diagnostics);
    Json json;
    json.open().member("total", facets->total);
    for (const auto& [name, values] : {std::pair("types", &facets->types), std::pair("years", &facets->years),
                                       std::pair("issuers", &facets->issuers)}) {
        json.key(name).open_list();
        for (const std::string& value : *values) json.text(value);
        json.close_list();
    }
    json.close();
    call.reply(json_response(json));
}

} // namespace

std::vector<Route> archive_routes(Core& core, Archives& archives, JobRunner& runner) {
    const auto to = [&](void (*handler)(Core&, Archives&, const Call&)) {
        return [&core, &archives, handler](const Call& call) { handler(core, archives, call); };
    };
    const std::string path = "/api/v1/archive";
    return {{Method::get, path, Role::reader, to(search)},
            {Method::get, path + "/facets", Role::reader, to(facets)},
            {Method::post, path, Role::officer, [&](Call call) { add(core, archives, runner, std::move(call)); },
             most_file},
            {Method::get, path + "/documents/{id}", Role::reader, to(show)},
            {Method::get, path + "/documents/{id}/files/{path*}", Role::reader, to(show_file)},
            {Method::post, path + "/documents/{id}/verify", Role::officer, to(verify)}};
}

} // namespace vanthu::server
