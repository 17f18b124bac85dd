// Reading, tables and text layers of one file, answered when they are done.
#include "jobs/read_batch.h"
#include "server/file_name.h"
#include "server/handlers.h"
#include "server/work.h"

namespace vanthu::server {
namespace {

using office::Role;

constexpr const char* xlsx_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
constexpr const char* csv_type = "text/csv; charset=utf-8";

void send_file(const Call& call, Bytes bytes, const char* type, const std::string& name) {
    Response response;
    response.type = type;
    response.body = std::move(bytes);
    response.headers.emplace_back("Content-Disposition", attachment(name));
    call.reply(std::move(response));
}

void read_document(Core& core, Call& call, Bench& bench, const Upload& upload) {
    jobs::ReadOptions options;
    options.wanted = call.request.parameter("wanted") == "text" ? jobs::Wanted::text : jobs::Wanted::document;
    auto read = bench.reader().read(upload.content.copy(), options);
    if (!read) return refuse(core, call, read.diagnostics);
    Json json;
    json.open();
    if (options.wanted == jobs::Wanted::text)
        json.member("text", read->content);
    else
        json.raw_member("document", read->content);
    json.member("pages", read->pages).member("confidence", static_cast<double>(read->trust));
    json.raw_member("diagnostics", core.problems.list(read.diagnostics, call.language)).close();
    call.reply(json_response(json));
}

void read_tables(Core& core, Call& call, Bench& bench, const Upload& upload) {
    jobs::ReadOptions options;
    options.wanted = jobs::Wanted::tables;
    auto read = bench.reader().read(upload.content.copy(), options);
    if (!read) return refuse(core, call, read.diagnostics);
    send_tables(core, call, jobs::tables_as(read->tables, suffix_of(call)), upload.name);
}

void make_layer(Core& core, Call& call, Bench& bench, const Upload& upload) {
    auto layered = bench.layers().make(upload.content.copy());
    if (!layered) return refuse(core, call, layered.diagnostics);
    send_file(call, std::move(*layered), "application/pdf", upload.name + ".pdf");
}

void keep_file(Core& core, Call call) {
    const auto upload = take_upload(core, call);
    if (!upload) return;
    const auto digest = core.desk.put_file(upload->content);
    if (!digest) return refuse(core, call, digest.diagnostics);
    Json json;
    json.open()
        .member("id", *digest)
        .member("name", upload->name)
        .member("size", upload->content.view().size())
        .close();
    call.reply(json_response(json, 201));
}

void show_file(Core& core, const Call& call) {
    auto bytes = core.desk.file(call.path.at("id"));
    if (!bytes) return refuse(core, call, bytes.diagnostics);
    const std::string type = type_of(*bytes);
    send_file(call, std::move(*bytes), type.c_str(), call.path.at("id"));
}

} // namespace

std::string suffix_of(const Call& call) {
    const std::string_view format = call.request.parameter("format");
    return "." + std::string(format.empty() ? "json" : format);
}

void send_tables(const Core& core, const Call& call, Result<Bytes> made, const std::string& name) {
    const std::string suffix = suffix_of(call);
    if (suffix != ".json" && suffix != ".csv" && suffix != ".xlsx")
        return refuse(core, call, 400, "parameter-unknown", {{"name", "format"}});
    if (!made) return refuse(core, call, made.diagnostics);
    const char* type = suffix == ".xlsx" ? xlsx_type : suffix == ".csv" ? csv_type : "application/json";
    send_file(call, std::move(*made), type, name + suffix);
}

std::vector<Route> work_routes(Core& core, JobRunner& runner) {
    const auto later = [&](void (*work)(Core&, Call&, Bench&, const Upload&)) {
        return [&core, &runner, work](Call call) {
            auto upload = take_upload(core, call);
            if (!upload) return;
            submit(core, runner, std::move(call),
                   [&core, work, upload = std::move(*upload)](Call& taken, Bench& bench) {
                       work(core, taken, bench, upload);
                   });
        };
    };
    const std::string path = "/api/v1/";
    return {{Method::post, path + "read", Role::reader, later(read_document), most_file},
            {Method::post, path + "tables", Role::reader, later(read_tables), most_file},
            {Method::post, path + "ocr", Role::reader, later(make_layer), most_file},
            {Method::post, path + "files", Role::clerk, [&core](Call call) { keep_file(core, std::move(call)); },
             most_file},
            {Method::get, path + "files/{id}", Role::clerk, [&core](const Call& call) { show_file(core, call); }}};
}

} // namespace vanthu::server
